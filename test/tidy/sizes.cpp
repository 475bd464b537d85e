#include <regex>
#include <set>

#include "tidy/rules.h"

namespace banshi::tidy {

static int const most_file_lines = 400;
static int const most_function_lines = 70;
static int const most_columns = 100;

static bool is_source(File const& file) { return is_cpp(file) || is_web(file); }

// Columns on the screen, not bytes: a Chinese character takes two.
static int columns(std::string const& line) {
    int width = 0;
    for (auto const letter : letters(line)) width += letter >= 0x2E80 ? 2 : 1;
    return width;
}

Complaints file_sizes(Tree const& tree) {
    Complaints found;
    for (auto const& file : tree.files) {
        int const lines = static_cast<int>(file.lines.size());
        if (is_source(file) && lines > most_file_lines)
            found.push_back({file.path, lines, "file longer than 400 lines"});
    }
    return found;
}

Complaints line_widths(Tree const& tree) {
    static std::set<std::string> const also{".sql", ""};
    Complaints found;
    for (auto const& file : tree.files) {
        if (!is_source(file) && !also.contains(file.extension())) continue;
        for (int number = 0; auto const& line : file.lines)
            if (++number; columns(line.whole) > most_columns)
                found.push_back({file.path, number, "longer than 100 columns"});
    }
    return found;
}

// Follows the braces of a C++ file. A brace after a head with parentheses, outside any other
// function, opens a body; braces of namespaces, classes and tables of values do not.
class Bodies {
public:
    explicit Bodies(File const& file) : file_(file) {}

    Complaints too_long() {
        for (auto const& line : file_.lines) {
            ++number_;
            if (line.code.starts_with("#") || (number_ > 1 && ends_macro(number_ - 2))) continue;
            for (char const letter : line.code) take(letter);
            head_ += ' ';
        }
        return found_;
    }

private:
    bool ends_macro(std::size_t line) const { return file_.lines[line].code.ends_with("\\"); }

    void take(char letter) {
        if (letter == '{') return open();
        if (letter == '}') return close();
        if (letter == ';' && inside_ == 0)
            head_.clear();
        else
            head_ += letter;
    }

    void open() {
        if (inside_ > 0 || opens_body()) {
            if (inside_++ == 0) opened_ = number_;
        } else {
            ++outside_;
        }
        head_.clear();
    }

    void close() {
        head_.clear();
        if (inside_ == 0) {
            --outside_;
            return;
        }
        if (--inside_ == 0 && number_ - opened_ + 1 > most_function_lines)
            found_.push_back({file_.path, opened_, "function longer than 70 lines"});
    }

    bool opens_body() const {
        auto const last = head_.find_last_not_of(" \t");
        if (last == std::string::npos || head_.find('(') == std::string::npos) return false;
        // BOOST_DESCRIBE_ENUM(...) ends without a semicolon, and may stand before any of these.
        static std::regex const container(R"(\b(namespace|struct|class|enum|union)\b[^()]*$)");
        if (std::regex_search(head_, container)) return false;
        return head_[last] != '=' && head_[last] != ',' && head_[last] != '(';
    }

    File const& file_;
    Complaints found_;
    std::string head_;
    int number_ = 0, inside_ = 0, outside_ = 0, opened_ = 0;
};

Complaints function_sizes(Tree const& tree) {
    Complaints found;
    for (auto const& file : tree.files)
        if (is_cpp(file))
            for (auto& complaint : Bodies(file).too_long()) found.push_back(std::move(complaint));
    return found;
}

}  // namespace banshi::tidy
