#include "engines/files/files.h"

#include <algorithm>

#include "base/letters.h"
#include "engines/files/rows.h"
#include "engines/record/encoding.h"
#include "engines/record/hash.h"

namespace banshi::files {

namespace {

constexpr std::size_t longest_name = 120;

std::string hash_of(std::string_view bytes) { return hex(record::sha256({bytes})); }

Refusal not_found(FileId const& id) { return {Why::not_found, "file.not_found", id.text}; }

bool is_published(Attachment const& file) { return file.visibility == Visibility::everybody; }

// Letters that turn the direction of reading can make "gpj.exe" out of "exe.jpg".
bool is_misleading(char32_t letter) {
    return letter < 0x20 || letter == 0x7f || (letter >= 0x80 && letter < 0xa0) ||
           (letter >= 0x200b && letter <= 0x200f) || (letter >= 0x2028 && letter <= 0x202e) ||
           (letter >= 0x2060 && letter <= 0x206f) || letter == 0xfeff ||
           std::u32string_view(U"<>:\"|?*").find(letter) != std::u32string_view::npos;
}

std::size_t letter_bytes(char first) {
    auto const byte = static_cast<unsigned char>(first);
    return byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
}

}  // namespace

std::string harmless_name(std::string_view name, Format format) {
    if (auto const slash = name.find_last_of("/\\"); slash != name.npos)
        name.remove_prefix(slash + 1);
    // The ending says what is in it, whatever the sender called it.
    if (auto const dot = name.rfind('.'); dot != name.npos) name = name.substr(0, dot);
    std::string out;
    auto const letters = record::read_utf8(name);
    for (std::size_t at = 0; letters && at < name.size();) {
        auto const letter = name.substr(at, letter_bytes(name[at]));
        at += letter.size();
        if (out.size() + letter.size() > longest_name) break;
        if (!is_misleading(record::read_utf8(letter)->front())) out += letter;
    }
    auto const first = out.find_first_not_of(". ");
    out.erase(0, std::min(first, out.size()));
    while (!out.empty() && (out.back() == ' ' || out.back() == '.')) out.pop_back();
    if (out.empty()) out = is_photo(format) ? "photo" : "document";
    return out + "." + ending(format);
}

Result<Attachment> keep(Call& call, Upload const& upload, Keeping const& keeping) {
    auto const there = rows::about(call, keeping.about);
    auto const in_use = std::ranges::count_if(there, [](auto const& f) { return !f.removed_at; });
    if (in_use >= keeping.most)
        return Refusal{Why::full,
                       "file.too_many",
                       keeping.about,
                       "",
                       {{"most", std::to_string(keeping.most)}}};
    auto read = develop(upload);
    // Where photos alone are taken, only their kinds are named.
    bool const no_photo =
        read ? !is_photo(read.value().format) : read.refusal().text == "file.kind";
    if (keeping.photos_only && no_photo) return Refusal{Why::invalid, "file.no_photo"};
    auto const developed = TRY(std::move(read));

    Attachment file{call.fresh<FileId>(),
                    keeping.about,
                    there.empty() ? 1 : there.back().serial + 1,
                    developed.format,
                    harmless_name(upload.name, developed.format),
                    std::ssize(developed.bytes),
                    developed.width,
                    developed.height,
                    hash_of(developed.bytes),
                    developed.preview.empty() ? "" : hash_of(developed.preview),
                    keeping.visibility,
                    call.actor.id(),
                    call.now,
                    {}};
    rows::insert_content(call, file.hash, developed.bytes);
    if (!file.preview_hash.empty())
        rows::insert_content(call, file.preview_hash, developed.preview);
    rows::insert(call, file);
    rows::insert_deed(call, file.id, "kept", "");
    return file;
}

Result<Attachment> find(Call& call, FileId const& id, std::string const& about) {
    auto file = rows::find(call, id);
    if (!file || file->about != about || file->removed_at) return not_found(id);
    return *std::move(file);
}

std::vector<Attachment> list_about(Call& call, std::string const& about) {
    auto files = rows::about(call, about);
    std::erase_if(files, [](auto const& file) { return file.removed_at.has_value(); });
    return files;
}

std::vector<Attachment> list_published(Call& call, std::string const& about) {
    auto files = list_about(call, about);
    std::erase_if(files, [](auto const& file) { return !is_published(file); });
    return files;
}

Shown shown(Attachment const& file) {
    return {file.id,    file.name,   media_type(file.format), file.bytes,
            file.width, file.height, is_photo(file.format),   is_published(file),
            file.at};
}

std::vector<Shown> shown(std::vector<Attachment> const& files) {
    std::vector<Shown> out;
    for (auto const& file : files) out.push_back(shown(file));
    return out;
}

Result<File> file_of(Call& call, Attachment const& file, Size size) {
    auto const& hash = size == Size::whole ? file.hash : file.preview_hash;
    auto bytes = hash.empty() ? std::nullopt : rows::content(call, hash);
    if (!bytes) return not_found(file.id);
    // A document may hold anything, so no browser opens it inside of our pages.
    auto const name = is_photo(file.format) ? std::string{} : file.name;
    return File{media_type(file.format), name, *std::move(bytes), hash};
}

Result<File> published_file_of(Call& call, Attachment const& file, Size size) {
    if (!is_published(file)) return not_found(file.id);
    return file_of(call, file, size);
}

void publish(Call& call, Attachment const& file) {
    if (is_published(file)) return;
    rows::set_visibility(call, file.id, Visibility::everybody);
    rows::insert_deed(call, file.id, "published", "");
}

void unpublish(Call& call, Attachment const& file, std::string const& why) {
    if (!is_published(file)) return;
    rows::set_visibility(call, file.id, Visibility::staff);
    rows::insert_deed(call, file.id, "unpublished", why);
}

Result<void> remove(Call& call, Attachment const& file, std::string const& why) {
    if (is_blank(why)) return Refusal{Why::invalid, "file.reason_missing", file.id.text, "reason"};
    if (file.removed_at) return {};
    rows::set_removed(call, file.id);
    rows::insert_deed(call, file.id, "removed", why);
    rows::erase_unused(call, file.hash);
    if (!file.preview_hash.empty()) rows::erase_unused(call, file.preview_hash);
    return {};
}

}  // namespace banshi::files
