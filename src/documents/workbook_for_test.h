#pragma once
// For tests: workbooks as other programs write them, part by part.

#include <fmt/format.h>
#include <zip.h>

#include <map>

#include "documents/outside_for_test.h"

namespace banshi::documents {

using Parts = std::map<std::string, std::string>;

inline std::string zipped(Parts const& parts) {
    HeldFile const file("");
    auto* const zip = zip_open(file.path().c_str(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
    for (auto const& [name, bytes] : parts)
        zip_file_add(zip, name.c_str(), zip_source_buffer(zip, bytes.data(), bytes.size(), 0), 0);
    EXPECT_EQ(zip_close(zip), 0);
    std::ifstream in(file.path(), std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

// With one sheet, whose rows are written as a part of a workbook writes them.
inline Parts parts(std::string const& rows) {
    std::string const type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    auto const relation = [&](char const* id, char const* kind, char const* target) {
        return fmt::format("<Relationship Id=\"{}\" Type=\"{}{}\" Target=\"{}\"/>", id, type, kind,
                           target);
    };
    return {{"_rels/.rels", "<Relationships>" + relation("a", "officeDocument", "xl/workbook.xml") +
                                "</Relationships>"},
            {"xl/_rels/workbook.xml.rels",
             "<Relationships>" + relation("r1", "worksheet", "/xl/worksheets/one.xml") +
                 relation("r2", "sharedStrings", "../xl/texts.xml") +
                 relation("r3", "styles", "styles.xml") + "</Relationships>"},
            {"xl/workbook.xml",
             "<x:workbook xmlns:x='m' xmlns:r='r'><x:workbookPr/><x:sheets><x:sheet name='台账' "
             "sheetId='1' r:id='r1'/></x:sheets></x:workbook>"},
            {"xl/texts.xml",
             "<sst><si><t>平房</t></si><si><r><t>一</t></r><r><t xml:space='preserve"
             "'> 二</t></r><rPh><t>er</t></rPh></si><si/><si><t>_x4E8C_</t></si></sst>"},
            {"xl/styles.xml",
             "<styleSheet><numFmts><numFmt numFmtId='170' formatCode='yyyy&quot;年&quot;m&quot;月"
             "&quot;'/></numFmts><cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs><xf "
             "numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='170'/><xf numFmtId='20'/><xf "
             "numFmtId='22'/></cellXfs></styleSheet>"},
            {"xl/worksheets/one.xml",
             "<x:worksheet xmlns:x='m'><x:sheetData>" + rows + "</x:sheetData></x:worksheet>"}};
}

}  // namespace banshi::documents
