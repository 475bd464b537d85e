#include "engines/files/develop.h"

#include <gtest/gtest.h>

#include "engines/files/pictures_for_test.h"

namespace banshi::files {

namespace {

std::string code(std::string const& bytes) {
    auto const developed = develop({"a.jpg", "image/jpeg", bytes});
    return developed ? "ok" : developed.refusal().text;
}
Developed developed(std::string const& bytes) { return develop({"", "", bytes}).value(); }

Picture seen(std::string const& jpeg) { return read_jpeg(jpeg, {photo_side, most_pixels}).value(); }

// The same JPEG, which claims another size.
std::string claiming(std::string jpeg, int width, int height) {
    auto const frame = jpeg.find("\xff\xc2");  // ours are progressive
    for (int i = 0; i < 2; ++i) {
        jpeg[frame + 5 + unsigned(i)] = static_cast<char>(height >> 8 * (1 - i));
        jpeg[frame + 7 + unsigned(i)] = static_cast<char>(width >> 8 * (1 - i));
    }
    return jpeg;
}

}  // namespace

TEST(Develop, EveryWayToHoldACameraComesOutUpright) {
    // Where the fields of the upright picture lie in the file, for each way of holding.
    std::map<int, std::string> const upright_corners{{1, "rgby"}, {2, "gryb"}, {3, "ybgr"},
                                                     {4, "byrg"}, {5, "rbgy"}, {6, "bryg"},
                                                     {7, "ygbr"}, {8, "gyrb"}};
    for (auto const& [turn, wanted] : upright_corners)
        for (bool const little : {true, false}) {
            auto const out = developed(as_phone_jpeg(four_fields(64, 32), turn, little));
            EXPECT_EQ(corners(seen(out.bytes)), wanted) << turn;
            EXPECT_EQ(out.width, turn < 5 ? 64 : 32) << turn;
            EXPECT_EQ(out.height, turn < 5 ? 32 : 64) << turn;
        }
}

TEST(Develop, NothingTravelsWithThePhoto) {
    auto const sent = as_phone_jpeg(four_fields(800, 400), 6);
    ASSERT_NE(sent.find("SECRET"), sent.npos);
    auto const out = developed(sent);
    for (auto const* bytes : {&out.bytes, &out.preview})
        for (auto const* word : {"SECRET", "Exif", "GPS", "adobe", "comment"})
            EXPECT_EQ(bytes->find(word), bytes->npos) << word;
    EXPECT_EQ(seen(out.bytes).turn, 1);
}

TEST(Develop, LargePhotosShrinkAndSmallOnesStay) {
    auto const large = developed(jpeg_of(four_fields(5000, 2500), 80));
    EXPECT_EQ(large.width, 2048);
    EXPECT_EQ(large.height, 1024);
    EXPECT_EQ(corners(seen(large.bytes)), "rgby");
    EXPECT_EQ(seen(large.preview).width, 480);
    EXPECT_EQ(seen(large.preview).height, 240);
    EXPECT_LT(large.preview.size(), large.bytes.size());
    EXPECT_EQ(developed(jpeg_of(four_fields(300, 200), 80)).width, 300);
    EXPECT_EQ(developed(jpeg_of(four_fields(4000, 3), 80)).height, 2) << "never nothing";
}

TEST(Develop, EveryFormatOfAPhoneBecomesJpeg) {
    auto const fields = four_fields(600, 400);
    for (auto const& bytes : {as_png(fields), as_webp(fields), as_moving_webp(fields)}) {
        auto const out = developed(bytes);
        EXPECT_EQ(out.format, Format::jpeg);
        EXPECT_EQ(out.width, 600);
        EXPECT_EQ(corners(seen(out.bytes)), "rgby");
    }
    EXPECT_EQ(developed(as_webp(four_fields(3000, 1500))).width, 2048);
    EXPECT_GT(seen(developed(as_png(fields, true)).bytes).rgb[0], 250) << "transparent is white";
}

TEST(Develop, BombsAreRefusedBeforeTheyOpen) {
    auto const small = jpeg_of(four_fields(64, 64), 80);
    EXPECT_EQ(code(claiming(small, 60000, 60000)), "file.pixels");
    auto png = as_png(four_fields(64, 64));
    png[17] = '\x01';  // 65,600 wide; the check sum of the head is wrong too
    EXPECT_NE(code(png), "ok");
    EXPECT_FALSE(may_decode(10'000, 6'001, {photo_side, most_pixels}));
    EXPECT_TRUE(may_decode(10'000, 6'000, {photo_side, most_pixels}));
    EXPECT_EQ(code(std::string(most_bytes + 1, 'x')), "file.too_large");
}

TEST(Develop, WhateverIsCutOffIsRefused) {
    auto const fields = four_fields(200, 100);
    for (auto const& whole : {as_phone_jpeg(fields, 6), as_png(fields), as_webp(fields)})
        for (auto const share : {0.3, 0.6, 0.9}) {
            auto const cut = whole.substr(0, std::size_t(double(whole.size()) * share));
            EXPECT_EQ(code(cut), "file.broken") << share << " of " << whole.size();
        }
    EXPECT_EQ(code("%PDF-1.4\n1 0 obj"), "file.broken");
    EXPECT_EQ(code(as_docx().substr(0, 60)), "file.broken");
}

// Whatever byte is changed, the answer is a photo or a refusal, and never a crash.
TEST(Develop, DamagedPhotosNeverCrash) {
    auto const fields = four_fields(48, 32);
    unsigned seed = 1;
    for (auto const& whole : {as_phone_jpeg(fields, 6), as_png(fields), as_webp(fields),
                              as_moving_webp(fields), as_docx()})
        for (int i = 0; i < 400; ++i) {
            auto bytes = whole;
            for (int n = 0; n < 3; ++n) {
                seed = seed * 1664525 + 1013904223;
                bytes[(seed >> 8) % bytes.size()] = static_cast<char>(seed);
            }
            (void)code(bytes);
        }
}

TEST(Sniff, DocumentsAreKnownByWhatIsInThem) {
    EXPECT_EQ(developed("%PDF-1.7\n...\n%%EOF\n").format, Format::pdf);
    EXPECT_EQ(developed(as_docx()).format, Format::docx);
    EXPECT_EQ(developed(archive({{"[Content_Types].xml", "spreadsheetml.sheet.main+xml"},
                                 {"xl/workbook.xml", "<w/>"}}))
                  .format,
              Format::xlsx);
    for (auto const* text : {"<html><script>", "<svg xmlns='http://www.w3.org/2000/svg'/>", "MZ",
                             "GIF89a", "\x89PNG", "#!/bin/sh", "RIFF1234WAVE"})
        EXPECT_EQ(code(text), "file.kind") << text;
    EXPECT_EQ(code(""), "file.empty");
    EXPECT_EQ(code(archive({{"a.txt", "a"}})), "file.kind");
    EXPECT_EQ(code(as_docx("application/vnd.ms-word.document.macroEnabled.main+xml")), "file.kind");
}

}  // namespace banshi::files
