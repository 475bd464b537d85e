#include "store/postgres_address.h"

#include <libpq-fe.h>

#include <memory>
#include <stdexcept>
#include <vector>

namespace banshi {

namespace {

struct Option {
    std::string keyword, value;
};

// A network that dropped a host says nothing: these find it out.
std::vector<Option> const usual{
    {"target_session_attrs", "read-write"},
    {"connect_timeout", "4"},      // seconds, for each host
    {"keepalives_idle", "5"},      // seconds without a word
    {"keepalives_interval", "2"},  // seconds
    {"keepalives_count", "3"},
    {"tcp_user_timeout", "10000"},  // milliseconds without an acknowledgement
    {"application_name", "banshi"},
};

std::string as_value(std::string const& value) {
    std::string out = "'";
    for (char const letter : value) {
        if (letter == '\'' || letter == '\\') out += '\\';
        out += letter;
    }
    return out + "'";
}

std::vector<Option> options_of(std::string const& url) {
    char* trouble = nullptr;
    std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> const all(
        PQconninfoParse(url.c_str(), &trouble), PQconninfoFree);
    std::unique_ptr<char, decltype(&PQfreemem)> const said(trouble, PQfreemem);
    if (!all) throw std::runtime_error(trouble ? trouble : url);
    std::vector<Option> options;
    for (auto const* each = all.get(); each->keyword; ++each)
        if (each->val) options.push_back({each->keyword, each->val});
    return options;
}

}  // namespace

std::string lasting_address(std::string const& url) {
    auto options = options_of(url);
    for (auto const& each : usual) {
        bool said = false;
        for (auto const& option : options) said |= option.keyword == each.keyword;
        if (!said) options.push_back(each);
    }
    std::string address;
    for (auto const& [keyword, value] : options)
        address += (address.empty() ? "" : " ") + keyword + "=" + as_value(value);
    return address;
}

}  // namespace banshi
