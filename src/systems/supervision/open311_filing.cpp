// A problem that another program reports for somebody: the same registration as on our page, with
// the channel open311 and the program's name. All that is wrong is said at once.

#include <algorithm>

#include "base/tidy_text.h"
#include "engines/files/files.h"
#include "engines/people/contacts.h"
#include "engines/people/keys.h"
#include "engines/people/people.h"
#include "systems/supervision/open311_rows.h"
#include "systems/supervision/open311_talk.h"
#include "systems/supervision/questions.h"

namespace banshi::supervision::open311 {

namespace {

constexpr std::size_t most_description = 4000, most_word = 200;
constexpr int most_photos = 10;
constexpr std::string_view not_pinpointed = "#NOTPINPOINTED#";  // a client's word for "unknown"

struct Where {
    std::optional<matters::Point> point = {};
    std::string address = {};
    std::string address_id = {};
    char const* flag = nullptr;  // for the dispatcher
};

// Both degrees, or what is wrong with them.
void read_point(Visit const& visit, Where& where, Refusals& wrongs) {
    auto const lat = visit.parameters.get("lat"), lng = visit.parameters.get("long");
    if (lat.empty() && lng.empty()) return;
    if (lat.empty() || lng.empty())
        return wrongs.push_back(wrong("open311.half_place", lat.empty() ? "lat" : "long"));
    constexpr std::int64_t degree = 10'000'000;
    auto const y = read_degrees(lat), x = read_degrees(lng);
    if (!y || std::abs(*y) > 90 * degree) wrongs.push_back(wrong("open311.latitude", "lat", lat));
    if (!x || std::abs(*x) > 180 * degree)
        wrongs.push_back(wrong("open311.longitude", "long", lng));
    if (y && x) where.point = matters::Point{*y, *x};
}

Where read_place(Visit const& visit, Refusals& wrongs) {
    Where where;
    where.address = visit.parameters.get("address_string");
    where.address_id = visit.parameters.get("address_id");
    if (where.address_id == not_pinpointed) {
        where.address_id.clear();
        where.flag = "place_unknown";
        return where;
    }
    auto const before = wrongs.size();
    read_point(visit, where, wrongs);
    if (wrongs.size() == before && !where.point && where.address.empty() &&
        where.address_id.empty())
        wrongs.push_back(wrong("open311.no_place", "lat"));
    if (!where.point) return where;
    auto const& s = visit.settings;
    auto const [y, x] = *where.point;
    if (y >= s.south && y <= s.north && x >= s.west && x <= s.east) return where;
    if (s.outside == Outside::refuse) wrongs.push_back(wrong("open311.outside", "lat"));
    where.flag = "place_outside";
    return where;
}

// ---- the questions of the category

Refusal unfit(Call const& call, Question const& question, std::string const& value) {
    std::string const type = boost::describe::enum_to_string(question.datatype, "");
    auto refusal = wrong("open311.attribute_" + type, "attribute[" + question.code + "]", value);
    std::string keys;
    for (auto const& choice : question.values) keys += (keys.empty() ? "" : ", ") + choice.key;
    refusal.facts["keys"] = keys;
    refusal.facts["name"] = in_language(call, question.text, question.text_en);
    return refusal;
}

void read_answer(Visit const& visit, Question const& question, std::vector<rows::DetailRow>& out,
                 Refusals& wrongs) {
    auto const name = "attribute[" + question.code + "]";
    auto const values = visit.parameters.repeated(name);
    if (values.empty() && question.required) {
        auto refusal = wrong("open311.attribute_missing", name);
        refusal.facts["name"] = in_language(visit.call, question.text, question.text_en);
        wrongs.push_back(std::move(refusal));
    }
    if (values.size() > 1 && question.datatype != Datatype::multivaluelist)
        return wrongs.push_back(wrong("open311.repeated", name));
    std::string shown;
    for (auto const& value : values) {
        if (!fits(question, value)) {
            wrongs.push_back(unfit(visit.call, question, value));
            continue;
        }
        auto const choice = std::ranges::find(question.values, value, &AnswerChoice::key);
        shown +=
            (shown.empty() ? "" : "、") + (choice == question.values.end() ? value : choice->name);
    }
    if (!shown.empty()) out.push_back({question.text, shown});
}

// ---- who

bool is_chinese(std::string const& name) {
    return !name.empty() && std::ranges::all_of(name, [](unsigned char c) { return c >= 0x80; });
}

std::string name_of(Visit const& visit) {
    auto const first = visit.parameters.get("first_name");
    auto last = visit.parameters.get("last_name");
    if (last == "-") last.clear();
    if (is_chinese(first) && is_chinese(last)) return tidied_line(last + first);
    return tidied_line(first + " " + last);
}

void check_lengths(Visit const& visit, Refusals& wrongs) {
    auto const check = [&](char const* name, std::size_t most) {
        for (auto const& value : visit.parameters.all(name)) {
            if (characters(value) <= most) continue;
            auto refusal = wrong("open311.too_long", name);
            refusal.facts["most"] = std::to_string(most);
            wrongs.push_back(std::move(refusal));
        }
    };
    check("description", most_description);
    for (auto const* name : {"address_string", "address_id", "email", "first_name", "last_name",
                             "phone", "device_id", "account_id"})
        check(name, most_word);
    check("media_url", 2000);
}

// ---- the deed

struct Read {
    OpenService const* service = nullptr;
    Where where = {};
    std::vector<rows::DetailRow> details = {};
};

Result<Read> unknown_or(OpenService const* service, matters::Book const& book,
                        std::string const& code) {
    if (service && !book.category(code)->retired) return Read{service};
    return not_found("open311.service_not_found", "service_code", code);
}

void add_details(Visit const& visit, Read& read) {
    auto const label = [&](std::string const& key) {
        return visit.call.texts.say(Language::zh, "open311.detail." + key);
    };
    if (read.where.flag) read.details.push_back({label("flag"), label(read.where.flag)});
}

Result<matters::Filed> file(Visit const& visit, Client const& client, Read const& read) {
    auto& call = visit.call;
    auto const& book = call.district.policy<Settings>().book;
    matters::Filing filing{book_name, book.kinds.front(), read.service->category, "",
                           visit.parameters.get("description")};
    if (filing.text.empty()) filing.title = book.category(filing.category)->name;
    filing.place = read.where.address;
    filing.point = read.where.point;
    filing.channel = "open311";
    filing.client = client.name;
    filing.unnumbered = read.service->type == Numbering::batch;
    return matters::file(call, filing, sender_of(visit));
}

}  // namespace

matters::Reporter sender_of(Visit const& visit) {
    matters::Reporter sender{};
    sender.name = name_of(visit);
    sender.email = visit.parameters.get("email");
    // A number from abroad or in another form is kept as it came.
    sender.phone = visit.parameters.get("phone");
    if (auto const phone = people::normalise_phone(sender.phone)) sender.phone = phone.value();
    return sender;
}

Refusals keep_enclosed(Visit const& visit, matters::Matter const& matter, int most_photos) {
    Refusals wrongs;
    files::Keeping const keeping{"report/" + matter.id.text, files::Visibility::staff, most_photos,
                                 true};
    for (auto const& photo : visit.asked.files)
        if (auto const kept = files::keep(visit.call, photo, keeping); !kept)
            wrongs.push_back(kept.refusal());
    std::vector<rows::DetailRow> addresses;
    auto const label = visit.call.texts.say(Language::zh, "open311.detail.media");
    for (auto const& url : visit.parameters.all("media_url")) addresses.push_back({label, url});
    rows::insert_details(visit.call, matter.id, addresses);
    return wrongs;
}

Told post_request(Visit const& visit) {
    auto& call = visit.call;
    auto const client = TRY(client_of(visit));
    auto const code = visit.parameters.get("service_code");
    Refusals wrongs;
    Read read;
    if (code.empty())
        wrongs.push_back(missing("service_code"));
    else
        read = TRY(
            unknown_or(visit.settings.service(code), call.district.policy<Settings>().book, code));
    read.where = read_place(visit, wrongs);
    if (read.service)
        for (auto const& question : read.service->questions)
            if (question.variable) read_answer(visit, question, read.details, wrongs);
    check_lengths(visit, wrongs);
    if (!wrongs.empty()) return wrongs;

    add_details(visit, read);
    auto const filed = TRY(file(visit, client, read));
    auto const& matter = filed.matter;
    std::string token;
    if (!matter.numbered()) token = people::fresh_token(call.random, 16);
    rows::insert(
        call, rows::RemoteRow{matter.id, client.id, token.empty() ? "" : people::token_hash(token),
                              read.where.address_id});
    rows::insert_details(call, matter.id, read.details);
    if (auto wrong = keep_enclosed(visit, matter, most_photos); !wrong.empty()) return wrong;
    rows::insert_post(call, client.id, "request", matter.id);

    json::object answer;
    if (matter.numbered())
        answer["service_request_id"] = matter.number;
    else
        answer["token"] = token;
    answer["service_notice"] = text_or_null(promise_of(call, matter));
    answer["account_id"] = nullptr;
    Told told{"service_requests", "request", json::array{std::move(answer)}};
    told.status = 201;
    return told;
}

}  // namespace banshi::supervision::open311
