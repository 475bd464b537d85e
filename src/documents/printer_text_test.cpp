#include "documents/printer_text.h"

#include <gtest/gtest.h>

namespace banshi::documents {

using Lines = std::vector<std::string>;

// Codes from the tables of GB 2312 and GB 18030.
TEST(PrinterText, CommonCharactersAreTwoBytes) {
    EXPECT_EQ(printer_bytes("A请号", Characters::gbk), "A\xC7\xEB\xBA\xC5");
    EXPECT_EQ(printer_bytes("●─○□", Characters::gbk), "\xA1\xF1\xA9\xA4\xA1\xF0\xA1\xF5");
}

TEST(PrinterText, RareIdeographsNeedTheLargerFont) {
    EXPECT_EQ(printer_bytes("𠮷", Characters::gb18030), "\x95\x34\xB2\x35");
    EXPECT_EQ(printer_bytes("𠮷", Characters::gbk), "\xA1\xFE");
}

TEST(PrinterText, WhatNoPrinterHasIsMarked) {
    EXPECT_EQ(printer_bytes("张😀", Characters::gb18030), "\xD5\xC5\xA1\xFE");
    EXPECT_EQ(printer_bytes("\xFF", Characters::gb18030), "\xA1\xFE");
    EXPECT_EQ(printer_bytes("a\u200Bb\uFE0F", Characters::gb18030), "ab");
}

// A name that tries to cut the paper and open the till.
TEST(PrinterText, ANameIsNeverACommand) {
    EXPECT_EQ(printer_bytes("张\x1D\x56\x42\n\x1B\x70", Characters::gb18030), "\xD5\xC5 VB  p");
    EXPECT_EQ(printer_bytes("\u009B", Characters::gb18030), " ");
}

TEST(PrinterText, LinesBreakBetweenIdeographs) {
    EXPECT_EQ(wrapped("预约号到时间后先叫", 10), (Lines{"预约号到时", "间后先叫"}));
    EXPECT_EQ(wrapped("预约号，到时先叫", 6), (Lines{"预约", "号，到", "时先叫"}));
    EXPECT_EQ(wrapped("号（预约）", 4), (Lines{"号", "（预", "约）"}));
}

TEST(PrinterText, WordsStayWholeWhereTheyFit) {
    EXPECT_EQ(wrapped("come at nine", 7), (Lines{"come at", "nine"}));
    EXPECT_EQ(wrapped("窗口A12", 6), (Lines{"窗口", "A12"}));
    EXPECT_EQ(wrapped("abcdefgh", 3), (Lines{"abc", "def", "gh"}));
    EXPECT_EQ(wrapped("", 10), Lines{});
}

}  // namespace banshi::documents
