#include "cli/data_folder.h"

#include <fmt/format.h>
#include <pwd.h>
#include <unistd.h>

#include <algorithm>
#include <iostream>

#include "engines/people/key_marks.h"
#include "engines/people/keys.h"
#include "engines/record/logs.h"
#include "store/copy.h"
#include "store/reseal.h"

namespace banshi::cli {

namespace fs = std::filesystem;

namespace {

std::string user_name() {
    auto const* const user = getpwuid(geteuid());
    return user ? user->pw_name : std::to_string(geteuid());
}

char const* word_of(std::error_code const& code) {
    if (code == std::errc::permission_denied || code == std::errc::operation_not_permitted)
        return "cli.trouble.denied";
    if (code == std::errc::read_only_file_system) return "cli.trouble.read_only";
    if (code == std::errc::no_space_on_device) return "cli.trouble.full";
    if (code == std::errc::no_such_file_or_directory) return "cli.trouble.missing";
    return "cli.trouble.other";
}

// "2:" and much base64: a nonce and a seal have 40 bytes.
bool looks_sealed(std::string const& text) {
    auto const box = std::string_view(text).substr(text.find(':') + 1);
    return box.size() >= 56 && box.size() % 4 == 0 && std::ranges::all_of(box, [](unsigned char c) {
               return std::isalnum(c) || c == '+' || c == '/' || c == '=';
           });
}

bool opens(std::string const& text) try {
    people::unseal(text);
    return true;
} catch (std::runtime_error const&) { return false; }

}  // namespace

int tell_trouble(Environment const& here, std::error_code const& code, std::string const& path) {
    auto const texts = read_texts(here.folders.text);
    std::cerr << texts.say(here.language, word_of(code),
                           {{"path", path}, {"user", user_name()}, {"why", code.message()}})
              << "\n";
    return failed;
}

void check_data(Environment const& here) {
    std::vector<std::pair<fs::path, int>> all{{here.data, R_OK | W_OK | X_OK}, {here.keys(), R_OK}};
    if (backend_of(here.database) == Backend::sqlite)
        if (fs::path const file = here.database.substr(sqlite_scheme.size()); fs::exists(file))
            all.emplace_back(file, R_OK | W_OK);
    for (auto const& [path, rights] : all) {
        if (access(path.c_str(), rights) == 0) continue;
        std::error_code const code(errno, std::generic_category());
        if (code != std::errc::no_such_file_or_directory)
            throw Stopped{tell_trouble(here, code, path.string())};
        auto const texts = read_texts(here.folders.text);
        std::cerr << texts.say(here.language, "cli.doctor.folder.ill",
                               {{"data", here.data.string()}})
                  << "\n";
        throw Stopped{failed};
    }
}

bool keys_open(std::string const& url) {
    std::vector<std::string> beginnings;
    for (int id = 1; id <= 99; ++id) beginnings.push_back(fmt::format("{}:", id));
    bool sealed = false;
    return holds_text(url, beginnings,
                      [&](std::string const& text) {
                          sealed = sealed || looks_sealed(text);
                          return opens(text);
                      }) ||
           !sealed;
}

bool keys_fit(Store& store, std::string const& url) {
    std::optional<bool> marked;
    store.read_now(
        [&](Transaction& tx) { marked = people::marked_keys_fit(tx, record::city_log); });
    if (marked) return *marked;
    if (!keys_open(url)) return false;
    store.write_now([&](Transaction& tx) {
        people::mark_keys(tx, record::city_log, system_random());
        return true;
    });
    return true;
}

}  // namespace banshi::cli
