// JPEG by libjpeg. Its errors jump, so whatever must be freed stands outside the jump.

#include <csetjmp>
#include <cstddef>
#include <cstdio>

// jpeglib.h needs the two above it.
#include <jerror.h>
#include <jpeglib.h>

#include <algorithm>
#include <cstdlib>
#include <stdexcept>

#include "engines/files/picture.h"

namespace banshi::files {

namespace {

constexpr int most_scans = 200;  // each walks over the whole picture once more

struct Trouble {
    jpeg_error_mgr manager;
    std::jmp_buf back;
    bool cut_off = false;
};

[[noreturn]] void give_up(j_common_ptr info) {
    std::longjmp(reinterpret_cast<Trouble*>(info->err)->back, 1);
}

// What is only a warning to libjpeg: the lower part of the picture is missing, and grey.
void heed(j_common_ptr info, int level) {
    auto const code = info->err->msg_code;
    if (level < 0 && (code == JWRN_JPEG_EOF || code == JWRN_HIT_MARKER))
        reinterpret_cast<Trouble*>(info->err)->cut_off = true;
}

void count_scans(j_common_ptr info) {
    if (reinterpret_cast<j_decompress_ptr>(info)->input_scan_number > most_scans) give_up(info);
}

void listen(Trouble& trouble) {
    jpeg_std_error(&trouble.manager);
    trouble.manager.error_exit = give_up;
    trouble.manager.emit_message = heed;
    trouble.manager.output_message = [](j_common_ptr) {};
}

struct Reading {
    jpeg_decompress_struct info{};
    Trouble trouble{};
    jpeg_progress_mgr progress{};
    ~Reading() { jpeg_destroy_decompress(&info); }
};

bool read_head(Reading& reading, std::string_view bytes) {
    auto& info = reading.info;
    listen(reading.trouble);
    info.err = &reading.trouble.manager;
    if (setjmp(reading.trouble.back)) return false;
    jpeg_create_decompress(&info);
    reading.progress.progress_monitor = count_scans;
    info.progress = &reading.progress;
    jpeg_mem_src(&info, reinterpret_cast<unsigned char const*>(bytes.data()), bytes.size());
    jpeg_save_markers(&info, JPEG_APP0 + 1, 0xffff);
    return jpeg_read_header(&info, TRUE) == JPEG_HEADER_OK;
}

bool start(Reading& reading, int side) {
    auto& info = reading.info;
    if (setjmp(reading.trouble.back)) return false;
    bool const inks = info.jpeg_color_space == JCS_CMYK || info.jpeg_color_space == JCS_YCCK;
    info.out_color_space = inks ? JCS_CMYK : JCS_RGB;
    // Decoding at an eighth, a quarter ... of the size costs as little of time and memory.
    auto const longer = std::max(info.image_width, info.image_height);
    info.scale_denom = 8;
    info.scale_num = 8;
    while (info.scale_num > 1 && longer * (info.scale_num - 1) / 8 >= unsigned(side))
        --info.scale_num;
    return jpeg_start_decompress(&info);
}

bool read_rows(Reading& reading, std::uint8_t* rows) {
    auto& info = reading.info;
    if (setjmp(reading.trouble.back)) return false;
    auto const width = std::size_t(info.output_width) * unsigned(info.output_components);
    while (info.output_scanline < info.output_height) {
        JSAMPROW row = rows + info.output_scanline * width;
        jpeg_read_scanlines(&info, &row, 1);
    }
    jpeg_finish_decompress(&info);
    return !reading.trouble.cut_off;
}

// Adobe writes how much ink is *not* there.
void colour_inks(std::vector<std::uint8_t>& pixels, bool upside_down) {
    std::size_t to = 0;
    for (std::size_t from = 0; from + 3 < pixels.size(); from += 4) {
        auto const light = [&](std::size_t at) {
            return upside_down ? pixels[at] : 255 - pixels[at];
        };
        int const black = light(from + 3);
        for (std::size_t colour = 0; colour < 3; ++colour)
            pixels[to++] = static_cast<std::uint8_t>(light(from + colour) * black / 255);
    }
    pixels.resize(to);
}

int turn_in(jpeg_decompress_struct const& info) {
    constexpr std::string_view head("Exif\0\0", 6);
    for (auto const* marker = info.marker_list; marker; marker = marker->next) {
        std::string_view const data(reinterpret_cast<char const*>(marker->data),
                                    marker->data_length);
        if (data.starts_with(head)) return turn_of(data.substr(head.size()));
    }
    return 1;
}

struct Writing {
    jpeg_compress_struct info{};
    Trouble trouble{};
    unsigned char* bytes = nullptr;
    unsigned long size = 0;
    ~Writing() {
        jpeg_destroy_compress(&info);
        std::free(bytes);
    }
};

bool write(Writing& writing, Picture const& picture, int quality) {
    auto& info = writing.info;
    listen(writing.trouble);
    info.err = &writing.trouble.manager;
    if (setjmp(writing.trouble.back)) return false;
    jpeg_create_compress(&info);
    jpeg_mem_dest(&info, &writing.bytes, &writing.size);
    info.image_width = unsigned(picture.width);
    info.image_height = unsigned(picture.height);
    info.input_components = 3;
    info.in_color_space = JCS_RGB;
    jpeg_set_defaults(&info);
    jpeg_set_quality(&info, quality, TRUE);
    info.optimize_coding = TRUE;
    jpeg_simple_progression(&info);  // a slow line shows all of it soon, and sharp later
    jpeg_start_compress(&info, TRUE);
    while (info.next_scanline < info.image_height) {
        auto* row = const_cast<JSAMPROW>(
            &picture.rgb[std::size_t(info.next_scanline) * unsigned(picture.width) * 3]);
        jpeg_write_scanlines(&info, &row, 1);
    }
    jpeg_finish_compress(&info);
    return true;
}

}  // namespace

Result<Picture> read_jpeg(std::string_view bytes, Wanted const& wanted) {
    Refusal const broken{Why::invalid, "file.broken"};
    Reading reading;
    if (!read_head(reading, bytes)) return broken;
    auto& info = reading.info;
    TRY(may_decode(info.image_width, info.image_height, wanted));
    if (!start(reading, wanted.side)) return broken;
    Picture out{int(info.output_width), int(info.output_height)};
    out.rgb.resize(std::size_t(info.output_width) * info.output_height *
                   unsigned(info.output_components));
    out.turn = turn_in(info);  // the last row takes what was beside the picture with it
    if (!read_rows(reading, out.rgb.data())) return broken;
    if (info.out_color_space == JCS_CMYK) colour_inks(out.rgb, info.saw_Adobe_marker);
    return out;
}

std::string jpeg_of(Picture const& picture, int quality) {
    Writing writing;
    if (!write(writing, picture, quality)) throw std::runtime_error("cannot write a JPEG");
    return {reinterpret_cast<char const*>(writing.bytes), writing.size};
}

}  // namespace banshi::files
