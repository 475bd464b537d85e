#include "engines/tickets/passed.h"

#include <boost/describe/enum_from_string.hpp>
#include <boost/describe/enum_to_string.hpp>
#include <sstream>
#include <stdexcept>

namespace banshi::tickets {

std::string written_passed(std::vector<Passed> const& passed) {
    std::string text;
    for (auto const& [ticket, because] : passed) {
        auto const due = std::chrono::floor<Seconds>(ticket.key.due).time_since_epoch().count();
        text += (text.empty() ? "" : " ") + ticket.number + "@" + std::to_string(due) + "=" +
                boost::describe::enum_to_string(because, "");
    }
    return text;
}

std::vector<PassedNumber> read_passed(std::string_view text) {
    std::vector<PassedNumber> out;
    std::istringstream words{std::string(text)};
    for (std::string word; words >> word;) {
        auto const at = word.find('@'), is = word.find('=');
        PassedNumber passed{};
        if (at == word.npos || is == word.npos || is < at ||
            !boost::describe::enum_from_string(word.c_str() + is + 1, passed.because))
            throw std::runtime_error("a call passed over something unreadable: " + word);
        passed.number = word.substr(0, at);
        passed.due = Instant{Seconds{std::stoll(word.substr(at + 1, is - at - 1))}};
        out.push_back(std::move(passed));
    }
    return out;
}

}  // namespace banshi::tickets
