#include "engines/files/sniff.h"

#include <zip.h>

#include <memory>
#include <string>

namespace banshi::files {

namespace {

constexpr std::size_t most_types_bytes = 1024 * 1024;  // of [Content_Types].xml, unpacked

struct Discard {
    void operator()(zip_t* archive) const { zip_discard(archive); }
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

std::unique_ptr<zip_t, Discard> open_archive(std::string_view bytes) {
    zip_error_t error;
    zip_error_init(&error);
    auto* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    auto* archive =
        source ? zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error) : nullptr;
    if (source && !archive) zip_source_free(source);
    zip_error_fini(&error);
    return std::unique_ptr<zip_t, Discard>(archive);
}

// The part of an office document that names what its other parts are.
std::string content_types(zip_t* archive) {
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_stat(archive, "[Content_Types].xml", 0, &stat) != 0 || stat.size > most_types_bytes)
        return {};
    std::unique_ptr<zip_file_t, Discard> file(zip_fopen(archive, "[Content_Types].xml", 0));
    std::string text(stat.size, '\0');
    if (!file || zip_fread(file.get(), text.data(), text.size()) != zip_int64_t(text.size()))
        return {};
    return text;
}

Result<Format> sniff_archive(std::string_view bytes) {
    auto const archive = open_archive(bytes);
    if (!archive) return Refusal{Why::invalid, "file.broken"};
    auto const types = content_types(archive.get());
    auto const says = [&](char const* word) { return types.find(word) != types.npos; };
    auto const has = [&](char const* part) { return zip_name_locate(archive.get(), part, 0) >= 0; };
    bool const macros = says("macroEnabled") || says("vbaProject");
    if (!macros && says("wordprocessingml.document.main+xml") && has("word/document.xml"))
        return Format::docx;
    if (!macros && says("spreadsheetml.sheet.main+xml") && has("xl/workbook.xml"))
        return Format::xlsx;
    return Refusal{Why::invalid, "file.kind"};
}

}  // namespace

Result<Format> sniff(std::string_view bytes) {
    if (bytes.empty()) return Refusal{Why::invalid, "file.empty"};
    if (bytes.starts_with("\xff\xd8\xff")) return Format::jpeg;
    if (bytes.starts_with("\x89PNG\r\n\x1a\n")) return Format::png;
    if (bytes.starts_with("RIFF") && bytes.substr(0, 12).ends_with("WEBP")) return Format::webp;
    if (bytes.starts_with("%PDF-")) {
        // Whatever a scanner adds behind the end mark is short.
        bool const whole =
            bytes.rfind("%%EOF") != bytes.npos && bytes.size() - bytes.rfind("%%EOF") <= 2048;
        if (!whole) return Refusal{Why::invalid, "file.broken"};
        return Format::pdf;
    }
    if (bytes.starts_with("PK\x03\x04")) return sniff_archive(bytes);
    return Refusal{Why::invalid, "file.kind"};
}

char const* media_type(Format format) {
    switch (format) {
        case Format::jpeg:
            return "image/jpeg";
        case Format::png:
            return "image/png";
        case Format::webp:
            return "image/webp";
        case Format::pdf:
            return "application/pdf";
        case Format::docx:
            return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        case Format::xlsx:
            break;
    }
    return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
}

char const* ending(Format format) {
    constexpr char const* endings[]{"jpg", "png", "webp", "pdf", "docx", "xlsx"};
    return endings[static_cast<int>(format)];
}

}  // namespace banshi::files
