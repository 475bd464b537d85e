#pragma once
// Every sentence a person reads, by key and language, from text/zh.toml and text/en.toml.
// Holes in braces are filled by name: "{from} 起可以取号".

#include <map>
#include <string>
#include <string_view>

#include "base/result.h"

namespace banshi {

enum class Language { zh, en };

class Texts {
public:
    // Takes the words of one file; throws with file and line when it is no TOML.
    void add(Language, std::string_view toml, std::string const& file);

    // The sentence for the key, in Chinese when the language lacks it, and the key itself when
    // both do (a test holds the files complete).
    std::string say(Language, std::string_view key, Facts const& facts = {}) const;
    bool has(Language, std::string_view key) const;
    std::map<std::string, std::string, std::less<>> const& all(Language) const;

private:
    std::map<std::string, std::string, std::less<>> zh_, en_;
};

}  // namespace banshi
