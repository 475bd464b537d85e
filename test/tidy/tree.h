#pragma once
// The project's files as the tidy rules read them: each line whole, and split into what the
// compiler reads, what the program says, and what only people read.

#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace banshi::tidy {

struct Line {
    std::string whole;
    std::string code;    // without comments, strings emptied: ""
    std::string speech;  // without comments, strings kept
    std::string remark;  // comments alone
};

struct File {
    std::string path;  // from the root of the project: src/base/id.h
    std::vector<Line> lines;

    std::string name() const;       // id.h
    std::string extension() const;  // .h
    bool is_test() const;           // foo_test.cpp, foo.test.ts and all below a folder "test"
};

struct Tree {
    std::vector<File> files;

    File const* find(std::string_view path) const;
    std::vector<File const*> under(std::string_view folder) const;
};

struct Complaint {
    std::string path;
    int line;
    std::string what;
    auto operator<=>(Complaint const&) const = default;
};

using Complaints = std::vector<Complaint>;

// Splits a text into lines, knowing the comments and strings of its kind of file.
File read_file(std::string path, std::string_view text);

// Every text file of the project below root, but for what tools make (build, node_modules ...).
Tree read_tree(std::filesystem::path const& root);

std::vector<std::string> parts(std::string_view path);
bool is_cpp(File const&);
bool is_web(File const&);
// The speech of a whole file in one string, a space for each line end.
std::string joined_speech(File const&);
// The line (from 1) on which a place in joined_speech lies.
int line_of(File const&, std::size_t place);
bool is_chinese(char32_t);
std::vector<char32_t> letters(std::string_view utf8);

}  // namespace banshi::tidy
