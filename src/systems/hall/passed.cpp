#include "systems/hall/passed.h"

namespace banshi::hall {

std::string written_passed(std::vector<tickets::Passed> const& passed, Zone const& zone) {
    std::string text;
    for (auto const& [ticket, because] : passed)
        text += (text.empty() ? "" : " ") + ticket.number + "@" + written(ticket.key.due, zone) +
                "=" + boost::describe::enum_to_string(because, "");
    return text;
}

std::vector<PassedOver> read_passed(std::string_view text) {
    std::vector<PassedOver> out;
    while (!text.empty()) {
        auto const end = std::min(text.find(' '), text.size());
        auto const word = text.substr(0, end);
        auto const at = word.find('@'), is = word.find('=');
        if (at != word.npos && is != word.npos && at < is)
            if (auto const due = read_instant(word.substr(at + 1, is - at - 1)))
                out.push_back(
                    {std::string(word.substr(0, at)), *due, std::string(word.substr(is + 1))});
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

}  // namespace banshi::hall
