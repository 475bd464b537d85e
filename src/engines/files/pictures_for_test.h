#pragma once
// Real files for the tests, made as phones and offices make them.

#include <png.h>
#include <webp/encode.h>
#include <webp/mux.h>
#include <zip.h>

#include <array>
#include <map>
#include <stdexcept>

#include "engines/files/picture.h"

namespace banshi::files {

using Colour = std::array<int, 3>;
inline constexpr Colour red{220, 20, 20}, green{20, 200, 20}, blue{20, 20, 220},
    yellow{230, 220, 30};

// Four fields: red, green; blue, yellow.
inline Picture four_fields(int width, int height) {
    Picture out{width, height};
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            auto const& colour =
                y < height / 2 ? (x < width / 2 ? red : green) : (x < width / 2 ? blue : yellow);
            for (int const part : colour) out.rgb.push_back(static_cast<std::uint8_t>(part));
        }
    return out;
}

// r, g, b or y: the field in which this share of width and height lies.
inline char colour_at(Picture const& picture, double x, double y) {
    auto const at = (std::size_t(y * picture.height) * unsigned(picture.width) +
                     std::size_t(x * picture.width)) *
                    3;
    auto const is = [&](Colour const& wanted) {
        int away = 0;
        for (std::size_t i = 0; i < 3; ++i) away += std::abs(picture.rgb[at + i] - wanted[i]);
        return away < 60;
    };
    return is(red) ? 'r' : is(green) ? 'g' : is(blue) ? 'b' : is(yellow) ? 'y' : '?';
}
inline std::string corners(Picture const& picture) {
    return {colour_at(picture, 0.2, 0.2), colour_at(picture, 0.8, 0.2),
            colour_at(picture, 0.2, 0.8), colour_at(picture, 0.8, 0.8)};
}

// EXIF as cameras write it: how it was held, and where. "SECRET" stands for all that must go.
inline std::string exif(int turn, bool little = true) {
    std::string out(little ? "II*\0" : "MM\0*", 4);
    auto const number = [&](std::size_t value, int bytes) {
        for (int i = 0; i < bytes; ++i)
            out += static_cast<char>(value >> 8 * (little ? i : bytes - 1 - i));
    };
    number(8, 4);
    number(3, 2);                                                              // entries
    number(0x010f, 2), number(2, 2), number(7, 4), number(60, 4);              // the maker
    number(0x0112, 2), number(3, 2), number(1, 4), number(unsigned(turn), 2);  // the turn
    number(0, 2);
    number(0x8825, 2), number(4, 2), number(1, 4), number(50, 4);  // the place
    number(0, 4);
    number(0, 2), number(0, 4);  // an empty directory of places
    out.resize(60, '\0');
    return out + std::string("SECRET\0", 7) + "GPSLatitude 45.75";
}

inline std::string with_segment(std::string const& jpeg, char marker, std::string const& data) {
    auto const length = data.size() + 2;
    return jpeg.substr(0, 2) + "\xff" + marker + static_cast<char>(length >> 8) +
           static_cast<char>(length) + data + jpeg.substr(2);
}
inline std::string as_phone_jpeg(Picture const& picture, int turn, bool little = true) {
    auto out = with_segment(jpeg_of(picture, 90), '\xe1',
                            std::string("http://ns.adobe.com/xap/1.0/\0<x>SECRET</x>", 42));
    out = with_segment(out, '\xe1', std::string("Exif\0\0", 6) + exif(turn, little));
    return with_segment(out, '\xfe', "SECRET comment");
}

inline std::string as_png(Picture const& picture, bool see_through = false) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = unsigned(picture.width);
    image.height = unsigned(picture.height);
    image.format = see_through ? PNG_FORMAT_RGBA : PNG_FORMAT_RGB;
    std::vector<std::uint8_t> const nothing(picture.rgb.size() / 3 * 4, 0);
    auto const* pixels = see_through ? nothing.data() : picture.rgb.data();
    png_alloc_size_t size = 0;
    if (!png_image_write_to_memory(&image, nullptr, &size, 0, pixels, 0, nullptr)) return {};
    std::string out(size, '\0');
    png_image_write_to_memory(&image, out.data(), &size, 0, pixels, 0, nullptr);
    return out.substr(0, size);
}

inline std::string as_webp(Picture const& picture) {
    std::uint8_t* bytes = nullptr;
    auto const size = WebPEncodeRGB(picture.rgb.data(), picture.width, picture.height,
                                    picture.width * 3, 90, &bytes);
    std::string out(reinterpret_cast<char const*>(bytes), size);
    WebPFree(bytes);
    return out;
}

// The picture first, then nothing but black.
inline std::string as_moving_webp(Picture const& picture) {
    auto* const encoder = WebPAnimEncoderNew(picture.width, picture.height, nullptr);
    Picture const black{picture.width, picture.height,
                        std::vector<std::uint8_t>(picture.rgb.size(), 0)};
    int at = 0;
    for (auto const* each : {&picture, &black}) {
        WebPConfig config;
        WebPConfigInit(&config);
        WebPPicture frame;
        WebPPictureInit(&frame);
        frame.use_argb = 1;
        frame.width = each->width;
        frame.height = each->height;
        WebPPictureImportRGB(&frame, each->rgb.data(), each->width * 3);
        WebPAnimEncoderAdd(encoder, &frame, at, &config);
        WebPPictureFree(&frame);
        at += 100;
    }
    WebPAnimEncoderAdd(encoder, nullptr, at, nullptr);
    WebPData data;
    WebPDataInit(&data);
    WebPAnimEncoderAssemble(encoder, &data);
    std::string out(reinterpret_cast<char const*>(data.bytes), data.size);
    WebPDataClear(&data);
    WebPAnimEncoderDelete(encoder);
    return out;
}

inline std::string archive(std::map<std::string, std::string> const& parts) {
    auto* const source = zip_source_buffer_create(nullptr, 0, 0, nullptr);
    auto* const zip = zip_open_from_source(source, ZIP_CREATE | ZIP_TRUNCATE, nullptr);
    zip_source_keep(source);
    for (auto const& [name, text] : parts)
        zip_file_add(zip, name.c_str(), zip_source_buffer(zip, text.data(), text.size(), 0), 0);
    zip_close(zip);
    zip_stat_t stat;
    zip_source_stat(source, &stat);
    std::string out(stat.size, '\0');
    zip_source_open(source);
    zip_source_read(source, out.data(), out.size());
    zip_source_close(source);
    zip_source_free(source);
    return out;
}

inline std::string as_docx(std::string const& type = "wordprocessingml.document.main+xml") {
    return archive(
        {{"[Content_Types].xml", "<Types><Override ContentType=\"" + type + "\"/></Types>"},
         {"word/document.xml", "<w:document/>"}});
}

}  // namespace banshi::files
