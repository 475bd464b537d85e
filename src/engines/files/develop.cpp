#include "engines/files/develop.h"

#include <deque>
#include <mutex>
#include <semaphore>

#include "engines/files/picture.h"
#include "engines/record/hash.h"

namespace banshi::files {

namespace {

constexpr int photo_quality = 85, preview_quality = 75;
constexpr std::size_t most_remembered = 16;

// A large picture takes 200 MB while it is decoded.
std::counting_semaphore<2> darkrooms(2);

Result<Picture> read_picture(Format format, std::string_view bytes) {
    Wanted const wanted{photo_side, most_pixels};
    if (format == Format::jpeg) return read_jpeg(bytes, wanted);
    return format == Format::png ? read_png(bytes, wanted) : read_webp(bytes, wanted);
}

Result<Developed> develop_photo(Format format, std::string_view bytes) {
    darkrooms.acquire();
    struct Leave {
        ~Leave() { darkrooms.release(); }
    } const leave;
    auto const photo = upright(shrunk(TRY(read_picture(format, bytes)), photo_side));
    return Developed{Format::jpeg, jpeg_of(photo, photo_quality),
                     jpeg_of(shrunk(photo, preview_side), preview_quality), photo.width,
                     photo.height};
}

// Photos alone; the least recent is forgotten first.
struct Memory {
    std::mutex mutex = {};
    std::deque<std::pair<record::Hash, Developed>> kept = {};

    std::optional<Developed> find(record::Hash const& hash) {
        std::scoped_lock const lock(mutex);
        for (auto const& [known, developed] : kept)
            if (known == hash) return developed;
        return std::nullopt;
    }
    void keep(record::Hash const& hash, Developed const& developed) {
        std::scoped_lock const lock(mutex);
        kept.emplace_back(hash, developed);
        if (kept.size() > most_remembered) kept.pop_front();
    }
};

Memory& memory() {
    static Memory here;
    return here;
}

void develop_field(json::value const& value) {
    if (value.is_array())
        for (auto const& each : value.get_array()) develop_field(each);
    else if (auto const upload = read_upload(value))
        (void)develop(*upload);  // a refusal is told when its turn comes
}

}  // namespace

Result<Developed> develop(Upload const& upload) {
    if (upload.bytes.size() > most_bytes)
        return Refusal{Why::invalid,
                       "file.too_large",
                       std::to_string(upload.bytes.size()),
                       "",
                       {{"most", std::to_string(most_bytes / 1024 / 1024)}}};
    auto const format = TRY(sniff(upload.bytes));
    if (!is_photo(format)) return Developed{format, upload.bytes};
    auto const hash = record::sha256({upload.bytes});
    if (auto known = memory().find(hash)) return *std::move(known);
    auto developed = TRY(develop_photo(format, upload.bytes));
    memory().keep(hash, developed);
    return developed;
}

void develop_ahead(Call&, json::object const& request) {
    for (auto const& [name, value] : request) develop_field(value);
}

}  // namespace banshi::files
