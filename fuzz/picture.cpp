// Photos in the three formats of phones, and how the camera was held.

#include "engines/files/picture.h"
#include "fuzz.h"

void banshi::fuzz::one(std::string_view bytes) {
    files::Wanted const wanted{64, 1'000'000};
    for (auto const read : {files::read_jpeg, files::read_png, files::read_webp})
        if (auto const picture = read(bytes, wanted)) {
            auto const& [width, height, rgb, turn] = picture.value();
            must(width > 0 && height > 0 && turn >= 1 && turn <= 8);
            must(rgb.size() == std::size_t(3) * std::size_t(width) * std::size_t(height));
        }
    (void)files::turn_of(bytes);
}
