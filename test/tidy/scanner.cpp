// Tells code, strings and comments apart, as far as the rules need it: C++, SQL and web files.

#include <map>

#include "tidy/tree.h"

namespace banshi::tidy {

namespace {

enum class In { code, remark, block, text, raw };

// What opens a remark to the end of the line, and what opens and closes a block of them.
struct Marks {
    std::vector<std::string> line;
    std::vector<std::pair<std::string, std::string>> block;
    std::string quotes;
};

Marks marks_of(std::string const& extension) {
    static Marks const cpp{{"//"}, {{"/*", "*/"}}, "\"'"};
    static Marks const web{{"//"}, {{"/*", "*/"}, {"<!--", "-->"}}, "\"'`"};
    static std::map<std::string, Marks> const known{
        {".h", cpp},
        {".cpp", cpp},
        {".ts", web},
        {".vue", web},
        {".js", web},
        {".mjs", web},
        {".css", {{}, {{"/*", "*/"}}, "\"'"}},
        {".sql", {{"--"}, {{"/*", "*/"}}, "'"}},
        {".toml", {{"#"}, {}, "\"'"}},
        {"", {{"#"}, {}, ""}},
    };
    auto const found = known.find(extension);
    return found == known.end() ? Marks{} : found->second;
}

class Scanner {
public:
    explicit Scanner(std::string const& extension) : marks_(marks_of(extension)) {}

    Line scan(std::string_view whole) {
        Line line{std::string(whole), {}, {}, {}};
        if (in_ == In::remark || (in_ == In::text && close_ != "`")) in_ = In::code;
        for (std::size_t i = 0; i < whole.size();) i += step(whole, i, line);
        return line;
    }

private:
    // Consumes at least one byte, and says how many.
    std::size_t step(std::string_view whole, std::size_t i, Line& line) {
        auto const rest = whole.substr(i);
        switch (in_) {
            case In::code:
                return step_code(whole, i, line);
            case In::remark:
                line.remark += rest;
                return rest.size();
            case In::block:
                if (!rest.starts_with(close_)) return line.remark += rest[0], 1;
                in_ = In::code;
                return close_.size();
            case In::text:
                if (rest[0] == '\\' && rest.size() > 1) return line.speech += rest.substr(0, 2), 2;
                [[fallthrough]];
            case In::raw:
                if (!rest.starts_with(close_)) return line.speech += rest[0], 1;
                in_ = In::code;
                line.speech += '"';
                line.code += '"';
                return close_.size();
        }
        return 1;
    }

    std::size_t step_code(std::string_view whole, std::size_t i, Line& line) {
        auto const rest = whole.substr(i);
        char const before = i == 0 ? ' ' : whole[i - 1];
        for (auto const& open : marks_.line)
            if (rest.starts_with(open) && before != ':') return in_ = In::remark, open.size();
        for (auto const& [open, close] : marks_.block)
            if (rest.starts_with(open)) return enter(In::block, close), open.size();
        if (rest.starts_with("R\"") && !std::isalnum(static_cast<unsigned char>(before))) {
            auto const open = rest.find('(');
            enter(In::raw, ")" + std::string(rest.substr(2, open - 2)) + "\"");
            line.speech += '"';
            line.code += '"';
            return open == rest.npos ? rest.size() : open + 1;
        }
        // In 1'000 the quote is no quote.
        bool const number = rest[0] == '\'' && std::isalnum(static_cast<unsigned char>(before));
        if (marks_.quotes.find(rest[0]) != std::string::npos && !number) {
            enter(In::text, std::string(1, rest[0]));
            line.speech += '"';
            line.code += '"';
            return 1;
        }
        line.code += rest[0];
        line.speech += rest[0];
        return 1;
    }

    void enter(In in, std::string close) {
        in_ = in;
        close_ = std::move(close);
    }

    Marks marks_;
    In in_ = In::code;
    std::string close_;
};

}  // namespace

File read_file(std::string path, std::string_view text) {
    File file{std::move(path), {}};
    Scanner scanner(file.extension());
    while (!text.empty()) {
        auto const end = std::min(text.find('\n'), text.size());
        file.lines.push_back(scanner.scan(text.substr(0, end)));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return file;
}

}  // namespace banshi::tidy
