#pragma once
// Files 附件: evidence photos and documents, kept at what they are about. What comes in is known by
// its bytes alone (sniff.h), photos lose everything but the picture (develop.h), and the bytes lie
// in the database, so that backup, replication and restoring need nothing else.
//
// The engine has no routes and asks for no rights. A system has one line for each deed:
//
//     prepared(files::develop_ahead, creates(upload(path, right, "attach_file", attach_file)))
//     get(path + "/{file}", right, "read_file", read_file)   -- gives files::file_of(...)

#include <boost/describe.hpp>

#include "engines/files/develop.h"

namespace banshi::files {

using FileId = Id<struct FileKind>;  // 附件

BOOST_DEFINE_ENUM_CLASS(Visibility, staff, everybody)

struct Attachment {
    FileId id;
    std::string about;
    int serial;  // from 1, in the order of coming
    Format format;
    std::string name;  // 路灯.jpg; never empty
    std::int64_t bytes;
    int width, height;  // 0: no photo
    std::string hash, preview_hash;
    Visibility visibility;
    std::string uploader;
    Instant at;
    std::optional<Instant> removed_at;
};

struct Keeping {
    std::string about;  // "matter/" and its id: every system has its own word
    Visibility visibility = Visibility::staff;
    int most = 20;  // files about one thing
    bool photos_only = false;
};
// Refuses what develop() refuses, file.no_photo and file.too_many.
Result<Attachment> keep(Call&, Upload const&, Keeping const&);

// Refuses file.not_found; also of one that is about something else, so that nobody reaches a file
// by the address of another matter.
Result<Attachment> find(Call&, FileId const&, std::string const& about);

// In the order of coming; what was removed is left out.
std::vector<Attachment> list_about(Call&, std::string const& about);
std::vector<Attachment> list_published(Call&, std::string const& about);

// What a page shows of a file. `photo` says that it and its preview are pictures.
struct Shown {
    FileId id;
    std::string name, media_type;
    std::int64_t bytes;
    int width, height;
    bool photo, published;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(Shown, (), (id, name, media_type, bytes, width, height, photo, published, at))
Shown shown(Attachment const&);
std::vector<Shown> shown(std::vector<Attachment> const&);

// The answer of a route: a photo as a page, a document to be kept. It never changes, so a browser
// keeps it. A document has no preview: file.not_found.
enum class Size { whole, preview };
Result<File> file_of(Call&, Attachment const&, Size);
// The same for everybody: what is not published is not found.
Result<File> published_file_of(Call&, Attachment const&, Size);

// Each is a deed with its row; repeating one changes nothing.
void publish(Call&, Attachment const&);
void unpublish(Call&, Attachment const&, std::string const& why);
// The bytes are erased where no other file has the same. Refuses file.reason_missing.
Result<void> remove(Call&, Attachment const&, std::string const& why);

// The last part of a path, without what could mislead a reader or a computer; at most 120 bytes.
std::string harmless_name(std::string_view name, Format);

}  // namespace banshi::files
