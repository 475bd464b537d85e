// PNG by libpng, WebP by libwebp.

#include <png.h>
#include <webp/decode.h>
#include <webp/demux.h>

#include <algorithm>
#include <memory>

#include "engines/files/picture.h"

namespace banshi::files {

namespace {

Refusal const broken{Why::invalid, "file.broken"};

std::uint8_t const* octets(std::string_view bytes) {
    return reinterpret_cast<std::uint8_t const*>(bytes.data());
}

struct Free {
    void operator()(png_image* image) const { png_image_free(image); }
    void operator()(WebPDemuxer* demuxer) const { WebPDemuxDelete(demuxer); }
    void operator()(WebPIterator* frame) const { WebPDemuxReleaseIterator(frame); }
    void operator()(WebPDecoderConfig* config) const { WebPFreeDecBuffer(&config->output); }
};

int turn_in(WebPDemuxer const* demuxer) {
    WebPChunkIterator chunk;
    if (!WebPDemuxGetChunk(demuxer, "EXIF", 1, &chunk)) return 1;
    std::string_view data(reinterpret_cast<char const*>(chunk.chunk.bytes), chunk.chunk.size);
    constexpr std::string_view head("Exif\0\0", 6);  // some writers keep it
    if (data.starts_with(head)) data.remove_prefix(head.size());
    int const turn = turn_of(data);
    WebPDemuxReleaseChunkIterator(&chunk);
    return turn;
}

// At the size that is wanted, so that a large picture needs no large memory.
Result<Picture> read_frame(WebPData const& frame, Wanted const& wanted) {
    WebPDecoderConfig config;
    if (!WebPInitDecoderConfig(&config) ||
        WebPGetFeatures(frame.bytes, frame.size, &config.input) != VP8_STATUS_OK)
        return broken;
    std::unique_ptr<WebPDecoderConfig, Free> const freed(&config);
    int const width = config.input.width, height = config.input.height;
    TRY(may_decode(width, height, wanted));
    if (int const longer = std::max(width, height); longer > wanted.side) {
        config.options.use_scaling = 1;
        config.options.scaled_width = std::max(1, int(std::int64_t(width) * wanted.side / longer));
        config.options.scaled_height =
            std::max(1, int(std::int64_t(height) * wanted.side / longer));
    }
    config.output.colorspace = MODE_RGBA;
    if (WebPDecode(frame.bytes, frame.size, &config) != VP8_STATUS_OK) return broken;
    auto const& buffer = config.output.u.RGBA;
    Picture out{config.output.width, config.output.height};
    out.rgb.reserve(std::size_t(out.width) * unsigned(out.height) * 3);
    for (int y = 0; y < out.height; ++y)
        for (int x = 0; x < out.width; ++x) {
            auto const* pixel = buffer.rgba + std::ptrdiff_t(y) * buffer.stride + x * 4;
            for (int colour = 0; colour < 3; ++colour)
                out.rgb.push_back(static_cast<std::uint8_t>(
                    (pixel[colour] * pixel[3] + 255 * (255 - pixel[3])) / 255));
        }
    return out;
}

}  // namespace

Result<Picture> read_png(std::string_view bytes, Wanted const& wanted) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    std::unique_ptr<png_image, Free> const freed(&image);
    if (!png_image_begin_read_from_memory(&image, bytes.data(), bytes.size())) return broken;
    TRY(may_decode(image.width, image.height, wanted));
    image.format = PNG_FORMAT_RGB;
    Picture out{int(image.width), int(image.height)};
    out.rgb.resize(PNG_IMAGE_SIZE(image));
    png_color const white{255, 255, 255};
    if (!png_image_finish_read(&image, &white, out.rgb.data(), 0, nullptr)) return broken;
    return out;
}

Result<Picture> read_webp(std::string_view bytes, Wanted const& wanted) {
    WebPData const data{octets(bytes), bytes.size()};
    std::unique_ptr<WebPDemuxer, Free> const demuxer(WebPDemux(&data));
    if (!demuxer) return broken;
    WebPIterator frame{};
    std::unique_ptr<WebPIterator, Free> const freed(&frame);
    if (!WebPDemuxGetFrame(demuxer.get(), 1, &frame)) return broken;
    auto out = TRY(read_frame(frame.fragment, wanted));
    out.turn = turn_in(demuxer.get());
    return out;
}

}  // namespace banshi::files
