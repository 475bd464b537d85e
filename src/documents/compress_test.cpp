#include "documents/compress.h"

#include <gtest/gtest.h>

#include "documents/outside_for_test.h"

namespace banshi::documents {

static std::string text() {
    std::string all;
    for (int i = 0; i < 5000; ++i) all += "号" + std::to_string(i * 7919 % 10007) + '\n';
    return all;
}

TEST(Compress, GunzipReadsIt) {
    HeldFile const file(packed(text()));
    EXPECT_EQ(output_of("gunzip -c < " + file.path()), text());
    EXPECT_LT(packed(text()).size(), text().size() / 2);
}

TEST(Compress, ComesBack) {
    for (auto const packing : {Packing::gzip, Packing::deflate})
        for (auto const& bytes : {text(), std::string(), std::string(3, '\0')})
            EXPECT_EQ(unpacked(packed(bytes, packing), packing, 1'000'000).value(), bytes);
}

// RFC 1950: deflate on the wire begins with 78, gzip with 1F 8B and no time (RFC 1952).
TEST(Compress, FormatsAreThoseOfTheWire) {
    EXPECT_EQ(packed("x", Packing::deflate)[0], '\x78');
    EXPECT_EQ(packed("x").substr(0, 8), std::string("\x1F\x8B\x08\0\0\0\0\0", 8));
}

TEST(Compress, ABombIsRefusedEarly) {
    auto const bomb = packed(std::string(50'000'000, '\0'));
    EXPECT_LT(bomb.size(), 100'000u);
    EXPECT_EQ(unpacked(bomb, Packing::gzip, 1000).refusal().text, "packing.too_large");
}

TEST(Compress, BrokenBytesAreRefused) {
    auto const whole = packed(text());
    auto bent = whole;
    bent[bent.size() / 2] ^= 0x55;
    for (auto const& bytes : {std::string(), whole.substr(0, whole.size() - 1), whole + "x", bent,
                              std::string("no gzip at all")})
        EXPECT_EQ(unpacked(bytes, Packing::gzip, 1'000'000).refusal().text, "packing.broken");
}

}  // namespace banshi::documents
