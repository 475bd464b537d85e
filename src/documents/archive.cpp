#include "documents/archive.h"

#include <zip.h>

namespace banshi::documents {

struct Archive::Zip {
    zip_t* handle = nullptr;
    std::size_t left = 0;  // bytes that may still come out

    ~Zip() {
        if (handle) zip_discard(handle);
    }
};

Archive::Archive(std::unique_ptr<Zip> zip) : zip_(std::move(zip)) {}
Archive::Archive(Archive&&) noexcept = default;
Archive::~Archive() = default;

static Refusal bad_archive(std::string const& why) { return {Why::invalid, "archive.broken", why}; }

Result<Archive> Archive::open(std::string_view bytes, std::size_t may_unpack) {
    zip_error_t error;
    zip_error_init(&error);
    auto* const source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    auto zip = std::make_unique<Zip>();
    if (source) zip->handle = zip_open_from_source(source, ZIP_RDONLY, &error);
    std::string const why = zip->handle ? "" : zip_error_strerror(&error);
    if (source && !zip->handle) zip_source_free(source);
    zip_error_fini(&error);
    if (!zip->handle) return bad_archive(why);
    zip->left = may_unpack;
    return Archive(std::move(zip));
}

bool Archive::has(std::string const& name) const {
    return zip_name_locate(zip_->handle, name.c_str(), 0) >= 0;
}

Result<void> Archive::read(std::string const& name, Taker const& take) {
    std::unique_ptr<zip_file_t, decltype(&zip_fclose)> const part{
        zip_fopen(zip_->handle, name.c_str(), 0), &zip_fclose};
    if (!part) return bad_archive(name + ": " + zip_strerror(zip_->handle));

    std::string piece(65536, '\0');
    for (;;) {
        auto const count = zip_fread(part.get(), piece.data(), piece.size());
        if (count < 0) return bad_archive(name + ": " + zip_file_strerror(part.get()));
        auto const size = static_cast<std::size_t>(count);
        if (size > zip_->left) return Refusal{Why::invalid, "archive.too_large", name};
        zip_->left -= size;
        auto const taken = take(std::string_view(piece).substr(0, size), size == 0);
        if (!taken) return taken.refusal();
        if (size == 0) return {};
    }
}

}  // namespace banshi::documents
