#include <algorithm>
#include <regex>

#include "tidy/rules.h"

namespace banshi::tidy {

Complaints web_sentences(Tree const& tree) {
    Complaints found;
    for (auto const* file : tree.under("web/")) {
        bool const page = file->extension() == ".vue" || file->extension() == ".ts";
        if (!page || file->is_test()) continue;
        for (int number = 0; auto const& line : file->lines)
            if (++number; std::ranges::any_of(letters(line.speech), is_chinese))
                found.push_back({file->path, number, "words live in text/zh.toml"});
    }
    return found;
}

Complaints web_colours(Tree const& tree) {
    // In a style sheet any #fff is a colour; in a script only a whole string is (not "#add").
    static std::regex const style(R"(:[^;{]*#([0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})\b)");
    static std::regex const script(
        R"re(["'`]#([0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})["'`])re");
    Complaints found;
    for (auto const* file : tree.under("web/")) {
        if (!is_web(*file) || file->is_test() || file->name() == "tokens.css") continue;
        bool in_style = file->extension() == ".css";
        for (int number = 0; auto const& line : file->lines) {
            ++number;
            if (line.whole.starts_with("<style")) in_style = true;
            if (line.whole.starts_with("</style")) in_style = false;
            if (std::regex_search(line.speech, in_style ? style : script))
                found.push_back({file->path, number, "colours live in tokens.css"});
        }
    }
    return found;
}

Complaints web_imports(Tree const& tree) {
    static std::regex const climbs(R"re(["'`](\.\./)+(shared|citizen|console|screen|kiosk)/)re");
    Complaints found;
    for (auto const* file : tree.under("web/"))
        for (int number = 0; auto const& line : file->lines)
            if (++number; is_web(*file) && std::regex_search(line.whole, climbs))
                found.push_back(
                    {file->path, number, "import another folder by its alias: @shared"});
    return found;
}

}  // namespace banshi::tidy
