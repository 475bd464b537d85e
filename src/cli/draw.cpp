#include <fstream>
#include <iostream>
#include <iterator>

#include "cli/commands.h"
#include "engines/draws/published.h"

namespace banshi::cli {

namespace {

struct Files {
    std::optional<draws::Published> result;
    std::optional<std::string> list;
};

std::string contents(Environment const& here, Texts const& texts, std::string const& path) {
    std::ifstream in(path, std::ios::binary);
    std::string bytes(std::istreambuf_iterator<char>(in), {});
    if (in) return bytes;
    std::cerr << texts.say(here.language, "cli.draw.no_file", {{"path", path}}) << "\n";
    throw Stopped{failed};
}

// The result is JSON; whatever else is given is the list.
Files read_files(Environment const& here, Texts const& texts,
                 std::vector<std::string> const& paths) {
    Files files;
    for (auto const& path : paths) {
        auto const bytes = contents(here, texts, path);
        if (!bytes.starts_with('{')) {
            files.list = bytes;
            continue;
        }
        auto const read = draws::read_published(bytes);
        if (!read) {
            auto const& refusal = read.refusal();
            std::cerr << path << ": "
                      << texts.say(here.language, "refusal." + refusal.text, refusal.facts) << "\n";
            throw Stopped{failed};
        }
        files.result = read.value();
    }
    return files;
}

}  // namespace

int draw(Environment const& here, DrawOptions const& options) {
    auto const texts = read_texts(here.folders.text);
    auto const say = [&](std::string const& key, Facts const& facts = {}) {
        return texts.say(here.language, key, facts);
    };
    auto const files = read_files(here, texts, options.files);
    if (!files.result) {
        std::cerr << say("cli.draw.no_result") << "\n";
        return misused;
    }
    bool sound = true;
    for (auto const& check : draws::recompute(*files.result, files.list)) {
        sound &= check.holds;
        std::cout << say(check.holds ? "cli.draw.holds" : "cli.draw.differs",
                         {{"what", say(check.text, check.facts)}})
                  << "\n";
    }
    std::cout << say(sound ? "cli.draw.sound" : "cli.draw.unsound") << "\n";
    return sound ? done : broken_record;
}

}  // namespace banshi::cli
