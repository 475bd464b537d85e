// Progress, both ways: what the office did, and what a citizen says to it through their app.

#include <algorithm>
#include <array>

#include "engines/matters/evaluations.h"
#include "engines/people/identity.h"
#include "engines/record/hash.h"
#include "systems/supervision/open311_rows.h"
#include "systems/supervision/open311_talk.h"

namespace banshi::supervision::open311 {

namespace {

using matters::Verb;

constexpr int most_photos = 30;  // of a request and all that is said to it

constexpr std::array steps{Verb::accept,       Verb::decline, Verb::dispatch, Verb::sign,
                           Verb::give_back,    Verb::wait,    Verb::resume,   Verb::list,
                           Verb::force_assign, Verb::clear,   Verb::reopen,   Verb::merge,
                           Verb::unmerge,      Verb::verify,  Verb::withdraw, Verb::progress};

constexpr std::array words{"OPEN",
                           "INVESTIGATING",
                           "IN_PROGRESS",
                           "ACTION_SCHEDULED",
                           "REOPEN",
                           "FIXED",
                           "CLOSED",
                           "NO_FURTHER_ACTION",
                           "NOT_COUNCILS_RESPONSIBILITY",
                           "DUPLICATE",
                           "CANCELLED",
                           "INTERNAL_REFERRAL",
                           "FOR_TRIAGE"};

// Others have merged into this one: their numbers say so themselves.
bool told(matters::Matter const& matter, matters::Deed const& deed) {
    bool const step = std::ranges::find(steps, deed.verb) != steps.end();
    return step && (deed.verb != Verb::merge || matter.merged_into);
}

json::object shown(Call& call, matters::Matter const& matter, matters::Deed const& deed) {
    auto const standing = standing_after(call, matter, deed);
    return {
        {"update_id", matter.number + "." + std::to_string(deed.sequence)},
        {"service_request_id", matter.number},
        {"status", standing.word},
        {"updated_datetime", written(std::chrono::floor<Seconds>(deed.at), call.district.zone())},
        {"description", text_or_null(standing.notes)},
        {"media_url", nullptr}};
}

std::optional<matters::Deed> deed_at(Call& call, rows::DeedPlace const& place) {
    auto deeds = matters::deeds_of(call, place.matter);
    auto const found = std::ranges::find(deeds, place.sequence, &matters::Deed::sequence);
    if (found == deeds.end()) return std::nullopt;
    return std::move(*found);
}

// ---- what comes in

constexpr std::array needed{"update_id", "service_request_id", "updated_datetime", "status",
                            "description"};

Refusals faults_of(Visit const& visit, std::string const& status) {
    Refusals wrongs;
    auto const& in = visit.parameters;
    for (auto const* name : needed)
        if (in.get(name).empty()) wrongs.push_back(missing(name));
    auto const at = in.get("updated_datetime");
    if (!at.empty() && !read_moment(at))
        wrongs.push_back(wrong("open311.datetime", "updated_datetime", at));
    if (!status.empty() && std::ranges::find(words, status) == words.end()) {
        auto refusal = wrong("open311.update_status", "status", status);
        std::string all;
        for (auto const* word : words) all += (all.empty() ? "" : ", ") + std::string(word);
        refusal.facts["keys"] = all;
        wrongs.push_back(std::move(refusal));
    }
    for (auto const& [name, most] : {std::pair{"description", 4000u},
                                     {"update_id", 200u},
                                     {"first_name", 200u},
                                     {"last_name", 200u},
                                     {"email", 200u},
                                     {"phone", 200u},
                                     {"media_url", 2000u}}) {
        if (characters(in.get(name)) <= most) continue;
        auto refusal = wrong("open311.too_long", name);
        refusal.facts["most"] = std::to_string(most);
        wrongs.push_back(std::move(refusal));
    }
    return wrongs;
}

std::string upper(std::string text) {
    for (auto& c : text)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return text;
}

// Of all that makes two updates the same.
std::string digest_of(Visit const& visit, std::string const& status) {
    auto const& in = visit.parameters;
    std::string all = status;
    for (auto const* name : {"service_request_id", "updated_datetime", "description", "first_name",
                             "last_name", "email", "phone"})
        all.append("\n").append(name).append("=").append(in.get(name));
    for (auto const& url : in.all("media_url")) all.append("\nmedia_url=").append(url);
    for (auto const& photo : visit.asked.files)
        all.append("\nphoto=").append(record::hex(record::sha256({photo.bytes})));
    return record::hex(record::sha256({all}));
}

json::array answer_of(std::string const& update_id) {
    return json::array{json::object{{"update_id", update_id}}};
}

// Whoever reported it through this client; nothing where others did, or somebody else speaks.
std::optional<int> reporter_of(Visit const& visit, Client const& client,
                               matters::Matter const& asked) {
    auto& call = visit.call;
    auto const remote = rows::find_remote(call, asked.id);
    auto const all = matters::reporters_of(call, asked.id);
    if (!remote || remote->client != client.id || all.empty()) return std::nullopt;
    auto const& first = all.front();
    auto const same = [](std::string const& said, std::string const& known) {
        return said.empty() || said == known;
    };
    auto phone = visit.parameters.get("phone");
    if (auto const usual = people::normalise_phone(phone)) phone = usual.value();
    if (!same(phone, first.phone) || !same(visit.parameters.get("email"), first.email))
        return std::nullopt;
    return matters::serial_in_survivor(call, asked, first.serial);
}

// "Still not mended" of whoever reported it, on what was cleared, is a judgement; everywhere else,
// and where the time to judge is over, it is a word.
Result<void> reopen(Visit const& visit, Client const& client, matters::Matter const& asked,
                    matters::Matter& matter) {
    auto& call = visit.call;
    auto const reporter = reporter_of(visit, client, asked);
    if (matter.state != matters::State::cleared || !reporter) return {};
    matters::ask_evaluations(call, matter);
    auto const judged = matters::evaluate(
        call, matter, *reporter,
        {false, matters::Rating::dissatisfied, visit.parameters.get("description"), "open311"});
    bool const over = !judged && (judged.refusal().why == Why::not_found ||
                                  judged.refusal().why == Why::too_late);
    if (!judged && !over) return judged.refusal();
    return {};
}

}  // namespace

Told updates(Visit const& visit) {
    auto& call = visit.call;
    TRY(client_of(visit));
    auto const start = visit.parameters.get("start_date"), end = visit.parameters.get("end_date");
    if (start.empty() != end.empty()) return missing(start.empty() ? "start_date" : "end_date");
    auto const window = TRY(window_of(visit, 1));
    auto const page = TRY(page_of(visit));
    Told told_now{"service_request_updates", "request_update", json::array{}};
    auto& list = told_now.value.as_array();
    auto left = static_cast<std::int64_t>(page.page - 1) * page.size;
    for (auto const& place : rows::deeds_between(call, window.from, window.to)) {
        auto const matter = matters::find(call, place.matter);
        auto const deed = deed_at(call, place);
        if (!matter || !deed || !is_public(matter.value()) || !told(matter.value(), *deed))
            continue;
        if (left-- > 0) continue;
        if (list.size() == static_cast<std::size_t>(page.size)) {
            told_now.next_page = page.page + 1;
            break;
        }
        list.push_back(shown(call, matter.value(), *deed));
    }
    return told_now;
}

Told post_update(Visit const& visit) {
    auto& call = visit.call;
    auto const& in = visit.parameters;
    auto const client = TRY(client_of(visit));
    auto const status = upper(in.get("status"));
    if (auto wrongs = faults_of(visit, status); !wrongs.empty()) return wrongs;
    auto const update_id = in.get("update_id");
    Told done{"service_request_updates", "request_update", answer_of(update_id)};
    done.status = 201;
    auto const digest = digest_of(visit, status);
    if (auto const known = rows::find_update(call, client.id, update_id)) {
        if (known->digest == digest) return done;
        return wrong("open311.update_exists", "update_id", update_id);
    }
    auto const asked = TRY(public_matter(call, in.get("service_request_id")));
    auto matter = TRY(matters::survivor(call, asked));
    // First, so that their own name is masked in what they say.
    matters::keep_sender(call, matter, sender_of(visit));
    if (auto wrong = keep_enclosed(visit, matter, most_photos); !wrong.empty()) return wrong;
    TRY(matters::comment(call, matter, in.get("description"), client.name));
    if (status == "REOPEN") TRY(reopen(visit, client, asked, matter));
    rows::insert(call, rows::UpdateRow{client.id, update_id, digest, matter.id, call.now});
    rows::insert_post(call, client.id, "update", matter.id);
    return done;
}

}  // namespace banshi::supervision::open311
