#include "base/text.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <stdexcept>

namespace banshi {

using Words = std::map<std::string, std::string, std::less<>>;

static void gather(toml::table const& table, std::string const& prefix, Words& words) {
    for (auto const& [key, node] : table) {
        auto const name =
            prefix.empty() ? std::string(key.str()) : prefix + "." + std::string(key.str());
        if (auto const* inner = node.as_table()) gather(*inner, name, words);
        if (auto const* text = node.as_string()) words[name] = text->get();
    }
}

void Texts::add(Language language, std::string_view toml, std::string const& file) {
    try {
        gather(toml::parse(toml, file), "", language == Language::zh ? zh_ : en_);
    } catch (toml::parse_error const& wrong) {
        throw std::runtime_error(
            fmt::format("{}:{}: {}", file, wrong.source().begin.line, wrong.description()));
    }
}

Words const& Texts::all(Language language) const { return language == Language::zh ? zh_ : en_; }

bool Texts::has(Language language, std::string_view key) const {
    return all(language).find(key) != all(language).end();
}

static std::string filled(std::string const& text, Facts const& facts) {
    std::string out;
    std::size_t at = 0;
    for (auto open = text.find('{'); open != text.npos; open = text.find('{', at)) {
        auto const close = text.find('}', open);
        if (close == text.npos) break;
        out += text.substr(at, open - at);
        auto const fact = facts.find(text.substr(open + 1, close - open - 1));
        out += fact != facts.end() ? fact->second : text.substr(open, close - open + 1);
        at = close + 1;
    }
    return out + text.substr(at);
}

std::string Texts::say(Language language, std::string_view key, Facts const& facts) const {
    for (auto const* words : {&all(language), &zh_})
        if (auto const found = words->find(key); found != words->end())
            return filled(found->second, facts);
    return std::string(key);
}

}  // namespace banshi
