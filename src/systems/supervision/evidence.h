#pragma once
// Photos and documents of a matter 佐证: those of its reporter, and the evidence of the office. A
// reporter's photo is the office's alone until a moderator publishes it.

#include "engines/files/files.h"
#include "systems/supervision/supervision.h"

namespace banshi::supervision {

struct AttachPhoto {
    std::string number;
    std::string code;
    Upload file;
};
struct Attached {
    files::FileId file;
};
// By the reporter: photos alone, ten at most.
Result<Attached> attach_photo(Call&, AttachPhoto const&);

struct AttachFile {
    std::string number;
    Upload file;
    std::optional<bool> published;  // for everybody to see
};
Result<Attached> attach_file(Call&, AttachFile const&);

struct ReadFile {
    std::string number;
    files::FileId file;
    std::optional<bool> preview;
};
Result<File> read_file(Call&, ReadFile const&);         // of the office
Result<File> read_public_file(Call&, ReadFile const&);  // what was published

struct OnFile {
    std::string number;
    files::FileId file;
    std::optional<std::string> why;
};
struct FilesShown {
    std::vector<files::Shown> files;
};
Result<FilesShown> publish_file(Call&, OnFile const&);
Result<FilesShown> unpublish_file(Call&, OnFile const&);
Result<FilesShown> remove_file(Call&, OnFile const&);

// The photos of its reporters go for good; those that a moderator published stay.
Result<void> forget_photos(Call&, matters::Matter const&, std::string const& why);

std::vector<files::Shown> evidence_shown(Call&, matters::Matter const&);
std::vector<files::Shown> reported_shown(Call&, matters::Matter const&);
std::vector<files::Shown> published_shown(Call&, matters::Matter const&);

}  // namespace banshi::supervision
