#include <toml++/toml.h>

#include <map>
#include <regex>
#include <set>

#include "tidy/rules.h"

namespace banshi::tidy {

namespace {

struct Sentence {
    Sentence(std::string path, int line, std::set<std::string> holes)
        : path(std::move(path)), line(line), holes(std::move(holes)) {}

    std::string path;
    int line;
    std::set<std::string> holes;  // {from} in "{from} 起可以取号", or {n|one|many}
};

using Sentences = std::map<std::string, Sentence>;

std::set<std::string> holes_of(std::string const& text) {
    static std::regex const hole(R"(\{(\w+)(\|[^}]*)?\})");
    std::set<std::string> found;
    for (std::sregex_iterator it(text.begin(), text.end(), hole), end; it != end; ++it)
        found.insert((*it)[1]);
    return found;
}

void gather(toml::table const& table, std::string const& above, std::string const& path,
            Sentences& sentences, Complaints& found) {
    for (auto const& [key, node] : table) {
        auto const name = above + std::string(key.str());
        if (auto const* inner = node.as_table()) gather(*inner, name + ".", path, sentences, found);
        auto const* text = node.as_string();
        if (!text) continue;
        int const line = static_cast<int>(node.source().begin.line);
        auto const [there, fresh] = sentences.try_emplace(name, path, line, holes_of(text->get()));
        if (!fresh)
            found.push_back({path, line, name + " is told in " + there->second.path + " too"});
    }
}

// All words of a language: text/zh.toml, or text/zh/*.toml where they are many.
Sentences sentences_in(Tree const& tree, std::string const& language, Complaints& found) {
    Sentences sentences;
    for (auto const* file : tree.under("text/" + language)) {
        std::string all;
        for (auto const& line : file->lines) all += line.whole + "\n";
        try {
            gather(toml::parse(all), "", file->path, sentences, found);
        } catch (toml::parse_error const& wrong) {
            found.push_back({file->path, static_cast<int>(wrong.source().begin.line),
                             std::string(wrong.description())});
        }
    }
    return sentences;
}

void compare(Sentences const& these, Sentences const& others, std::string const& language,
             Complaints& found) {
    for (auto const& [key, sentence] : these) {
        auto const other = others.find(key);
        if (other == others.end())
            found.push_back({sentence.path, sentence.line, key + " is missing in " + language});
        else if (other->second.holes != sentence.holes)
            found.push_back(
                {sentence.path, sentence.line, key + " has other holes in " + language});
    }
}

}  // namespace

Complaints same_keys(Tree const& tree) {
    Complaints found;
    auto const zh = sentences_in(tree, "zh", found);
    auto const en = sentences_in(tree, "en", found);
    compare(zh, en, "en", found);
    compare(en, zh, "zh", found);
    return found;
}

// The second member of each Refusal{why, text, ...}, which may choose between two codes; and
// what stands behind a bare Why::full, where the type is left out.
static std::vector<std::pair<std::size_t, std::string>> refusal_texts(std::string const& all) {
    static std::string const opening = "Refusal{";
    std::vector<std::pair<std::size_t, std::string>> found;
    for (auto at = all.find(opening); at != all.npos; at = all.find(opening, at + 1)) {
        int depth = 0, member = 0;
        std::string text;
        for (auto i = at + opening.size(); i < all.size() && depth >= 0 && member < 2; ++i) {
            char const letter = all[i];
            depth += (letter == '(' || letter == '{') - (letter == ')' || letter == '}');
            if (letter == ',' && depth == 0) ++member;
            if (member == 1) text += letter;
        }
        found.emplace_back(at, text);
    }
    static std::regex const bare(R"re((?:\{\s*Why::\w+,\s*|\bMisfit\{\s*)("[^"]*"))re");
    for (std::sregex_iterator it(all.begin(), all.end(), bare), end; it != end; ++it) {
        auto const at = static_cast<std::size_t>(it->position());
        if (!std::string_view(all).substr(0, at).ends_with("Refusal"))
            found.emplace_back(at, (*it)[1]);
    }
    return found;
}

Complaints refusal_words(Tree const& tree) {
    static std::regex const literal(R"re("([^"]*)")re");
    static std::regex const form(R"([a-z0-9_]+(\.[a-z0-9_]+)+)");
    Complaints found;
    auto const zh = sentences_in(tree, "zh", found);
    for (auto const* file : tree.under("src/")) {
        if (!is_cpp(*file) || file->is_test()) continue;
        for (auto const& [at, text] : refusal_texts(joined_speech(*file)))
            for (std::sregex_iterator it(text.begin(), text.end(), literal), end; it != end; ++it) {
                auto const code = (*it)[1].str();
                int const line = line_of(*file, at);
                if (!std::regex_match(code, form))
                    found.push_back({file->path, line, "a refusal is called noun.word: " + code});
                else if (!zh.contains("refusal." + code))
                    found.push_back({file->path, line, "text/zh.toml lacks refusal." + code});
            }
    }
    return found;
}

// What the program says by key: whole keys given to say(), titles of systems, and for each verb
// of a route the sentence that describes it, api.<verb>.
Complaints spoken_words(Tree const& tree) {
    static std::regex const key(
        R"re((?:\bsay\((?:[^()";]*,\s*)?|\.title = )"([a-z0-9_.]*[a-z0-9])"[,)])re");
    static std::regex const verb(R"re("([a-z_]+)",\s*(?:\w+::)*\1[,)])re");
    Complaints found;
    auto const zh = sentences_in(tree, "zh", found);
    for (auto const* file : tree.under("src/")) {
        if (!is_cpp(*file) || file->is_test()) continue;
        auto const all = joined_speech(*file);
        auto const look = [&](std::regex const& form, std::string const& above) {
            for (std::sregex_iterator it(all.begin(), all.end(), form), end; it != end; ++it)
                if (auto const name = above + (*it)[1].str(); !zh.contains(name))
                    found.push_back({file->path,
                                     line_of(*file, static_cast<std::size_t>(it->position(1))),
                                     "text/zh.toml lacks " + name});
        };
        look(key, "");
        bool const routes = all.find("#include \"systems/route.h\"") != all.npos;
        if (routes) look(verb, "api.");
    }
    return found;
}

// A word or two may stand in C++ (an official name beside its code); a sentence may not.
Complaints cpp_sentences(Tree const& tree) {
    static std::regex const text(R"re("([^"]*)")re");
    static std::set<char32_t> const stops{U'，', U'。', U'；', U'：', U'！', U'？', U'、'};
    int const most_letters = 6;
    Complaints found;
    for (auto const* file : tree.under("src/")) {
        if (!is_cpp(*file) || file->is_test()) continue;
        for (int number = 0; auto const& line : file->lines) {
            ++number;
            auto const& speech = line.speech;
            for (std::sregex_iterator it(speech.begin(), speech.end(), text), end; it != end;
                 ++it) {
                int chinese = 0, ends = 0;
                for (auto const letter : letters((*it)[1].str())) {
                    chinese += is_chinese(letter);
                    ends += stops.contains(letter);
                }
                if (chinese > most_letters || (chinese > 0 && ends > 0))
                    found.push_back({file->path, number, "sentences live in text/zh.toml"});
            }
        }
    }
    return found;
}

// Newest first; each entry tells a district what changes for it and what it must do.
Complaints changelog(Tree const& tree) {
    static std::regex const heading(R"(^## (\d{4}-\d{2}-\d{2})\b.*)");
    static std::vector<std::string> const wanted{"### What changes for you",
                                                 "### What you must do"};
    auto const* file = tree.find("CHANGELOG.md");
    if (!file) return {{"CHANGELOG.md", 1, "is missing"}};
    Complaints found;
    std::string newer = "9999-99-99";
    std::size_t next = 0;  // which of the wanted headings comes next
    int entry = 0, number = 0;
    auto const close = [&] {
        if (entry > 0 && next != wanted.size())
            found.push_back({file->path, entry, "entry lacks: " + wanted[next]});
    };
    for (auto const& line : file->lines) {
        ++number;
        std::smatch match;
        if (std::regex_match(line.whole, match, heading)) {
            close();
            if (match[1].str() > newer) found.push_back({file->path, number, "newest first"});
            newer = match[1].str();
            entry = number;
            next = 0;
        } else if (line.whole.starts_with("### ")) {
            if (next < wanted.size() && line.whole == wanted[next])
                ++next;
            else
                found.push_back({file->path, number, "no heading of the form: " + line.whole});
        } else if (line.whole.starts_with("## ")) {
            found.push_back({file->path, number, "an entry is called ## 2026-11-25"});
        }
    }
    close();
    if (entry == 0) found.push_back({file->path, 1, "has no entry"});
    return found;
}

}  // namespace banshi::tidy
