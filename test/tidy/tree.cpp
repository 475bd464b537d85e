#include "tidy/tree.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>

namespace banshi::tidy {

namespace fs = std::filesystem;

std::string File::name() const { return fs::path(path).filename().string(); }
std::string File::extension() const { return fs::path(path).extension().string(); }

bool File::is_test() const {
    auto const base = name();
    return base.ends_with("_test.cpp") || base.find(".test.") != base.npos ||
           path.starts_with("test/") || path.starts_with("web/tests/");
}

File const* Tree::find(std::string_view path) const {
    auto const found = std::ranges::find(files, path, &File::path);
    return found == files.end() ? nullptr : &*found;
}

std::vector<File const*> Tree::under(std::string_view folder) const {
    std::vector<File const*> found;
    for (auto const& file : files)
        if (file.path.starts_with(folder)) found.push_back(&file);
    return found;
}

std::vector<std::string> parts(std::string_view path) {
    std::vector<std::string> found;
    for (auto const& part : fs::path(path)) found.push_back(part.string());
    return found;
}

bool is_cpp(File const& file) { return file.extension() == ".h" || file.extension() == ".cpp"; }

bool is_web(File const& file) {
    static std::set<std::string> const kinds{".ts", ".vue", ".css", ".js", ".mjs"};
    return file.path.starts_with("web/") && kinds.contains(file.extension());
}

std::string joined_speech(File const& file) {
    std::string all;
    for (auto const& line : file.lines) all += line.speech + " ";
    return all;
}

int line_of(File const& file, std::size_t place) {
    int number = 0;
    for (std::size_t end = 0; auto const& line : file.lines) {
        ++number;
        end += line.speech.size() + 1;
        if (place < end) break;
    }
    return number;
}

bool is_chinese(char32_t letter) {
    return (letter >= 0x3400 && letter <= 0x9FFF) || (letter >= 0x20000 && letter <= 0x323AF);
}

std::vector<char32_t> letters(std::string_view utf8) {
    std::vector<char32_t> found;
    for (unsigned char byte : utf8) {
        if (byte < 0x80)
            found.push_back(byte);
        else if (byte >= 0xC0)
            found.push_back(byte & (byte >= 0xF0 ? 0x07 : byte >= 0xE0 ? 0x0F : 0x1F));
        else if (!found.empty())
            found.back() = found.back() << 6 | (byte & 0x3F);
    }
    return found;
}

static std::string contents(fs::path const& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

// Read where they lie, so that the rules see a file before it is committed.
Tree read_tree(fs::path const& root) {
    static std::set<std::string> const made{
        "build",          ".data",           ".git", "web/dist", "web/node_modules",
        "web/shared/api", "web/shared/words"};
    static std::set<std::string> const kinds{".h",   ".cpp", ".sql", ".toml", ".md",      ".ts",
                                             ".vue", ".css", ".js",  ".mjs",  ".scenario"};
    Tree tree;
    fs::recursive_directory_iterator entry(root), end;
    for (; entry != end; ++entry) {
        auto const path = entry->path().lexically_relative(root);
        if (entry->is_directory() && made.contains(path.string()))
            entry.disable_recursion_pending();
        bool const script = path.string().starts_with("bin/") && !path.has_extension();
        if (entry->is_regular_file() && (script || kinds.contains(path.extension().string())))
            tree.files.push_back(read_file(path.string(), contents(entry->path())));
    }
    std::ranges::sort(tree.files, {}, &File::path);
    return tree;
}

}  // namespace banshi::tidy
