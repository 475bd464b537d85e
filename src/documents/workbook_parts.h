#pragma once
// What the sheets of a workbook share: their list, the texts and the formats.

#include <string>
#include <vector>

#include "base/result.h"
#include "documents/archive.h"
#include "documents/number_format.h"
#include "documents/workbook_reader.h"
#include "documents/xml_events.h"

namespace banshi::documents {

struct WorkbookParts {
    struct SheetPart {
        std::string name;
        std::string path;
        bool hidden = false;
    };
    std::vector<SheetPart> sheets;
    std::vector<std::string> texts;
    std::vector<NumberFormat> formats;  // by the style of a cell
    bool from_1904 = false;             // days are counted from there
};

Result<WorkbookParts> read_parts(Archive&, WorkbookLimits const&);

Result<void> read_xml(Archive&, std::string const& part, XmlEvents);

// Gathers the text between <t> and </t>, of several runs too, but not of their phonetic guides.
class TextRuns {
public:
    explicit TextRuns(std::size_t may_hold) : left_(may_hold) {}

    void opened(std::string_view name);
    void closed(std::string_view name);
    // Refuses workbook.too_large when all texts together are longer than they may be.
    Result<void> text(std::string_view);
    // The text so far, with _x000D_ as what it stands for.
    std::string taken();

private:
    std::size_t left_;
    int guides_ = 0;
    bool listens_ = false;
    std::string text_;
};

}  // namespace banshi::documents
