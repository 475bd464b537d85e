#include "engines/files/rows.h"
#include "engines/record/encoding.h"
#include "store/store.h"

namespace banshi::files::rows {

// A piece in base64 is 64 kB.
static constexpr std::size_t piece_bytes = 48 * 1024;

static constexpr Words columns{
    "SELECT id, about, serial, format, name, bytes, width, height, hash, preview_hash, "
    "visibility, uploader, at, removed_at FROM files "};

void insert(Call& call, Attachment const& file) {
    call.tx.run(
        "INSERT INTO files (district, id, about, serial, format, name, bytes, width, height, "
        "hash, preview_hash, visibility, uploader, at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        call.district.name(), file.id, file.about, file.serial, file.format, file.name, file.bytes,
        file.width, file.height, file.hash, file.preview_hash, file.visibility, file.uploader,
        file.at);
}

std::optional<Attachment> find(Call& call, FileId const& id) {
    return call.tx.one<Attachment>(join<columns, "WHERE district = ? AND id = ?">,
                                   call.district.name(), id);
}

std::vector<Attachment> about(Call& call, std::string const& about) {
    return call.tx.all<Attachment>(
        join<columns, "WHERE district = ? AND about = ? ORDER BY serial">, call.district.name(),
        about);
}

void set_visibility(Call& call, FileId const& id, Visibility visibility) {
    call.tx.run("UPDATE files SET visibility = ? WHERE district = ? AND id = ?", visibility,
                call.district.name(), id);
}

void set_removed(Call& call, FileId const& id) {
    call.tx.run("UPDATE files SET removed_at = ? WHERE district = ? AND id = ?", call.now,
                call.district.name(), id);
}

void insert_deed(Call& call, FileId const& id, char const* verb, std::string const& why) {
    auto const last = call.tx.one<std::int64_t>(
        "SELECT coalesce(max(serial), 0) FROM files_deeds WHERE district = ? AND file = ?",
        call.district.name(), id);
    call.tx.run(
        "INSERT INTO files_deeds (district, file, serial, verb, actor, at, why) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        call.district.name(), id, *last + 1, std::string_view(verb), call.actor.id(), call.now,
        why);
}

void insert_content(Call& call, std::string const& hash, std::string_view bytes) {
    auto const pieces = call.tx.one<std::int64_t>(
        "SELECT count(*) FROM files_pieces WHERE district = ? AND hash = ?", call.district.name(),
        hash);
    if (*pieces > 0) return;
    for (int serial = 0; !bytes.empty(); ++serial) {
        auto const piece = bytes.substr(0, piece_bytes);
        call.tx.run("INSERT INTO files_pieces (district, hash, serial, text) VALUES (?, ?, ?, ?)",
                    call.district.name(), hash, serial, record::base64(piece));
        bytes.remove_prefix(piece.size());
    }
}

std::optional<std::string> content(Call& call, std::string const& hash) {
    std::string bytes;
    call.tx.each<std::string>(
        "SELECT text FROM files_pieces WHERE district = ? AND hash = ? ORDER BY serial",
        [&](std::string const& text) {
            auto const piece = record::read_base64(text);
            if (!piece) throw std::runtime_error("a piece of " + hash + " is damaged");
            bytes += *piece;
        },
        call.district.name(), hash);
    if (bytes.empty()) return std::nullopt;
    return bytes;
}

void erase_unused(Call& call, std::string const& hash) {
    auto const users = call.tx.all<FileId>(
        "SELECT id FROM files WHERE district = ? AND hash = ? AND removed_at IS NULL "
        "UNION ALL SELECT id FROM files WHERE district = ? AND preview_hash = ? "
        "AND removed_at IS NULL LIMIT 1",
        call.district.name(), hash, call.district.name(), hash);
    if (users.empty())
        call.tx.run("DELETE FROM files_pieces WHERE district = ? AND hash = ?",
                    call.district.name(), hash);
}

}  // namespace banshi::files::rows
