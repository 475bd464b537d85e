#include "documents/qr.h"

#include <fmt/format.h>

#include <algorithm>
#include <qrcodegen/qrcodegen.hpp>

namespace banshi::documents {

using qrcodegen::QrCode;
using qrcodegen::QrSegment;

static QrMatrix squares(QrCode const& code) {
    QrMatrix matrix{code.getSize(), {}};
    matrix.dark.reserve(static_cast<std::size_t>(matrix.size) * matrix.size);
    for (int y = 0; y < matrix.size; ++y)
        for (int x = 0; x < matrix.size; ++x) matrix.dark.push_back(code.getModule(x, y));
    return matrix;
}

// Figures and capitals pack tighter than bytes. Text beyond ASCII says that it is UTF-8:
// without the mark some readers take it for Japanese.
static std::vector<QrSegment> segments(std::string const& text) {
    static constexpr long utf8_mark = 26;  // the number of UTF-8 among the ECI assignments
    bool const ascii = std::all_of(text.begin(), text.end(), [](char c) { return c > 0; });
    if (ascii) return QrSegment::makeSegments(text.c_str());
    return {QrSegment::makeEci(utf8_mark), QrSegment::makeBytes({text.begin(), text.end()})};
}

Result<QrMatrix> qr_matrix(std::string_view text) {
    try {
        return squares(QrCode::encodeSegments(segments(std::string(text)), QrCode::Ecc::MEDIUM));
    } catch (qrcodegen::data_too_long const& e) {
        return Refusal{Why::invalid, "qr.too_long", e.what()};
    }
}

std::string svg_path(QrMatrix const& matrix) {
    std::string path;
    for (int y = 0; y < matrix.size; ++y)
        for (int x = 0; x < matrix.size;) {
            int end = x;
            while (end < matrix.size && matrix.at(end, y)) ++end;
            if (end > x) path += fmt::format("M{} {}h{}v1h-{}z", x, y, end - x, end - x);
            x = end + 1;
        }
    return path;
}

}  // namespace banshi::documents
