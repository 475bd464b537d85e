#include "server/faces.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <iterator>

#include "server/form.h"
#include "server/problem.h"

namespace banshi::server {

struct Form {
    Pairs fields;
    std::vector<Upload> files;
};

static Result<Form> read_form(Request const& request) {
    auto const type = request.header("Content-Type");
    auto const kind = trimmed(type.substr(0, type.find(';')));
    if (kind.empty() && request.body.empty()) return Form{};
    if (same_word(kind, "application/x-www-form-urlencoded"))
        return Form{TRY(read_urlencoded(request.body)), {}};
    if (!same_word(kind, "multipart/form-data"))
        return Refusal{Why::invalid, "request.unsupported_type"};
    Form form;
    auto parts = TRY(read_multipart(type, request.body));
    for (auto& part : parts) {
        if (!part.file_name)
            form.fields.emplace_back(std::move(part.name), std::move(part.bytes));
        else if (!part.file_name->empty() || !part.bytes.empty())  // else an empty file field
            form.files.push_back(
                {*std::move(part.file_name), std::move(part.media_type), std::move(part.bytes)});
    }
    return form;
}

// What can be read of a form that is broken elsewhere: a face may look at a key before all else.
static Pairs readable_fields(Request const& request) {
    Pairs out;
    auto const type = request.header("Content-Type");
    if (!same_word(trimmed(type.substr(0, type.find(';'))), "application/x-www-form-urlencoded"))
        return out;
    std::string_view rest = request.body;
    while (!rest.empty()) {
        auto const end = std::min(rest.find('&'), rest.size());
        if (auto one = read_urlencoded(rest.substr(0, end)))
            std::ranges::move(one.value(), std::back_inserter(out));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return out;
}

// One request to a face, on its way through the store.
struct Faces::Visit {
    Face const* face;
    Asked asked;
    Language language;
    Respond respond = {};
    std::optional<Said> said = {};
};

static Reply reply_of(Face const& face, Said&& said) {
    return {.status = said.status,
            .headers = std::move(said.headers),
            .body = std::move(said.body),
            .route = "/" + face.name};
}

Faces::Faces(Parts parts) : parts_(std::move(parts)) {}

void Faces::add(Face const& face, District const& district) {
    if (!face.open(district)) return;
    auto const known = std::ranges::find(faces_, &face, &Open::face);
    if (known != faces_.end())
        known->districts.push_back(&district);
    else
        faces_.push_back({&face, {&district}});
}

std::optional<Faces::Visit> Faces::visit(Request const& request) const {
    auto const& path = request.path;
    for (auto const& [face, districts] : faces_) {
        Visit visit{face, {.method = request.method}, language_of(request)};
        auto below = path.begin();
        if (path.size() > 1 && path[0] == face->name) {
            visit.asked.open = districts;
            below += 1;
        } else if (path.size() > 2 && path[1] == face->name) {
            auto const one = std::ranges::find(districts, path[0], &District::name);
            if (one == districts.end()) continue;
            visit.asked.open = {*one};
            below += 2;
        } else {
            continue;
        }
        visit.asked.path.assign(below, path.end());
        visit.asked.query = request.query;
        visit.asked.seen = request.header("If-None-Match");
        visit.asked.request_id = request.id;
        if (request.method == "HEAD") visit.asked.method = "GET";
        return visit;
    }
    return std::nullopt;
}

bool Faces::serve(Request const& request, Respond const& respond) {
    auto found = visit(request);
    if (!found) return false;
    auto const visit = std::make_shared<Visit>(*std::move(found));
    visit->respond = respond;
    if (request.method == "POST") {
        auto form = read_form(request);
        if (form) {
            visit->asked.form = std::move(form.value().fields);
            visit->asked.files = std::move(form.value().files);
        } else {
            visit->asked.unread = form.refusal();
            visit->asked.form = readable_fields(request);
        }
    }
    auto const district = visit->face->place(visit->asked);
    if (!district)
        respond(refused(*visit, district.refusal()));
    else if (request.method == "POST" && parts_.store.backlog() > longest_backlog)
        respond(refused(*visit, {Why::busy, "house.busy"}, 503));
    else
        run(visit, *district.value());
    return true;
}

void Faces::run(std::shared_ptr<Visit> const& visit, District const& district) {
    auto const done = [this, visit](std::exception_ptr const& broken) {
        try {
            if (broken) std::rethrow_exception(broken);
            visit->respond(reply_of(*visit->face, *std::move(visit->said)));
        } catch (std::exception const& fault) {
            spdlog::error("request {} {}: {}", visit->asked.request_id, visit->face->name,
                          fault.what());
            visit->respond(refused(*visit, {Why::busy, "house.broken"}, 503));
        }
    };
    if (visit->asked.method == "POST")
        parts_.store.write(
            [this, visit, &district](Transaction& tx) {
                visit->said = served(tx, *visit, district);
                return visit->said->status < 400;
            },
            done);
    else
        parts_.store.read([this, visit, &district](
                              Transaction& tx) { visit->said = served(tx, *visit, district); },
                          done);
}

Said Faces::served(Transaction& tx, Visit const& visit, District const& district) {
    Actor const visitor;
    Call call{visitor, parts_.now(), district, tx, parts_.random, parts_.texts, visit.language};
    return visit.face->serve(call, visit.asked);
}

Reply Faces::refused(Visit const& visit, Refusal const& refusal, int status) const {
    return reply_of(*visit.face,
                    visit.face->refuse(visit.asked, parts_.texts, visit.language, refusal, status));
}

std::optional<std::size_t> Faces::body_limit(Request const& request) const {
    auto const found = visit(request);
    return found ? std::optional(found->face->most_bytes) : std::nullopt;
}

std::optional<Reply> Faces::problem(Request const& request, Refusal const& refusal,
                                    int status) const {
    auto const found = visit(request);
    return found ? std::optional(refused(*found, refusal, status)) : std::nullopt;
}

}  // namespace banshi::server
