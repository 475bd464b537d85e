#pragma once
// For tests: a picture of grey dots, and ZBar to read the code in it.

#include <zbar.h>

#include <string>
#include <vector>

namespace banshi::documents {

struct Picture {
    unsigned width = 0, height = 0;
    std::string dots;  // a byte each, 0 is black
};

// The texts of the codes that ZBar sees.
inline std::vector<std::string> scanned(Picture const& picture) {
    zbar::Image image(picture.width, picture.height, "Y800", picture.dots.data(),
                      picture.dots.size());
    zbar::ImageScanner scanner;
    scanner.set_config(zbar::ZBAR_NONE, zbar::ZBAR_CFG_ENABLE, 0);
    scanner.set_config(zbar::ZBAR_QRCODE, zbar::ZBAR_CFG_ENABLE, 1);
    scanner.scan(image);
    std::vector<std::string> texts;
    for (auto symbol = image.symbol_begin(); symbol != image.symbol_end(); ++symbol)
        texts.push_back(symbol->get_data());
    return texts;
}

}  // namespace banshi::documents
