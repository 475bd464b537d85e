#include "systems/voices/paper.h"

namespace banshi::voices {

std::string PaperWords::operator()(std::string const& key, Facts const& facts) const {
    return call_.texts.say(call_.language, "voices." + group_ + "." + key, facts);
}

std::string PaperWords::day(Instant at) const { return written(call_.district.zone().day_of(at)); }

void Paper::add_part(std::string heading, std::string const& text) {
    if (text.empty()) return;
    add(documents::Heading{std::move(heading)});
    add(documents::Paragraph{text});
}

void Paper::add_facts(std::vector<std::pair<char const*, std::string>> const& facts) {
    documents::Table table{{{"", 1}, {"", 3}}, {}};
    for (auto const& [key, value] : facts)
        if (!value.empty()) table.rows.push_back({words_(key), value});
    add(std::move(table));
}

Result<File> Paper::printed(Instant now, std::string const& name) const {
    auto bytes = TRY(documents::sheet_pdf(sheet_, now));
    return File{"application/pdf", name + ".pdf", std::move(bytes)};
}

}  // namespace banshi::voices
