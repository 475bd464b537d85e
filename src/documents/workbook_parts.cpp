#include "documents/workbook_parts.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <functional>
#include <map>

#include "documents/characters.h"

namespace banshi::documents {

namespace fs = std::filesystem;

namespace {

struct Relation {
    std::string type;  // the last word of its address: worksheet, styles, sharedStrings
    std::string path;
};

using Relations = std::map<std::string, Relation, std::less<>>;

// The parts that a part points to, by id. They stand in a file of their own beside it.
Result<Relations> read_relations(Archive& archive, fs::path const& part) {
    auto const beside = part.parent_path() / "_rels" / (part.filename().string() + ".rels");
    Relations relations;
    XmlEvents events;
    events.opened = [&](std::string_view name, Attributes attributes) -> Result<void> {
        if (name != "Relationship" || attributes["TargetMode"] == "External") return {};
        auto const type = attributes["Type"];
        // An address from the root begins with a slash, which replaces the folder.
        auto const path = ("/" / part.parent_path() / attributes["Target"]).lexically_normal();
        relations[std::string(attributes["Id"])] = {std::string(type.substr(type.rfind('/') + 1)),
                                                    path.relative_path().string()};
        return {};
    };
    TRY(read_xml(archive, beside.string(), events));
    return relations;
}

std::string path_of(Relations const& relations, std::string_view type) {
    for (auto const& [id, relation] : relations)
        if (relation.type == type) return relation.path;
    return {};
}

Result<void> read_book(Archive& archive, std::string const& path, Relations const& relations,
                       WorkbookParts& parts) {
    XmlEvents events;
    events.opened = [&](std::string_view name, Attributes attributes) -> Result<void> {
        if (name == "workbookPr")
            parts.from_1904 = attributes["date1904"] == "1" || attributes["date1904"] == "true";
        if (name != "sheet") return {};
        auto const relation = relations.find(attributes["id"]);
        if (relation != relations.end() && relation->second.type == "worksheet")
            parts.sheets.push_back({std::string(attributes["name"]), relation->second.path,
                                    attributes["state"].ends_with("idden")});
        return {};
    };
    TRY(read_xml(archive, path, events));
    std::ranges::stable_partition(parts.sheets, std::not_fn(&WorkbookParts::SheetPart::hidden));
    return {};
}

Result<void> read_texts(Archive& archive, std::string const& path, WorkbookLimits const& limits,
                        std::vector<std::string>& texts) {
    TextRuns runs(limits.text);
    XmlEvents events;
    events.opened = [&](std::string_view name, Attributes) -> Result<void> {
        runs.opened(name);
        return {};
    };
    events.closed = [&](std::string_view name) -> Result<void> {
        runs.closed(name);
        if (name != "si") return {};
        if (texts.size() == limits.cells)
            return Refusal{Why::invalid, "workbook.too_many", "shared texts"};
        texts.push_back(runs.taken());
        return {};
    };
    events.text = [&](std::string_view text) { return runs.text(text); };
    return read_xml(archive, path, events);
}

int whole_in(std::string_view digits) {
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

// Cells name a place in the list cellXfs, which names a format by number.
Result<void> read_formats(Archive& archive, std::string const& path,
                          std::vector<NumberFormat>& formats) {
    std::map<int, NumberFormat> own;
    bool in_list = false;
    XmlEvents events;
    events.opened = [&](std::string_view name, Attributes attributes) -> Result<void> {
        auto const number = whole_in(attributes["numFmtId"]);
        if (name == "numFmt") own[number] = written_format(attributes["formatCode"]);
        if (name == "cellXfs") in_list = true;
        if (name == "xf" && in_list)
            formats.push_back(own.contains(number) ? own[number] : known_format(number));
        return {};
    };
    events.closed = [&](std::string_view name) -> Result<void> {
        if (name == "cellXfs") in_list = false;
        return {};
    };
    return read_xml(archive, path, events);
}

int hexadecimal(std::string_view four) {
    int value = -1;
    auto const end = four.data() + four.size();
    return std::from_chars(four.data(), end, value, 16).ptr == end ? value : -1;
}

// Excel writes what XML cannot hold as _x000D_, and an underline before such text as _x005F_.
std::string unescaped(std::string text) {
    std::string out;
    std::string_view rest = text;
    while (!rest.empty()) {
        auto const at = rest.find("_x");
        out += rest.substr(0, at);
        rest.remove_prefix(std::min(at, rest.size()));
        if (rest.empty()) break;
        bool const closed = rest.size() >= 7 && rest[6] == '_';
        auto const code = closed ? hexadecimal(rest.substr(2, 4)) : -1;
        if (code >= 0)
            out += utf8(static_cast<char32_t>(code));
        else
            out += rest.substr(0, 2);
        rest.remove_prefix(code >= 0 ? 7 : 2);
    }
    return clean(out);
}

}  // namespace

Result<void> read_xml(Archive& archive, std::string const& part, XmlEvents events) {
    XmlReader reader(std::move(events));
    return archive.read(
        part, [&](std::string_view piece, bool is_last) { return reader.read(piece, is_last); });
}

Result<WorkbookParts> read_parts(Archive& archive, WorkbookLimits const& limits) {
    WorkbookParts parts;
    auto const book = path_of(TRY(read_relations(archive, "")), "officeDocument");
    if (book.empty()) return Refusal{Why::invalid, "workbook.broken", "no workbook in it"};
    auto const relations = TRY(read_relations(archive, book));
    TRY(read_book(archive, book, relations, parts));
    if (auto const texts = path_of(relations, "sharedStrings"); !texts.empty())
        TRY(read_texts(archive, texts, limits, parts.texts));
    if (auto const styles = path_of(relations, "styles"); !styles.empty())
        TRY(read_formats(archive, styles, parts.formats));
    return parts;
}

void TextRuns::opened(std::string_view name) {
    if (name == "rPh") ++guides_;
    if (name == "t" && guides_ == 0) listens_ = true;
}

void TextRuns::closed(std::string_view name) {
    if (name == "rPh") --guides_;
    if (name == "t") listens_ = false;
}

Result<void> TextRuns::text(std::string_view text) {
    if (!listens_) return {};
    if (text.size() > left_) return Refusal{Why::invalid, "workbook.too_large", "text"};
    left_ -= text.size();
    text_ += text;
    return {};
}

std::string TextRuns::taken() { return unescaped(std::exchange(text_, {})); }

}  // namespace banshi::documents
