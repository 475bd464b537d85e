#pragma once
// Photos of a visit 走访照片: proof for the office that somebody was there and what was handed
// over. Nobody outside sees them; the public record holds their hashes alone.

#include "engines/files/files.h"
#include "systems/aid/visits.h"

namespace banshi::aid {

struct AttachVisitPhoto {
    std::string visit;
    Upload photo;
};
struct VisitPhoto {
    files::FileId file;
};
// Refuses what files::keep refuses: no photo, too many.
Result<VisitPhoto> attach_visit_photo(Call&, AttachVisitPhoto const&);

struct ReadVisitPhoto {
    std::string visit;
    files::FileId file;
    std::optional<bool> preview;
};
Result<File> read_visit_photo(Call&, ReadVisitPhoto const&);

struct RemoveVisitPhoto {
    std::string visit;
    files::FileId file;
    std::string why;
};
struct VisitPhotosLeft {
    std::vector<PhotoView> photos;
};
// 撤除照片: by whoever took it, with the reason, until something was decided about the family with
// it on file; its hash stays in the record. Refuses photo.not_own, photo.is_proof,
// file.reason_missing.
Result<VisitPhotosLeft> remove_visit_photo(Call&, RemoveVisitPhoto const&);

}  // namespace banshi::aid
