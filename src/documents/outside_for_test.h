#pragma once
// For tests: other programs read what ours wrote. Poppler gives a PDF as text and as a picture.

#include <gtest/gtest.h>
#include <unistd.h>
#include <zip.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <string>

#include "documents/scan_for_test.h"

namespace banshi::documents {

inline std::string output_of(std::string const& command) {
    std::unique_ptr<FILE, decltype(&pclose)> const pipe{popen(command.c_str(), "r"), &pclose};
    std::string out;
    std::array<char, 65536> part;
    while (auto const count = std::fread(part.data(), 1, part.size(), pipe.get()))
        out.append(part.data(), count);
    return out;
}

// A file that lives as long as the test looks at it.
class HeldFile {
public:
    explicit HeldFile(std::string const& bytes)
        : path_(std::filesystem::temp_directory_path() /
                (testing::UnitTest::GetInstance()->current_test_info()->name() +
                 std::to_string(getpid()))) {
        std::ofstream(path_, std::ios::binary) << bytes;
    }
    ~HeldFile() { std::filesystem::remove(path_); }
    HeldFile(HeldFile const&) = delete;
    std::string path() const { return path_.string(); }

private:
    std::filesystem::path path_;
};

// One part of a packed file, such as a sheet of a workbook.
inline std::string part_of(std::string const& bytes, std::string const& part) {
    HeldFile const file(bytes);
    auto* const zip = zip_open(file.path().c_str(), ZIP_RDONLY, nullptr);
    auto* const entry = zip_fopen(zip, part.c_str(), 0);
    std::string all(1 << 20, '\0');
    all.resize(static_cast<std::size_t>(zip_fread(entry, all.data(), all.size())));
    zip_fclose(entry);
    zip_discard(zip);
    return all;
}

inline std::string text_of_pdf(std::string const& bytes) {
    HeldFile const file(bytes);
    return output_of("pdftotext -layout " + file.path() + " - 2>/dev/null");
}

inline std::string facts_of_pdf(std::string const& bytes) {
    HeldFile const file(bytes);
    return output_of("TZ=UTC pdfinfo -isodates " + file.path());
}

inline int pages_of_pdf(std::string const& bytes) {
    auto const facts = facts_of_pdf(bytes);
    auto const at = facts.find("Pages:");
    return at == facts.npos ? 0 : std::stoi(facts.substr(at + 6));
}

inline Picture picture_of_pdf(std::string const& bytes, int page = 1) {
    HeldFile const file(bytes);
    auto const number = std::to_string(page);
    std::istringstream in(
        output_of("pdftoppm -gray -r 150 -f " + number + " -l " + number + " " + file.path()));
    std::string kind;
    unsigned deepest = 0;
    Picture picture;
    in >> kind >> picture.width >> picture.height >> deepest;
    if (kind != "P5") throw std::runtime_error("pdftoppm drew nothing");
    in.get();
    picture.dots.resize(picture.width * picture.height);
    in.read(picture.dots.data(), static_cast<std::streamsize>(picture.dots.size()));
    return picture;
}

}  // namespace banshi::documents
