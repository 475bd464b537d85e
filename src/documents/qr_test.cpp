#include "documents/qr.h"

#include <gtest/gtest.h>

#include <cstdio>

#include "documents/scan_for_test.h"

namespace banshi::documents {

static constexpr unsigned dots = 4;  // a side of a square

static Picture blank(QrMatrix const& matrix) {
    auto const side = (matrix.size + 2 * quiet_zone) * dots;
    return {side, side, std::string(side * side, '\xFF')};
}

static void ink(Picture& picture, int x, int y) {
    for (unsigned row = 0; row < dots; ++row)
        picture.dots.replace(
            ((y + quiet_zone) * dots + row) * picture.width + (x + quiet_zone) * dots, dots, dots,
            '\0');
}

static Picture drawn(QrMatrix const& matrix) {
    auto picture = blank(matrix);
    for (int y = 0; y < matrix.size; ++y)
        for (int x = 0; x < matrix.size; ++x)
            if (matrix.at(x, y)) ink(picture, x, y);
    return picture;
}

// Reads the path back as a browser would: each part is a bar one unit high.
static Picture drawn(QrMatrix const& matrix, std::string const& path) {
    auto picture = blank(matrix);
    int x = 0, y = 0, width = 0, back = 0, used = 0;
    for (auto const* at = path.c_str();
         std::sscanf(at, "M%d %dh%dv1h-%dz%n", &x, &y, &width, &back, &used) == 4; at += used) {
        EXPECT_EQ(width, back);
        for (int i = 0; i < width; ++i) ink(picture, x + i, y);
    }
    return picture;
}

TEST(Qr, AnotherReaderSeesTheSameText) {
    for (std::string const text : {"https://hall.example/t/8F3K2M?p=184203", "0123456789",
                                   "HTTPS://HALL.EXAMPLE/T/8F3K", "民生大厦 A026"}) {
        auto const matrix = qr_matrix(text).value();
        EXPECT_EQ(scanned(drawn(matrix)), std::vector{text});
        EXPECT_EQ(drawn(matrix, svg_path(matrix)).dots, drawn(matrix).dots);
    }
}

// The link of a ticket, as the kiosk prints it.
TEST(Qr, ALinkIsSmall) {
    EXPECT_EQ(qr_matrix("https://hall.example/t/8F3K2M?p=1842").value().size, 29);
}

TEST(Qr, RefusesWhatNoCodeHolds) {
    EXPECT_TRUE(qr_matrix(std::string(2331, 'a')));
    auto const refused = qr_matrix(std::string(2332, 'a'));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.refusal().text, "qr.too_long");
}

TEST(Qr, ANulIsDataNotAnEnd) {
    EXPECT_GT(qr_matrix(std::string(200, '\0')).value().size, qr_matrix("").value().size);
}

}  // namespace banshi::documents
