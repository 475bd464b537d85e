#include "systems/supervision/evidence.h"

#include <algorithm>

#include "systems/supervision/case.h"

namespace banshi::supervision {

namespace {

using matters::Matter;

constexpr int photos_most = 10;

std::string evidence_about(Matter const& matter) { return "matter/" + matter.id.text; }
std::string report_about(Matter const& matter) { return "report/" + matter.id.text; }

Result<files::Attachment> find_file(Call& call, Matter const& matter, files::FileId const& id) {
    auto found = files::find(call, id, evidence_about(matter));
    return found ? found : files::find(call, id, report_about(matter));
}

Result<Matter> seen(Call& call, std::string const& number) {
    auto matter = TRY(find_matter(call, number));
    TRY(may_see(call, matter));
    return matter;
}

Result<void> may_attach(Call& call, Matter const& matter) {
    auto const node = unit_node(call, matter.unit);
    if (call.actor.holds(register_matters, node)) return {};
    return people::may(call, handle_matters, node);
}

std::vector<files::Shown> both(Call& call, Matter const& matter) {
    auto all = evidence_shown(call, matter);
    for (auto& each : reported_shown(call, matter)) all.push_back(std::move(each));
    return all;
}

}  // namespace

Result<Attached> attach_photo(Call& call, AttachPhoto const& form) {
    auto const matter = TRY(find_matter(call, form.number));
    TRY(matters::open_by_code(call, matter.id, form.code));
    files::Keeping const keeping{report_about(matter), files::Visibility::staff, photos_most, true};
    auto const kept = TRY(files::keep(call, form.file, keeping));
    return Attached{kept.id};
}

Result<Attached> attach_file(Call& call, AttachFile const& form) {
    auto const matter = TRY(seen(call, form.number));
    TRY(may_attach(call, matter));
    auto const visibility =
        form.published.value_or(false) ? files::Visibility::everybody : files::Visibility::staff;
    files::Keeping const keeping{evidence_about(matter), visibility};
    auto const kept = TRY(files::keep(call, form.file, keeping));
    return Attached{kept.id};
}

Result<File> read_file(Call& call, ReadFile const& form) {
    auto const matter = TRY(seen(call, form.number));
    auto const file = TRY(find_file(call, matter, form.file));
    return files::file_of(call, file,
                          form.preview.value_or(false) ? files::Size::preview : files::Size::whole);
}

Result<File> read_public_file(Call& call, ReadFile const& form) {
    auto const matter = TRY(find_matter(call, form.number));
    if (matter.visibility == matters::Visibility::closed ||
        matter.visibility == matters::Visibility::sealed)
        return Refusal{Why::not_found, "file.not_found", form.number, "file"};
    auto const file = TRY(find_file(call, matter, form.file));
    return files::published_file_of(
        call, file, form.preview.value_or(false) ? files::Size::preview : files::Size::whole);
}

Result<FilesShown> publish_file(Call& call, OnFile const& form) {
    auto const matter = TRY(seen(call, form.number));
    TRY(people::may(call, moderate_matters, people::node(call.district)));
    auto const file = TRY(find_file(call, matter, form.file));
    files::publish(call, file);
    return FilesShown{both(call, matter)};
}

Result<FilesShown> unpublish_file(Call& call, OnFile const& form) {
    auto const matter = TRY(seen(call, form.number));
    TRY(people::may(call, moderate_matters, people::node(call.district)));
    auto const file = TRY(find_file(call, matter, form.file));
    files::unpublish(call, file, form.why.value_or(""));
    return FilesShown{both(call, matter)};
}

Result<FilesShown> remove_file(Call& call, OnFile const& form) {
    auto const matter = TRY(seen(call, form.number));
    TRY(may_attach(call, matter));
    auto const file = TRY(find_file(call, matter, form.file));
    TRY(files::remove(call, file, form.why.value_or("")));
    return FilesShown{both(call, matter)};
}

Result<void> forget_photos(Call& call, Matter const& matter, std::string const& why) {
    for (auto const& photo : files::list_about(call, report_about(matter)))
        if (photo.visibility == files::Visibility::staff) TRY(files::remove(call, photo, why));
    return {};
}

std::vector<files::Shown> evidence_shown(Call& call, Matter const& matter) {
    return files::shown(files::list_about(call, evidence_about(matter)));
}

std::vector<files::Shown> reported_shown(Call& call, Matter const& matter) {
    return files::shown(files::list_about(call, report_about(matter)));
}

std::vector<files::Shown> published_shown(Call& call, Matter const& matter) {
    auto all = files::shown(files::list_published(call, report_about(matter)));
    for (auto& each : files::shown(files::list_published(call, evidence_about(matter))))
        all.push_back(std::move(each));
    return all;
}

// Of this round alone: what was shown for an answer that did not hold proves nothing for the next.
int evidence_of(Call& call, Matter const& matter) {
    Instant since{};
    for (auto const& task : matters::tasks_of(call, matter.id))
        if (task.lead && task.round == matter.round) since = task.dispatched_at;
    return static_cast<int>(
        std::ranges::count_if(files::list_about(call, evidence_about(matter)),
                              [&](files::Attachment const& file) { return file.at >= since; }));
}

}  // namespace banshi::supervision
