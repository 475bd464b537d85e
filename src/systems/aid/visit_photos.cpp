#include "systems/aid/visit_photos.h"

#include <algorithm>

#include "engines/record/record.h"
#include "systems/aid/family_rows.h"

namespace banshi::aid {

struct VisitPhotoKept {  // 走访照片
    static constexpr auto kind = "aid.visit_photo";
    record::Mark v;
    record::Hash h;
};
BOOST_DESCRIBE_STRUCT(VisitPhotoKept, (), (v, h))

struct VisitPhotoRemoved {  // 撤除走访照片
    static constexpr auto kind = "aid.photo_removed";
    record::Mark v;
    record::Hash h;
};
BOOST_DESCRIBE_STRUCT(VisitPhotoRemoved, (), (v, h))

namespace {

constexpr int most_photos = 6;

Result<Visit> find_visit(Call& call, std::string const& number) {
    auto visit = rows::find_visit(call, number);
    if (!visit) return Refusal{Why::not_found, "callback.not_found", number};
    return std::move(*visit);
}

// Whoever decided about the family since then had it before them.
bool decided_upon(Call& call, Visit const& visit, files::Attachment const& photo) {
    auto const steps = rows::steps(call, visit.family);
    return std::ranges::any_of(steps, [&](auto const& step) { return step.at >= photo.at; });
}

}  // namespace

Result<VisitPhoto> attach_visit_photo(Call& call, AttachVisitPhoto const& form) {
    auto const visit = TRY(find_visit(call, form.visit));
    TRY(may(call, keep_families));
    files::Keeping const keeping{photos_about(visit.number), files::Visibility::staff, most_photos,
                                 true};
    auto const kept = TRY(files::keep(call, form.photo, keeping));
    record::append(call, VisitPhotoKept{visit.number, record::hash_of_hex(kept.hash).value()});
    return VisitPhoto{kept.id};
}

Result<File> read_visit_photo(Call& call, ReadVisitPhoto const& form) {
    auto const visit = TRY(find_visit(call, form.visit));
    TRY(may(call, see_families));
    auto const photo = TRY(files::find(call, form.file, photos_about(visit.number)));
    auto const size = form.preview.value_or(false) ? files::Size::preview : files::Size::whole;
    return files::file_of(call, photo, size);
}

Result<VisitPhotosLeft> remove_visit_photo(Call& call, RemoveVisitPhoto const& form) {
    auto const visit = TRY(find_visit(call, form.visit));
    TRY(may(call, keep_families));
    auto const about = photos_about(visit.number);
    auto const photo = TRY(files::find(call, form.file, about));
    if (photo.uploader != call.actor.id())
        return Refusal{Why::forbidden, "photo.not_own", visit.number};
    if (decided_upon(call, visit, photo))
        return Refusal{Why::conflict, "photo.is_proof", visit.number};
    TRY(files::remove(call, photo, form.why));
    record::append(call, VisitPhotoRemoved{visit.number, record::hash_of_hex(photo.hash).value()});
    return VisitPhotosLeft{photos_of(call, visit.number)};
}

}  // namespace banshi::aid
