#include "systems/receipts/log_face.h"

#include <algorithm>
#include <charconv>

#include "engines/record/heads.h"
#include "engines/record/logs.h"
#include "engines/record/record.h"

namespace banshi::receipts {

namespace {

constexpr char const* for_ever = "public, max-age=31536000, immutable";
constexpr char const* for_seconds = "public, max-age=5";
constexpr char const* plain = "text/plain; charset=utf-8";

// A request on its way: whose log, and what of it.
struct Visit {
    Call& call;
    std::string log;
    std::vector<std::string> rest;  // of the address
    Pairs const& query;
};

bool names_district(Asked const& asked) {
    return !asked.path.empty() &&
           std::ranges::find(asked.open, asked.path[0], &District::name) != asked.open.end();
}

// As /{district}/log/... ; a city of one district has its own log there too.
bool stands_below_district(Asked const& asked) {
    auto const& logs = asked.open.front()->policy<record::Logs>().by_name;
    return asked.open.size() == 1 && logs.size() > 2;
}

Result<District const*> place(Asked const& asked) {
    if (asked.method != "GET") return Refusal{Why::invalid, "route.method"};
    if (!names_district(asked)) return asked.open.front();
    return *std::ranges::find(asked.open, asked.path[0], &District::name);
}

Said said(std::string const& type, std::string const& cache, std::string body) {
    return {200,
            {{"Content-Type", type},
             {"Cache-Control", cache},
             {"X-Content-Type-Options", "nosniff"},
             {"Access-Control-Allow-Origin", "*"}},
            std::move(body)};
}

int status_of(Refusal const& refusal) {
    if (refusal.why == Why::not_found) return 404;
    return refusal.why == Why::conflict ? 409 : 400;
}

Said problem(Texts const& texts, Language language, Refusal const& refusal, int status) {
    json::object body{{"type", "about:blank"},
                      {"title", texts.say(language, "problem.s" + std::to_string(status))},
                      {"status", status},
                      {"detail", texts.say(language, "refusal." + refusal.text, refusal.facts)},
                      {"code", refusal.text}};
    for (auto const& [name, value] : refusal.facts) body[name] = value;
    if (!refusal.field.empty()) body["field"] = refusal.field;
    auto out = said("application/problem+json", "no-store", json::serialize(body));
    out.status = status;
    return out;
}

Result<std::uint64_t> read_place(std::string const& text, std::string const& field) {
    std::uint64_t number = 0;
    auto const read = std::from_chars(text.data(), text.data() + text.size(), number);
    bool const whole = read.ec == std::errc{} && read.ptr == text.data() + text.size();
    if (whole && number <= INT64_MAX && std::to_string(number) == text) return number;
    return Refusal{Why::invalid, text.empty() ? "shape.missing" : "shape.kind", text, field};
}

Result<std::uint64_t> number_in(Visit const& visit, std::string const& field,
                                std::optional<std::uint64_t> otherwise = {}) {
    for (auto const& [name, value] : visit.query)
        if (name == field) return read_place(value, field);
    if (otherwise) return *otherwise;
    return Refusal{Why::invalid, "shape.missing", {}, field};
}

// An answer about a size that was named stays true; about the newest one it is soon another.
char const* lasting(Visit const& visit, std::string const& field) {
    auto const named = [&](auto const& each) { return each.first == field; };
    return std::ranges::any_of(visit.query, named) ? for_ever : for_seconds;
}

Result<record::Head> newest(Visit const& visit) {
    auto head = record::newest_head(visit.call.tx, visit.log);
    if (!head) return Refusal{Why::not_found, "head.missing"};
    return *std::move(head);
}

// Nothing is proved beyond what was signed.
Result<void> within(record::Head const& head, std::uint64_t size) {
    if (size <= head.size) return {};
    return Refusal{
        Why::invalid, "record.size_beyond_log", {}, "size", {{"size", std::to_string(head.size)}}};
}

json::array in_base64(record::Proof const& proof) {
    json::array out;
    for (auto const& hash : proof) out.emplace_back(record::base64(hash));
    return out;
}

Result<Said> checkpoint(Visit const& visit) {
    return said(plain, for_seconds, TRY(newest(visit)).note);
}

Result<Said> keys(Visit const& visit) {
    std::string lines;
    auto const& logs = visit.call.district.policy<record::Logs>().by_name;
    for (auto const& key : logs.at(visit.log).keys) lines += written(key) + "\n";
    return said(plain, for_seconds, lines);
}

Result<Said> tile(Visit const& visit) {
    std::string path;
    for (auto const& word : visit.rest) path += path.empty() ? word : "/" + word;
    auto tile = record::read_tile_path(path);
    if (!tile) return Refusal{Why::not_found, "tile.bad_path", path};
    auto const head = TRY(newest(visit));
    auto bytes = TRY(record::tile_bytes(visit.call.tx, visit.log, head.size, tile.value()));
    auto out = said("application/octet-stream", for_ever, std::move(bytes));
    // Entries are lines of JSON, and C2SP lets them travel packed; hashes do not shrink.
    if (tile.value().level == record::entries_level)
        out.headers.emplace_back("Vary", "Accept-Encoding");
    return out;
}

Result<Said> proof(Visit const& visit) {
    auto const head = TRY(newest(visit));
    auto const seq = TRY(number_in(visit, "seq"));
    auto const size = TRY(number_in(visit, "size", head.size));
    TRY(within(head, size));
    auto const hashes = TRY(record::proof_of(visit.call.tx, visit.log, seq, size));
    auto const root = TRY(record::root_at(visit.call.tx, visit.log, size));
    return said("application/json", lasting(visit, "size"),
                json::serialize(json::object{{"seq", seq},
                                             {"size", size},
                                             {"root", record::base64(root)},
                                             {"proof", in_base64(hashes)}}));
}

Result<Said> consistency(Visit const& visit) {
    auto const head = TRY(newest(visit));
    auto const from = TRY(number_in(visit, "from"));
    auto const to = TRY(number_in(visit, "to", head.size));
    TRY(within(head, to));
    auto const hashes = TRY(record::consistency(visit.call.tx, visit.log, from, to));
    return said(
        "application/json", lasting(visit, "to"),
        json::serialize(json::object{{"from", from}, {"to", to}, {"proof", in_base64(hashes)}}));
}

// The exact bytes that were hashed.
Result<Said> entry(Visit const& visit) {
    auto const seq = TRY(read_place(visit.rest.empty() ? "" : visit.rest[0], "seq"));
    auto const found = TRY(record::entry(visit.call.tx, visit.log, seq));
    return said("application/json", for_ever, found.body);
}

Result<Said> receipt(Visit const& visit) {
    static constexpr std::string_view ending = ".tlog-proof";
    auto name = visit.rest.empty() ? "" : visit.rest[0];
    if (!name.ends_with(ending)) return Refusal{Why::not_found, "route.missing", name};
    auto const seq = TRY(read_place(name.substr(0, name.size() - ending.size()), "seq"));
    auto out = said(plain, for_seconds, TRY(record::proof_file(visit.call.tx, visit.log, seq)));
    out.headers.emplace_back("Content-Disposition", "attachment; filename=\"" + name + "\"");
    return out;
}

// The page for people that checks a slip, a receipt or a file.
Result<Said> verify(Visit const& visit) {
    return Said{303, {{"Location", "/" + visit.call.district.name() + "/record/check"}}, ""};
}

struct Part {
    std::string_view name;
    Result<Said> (*answer)(Visit const&);
};

constexpr std::array<Part, 8> parts{{{"checkpoint", checkpoint},
                                     {"keys", keys},
                                     {"tile", tile},
                                     {"proof", proof},
                                     {"consistency", consistency},
                                     {"entry", entry},
                                     {"receipt", receipt},
                                     {"verify", verify}}};

Result<Said> answered(Call& call, Asked const& asked) {
    auto rest = asked.path;
    auto log = stands_below_district(asked) ? call.district.name() : std::string(record::city_log);
    if (names_district(asked)) {
        log = rest[0];
        rest.erase(rest.begin());
    }
    auto const part = rest.empty() ? parts.end() : std::ranges::find(parts, rest[0], &Part::name);
    if (part == parts.end()) return Refusal{Why::not_found, "route.missing"};
    rest.erase(rest.begin());
    return part->answer({call, log, std::move(rest), asked.query});
}

Said serve(Call& call, Asked const& asked) {
    auto out = answered(call, asked);
    if (out) return std::move(out).value();
    return problem(call.texts, call.language, out.refusal(), status_of(out.refusal()));
}

Said refuse(Asked const&, Texts const& texts, Language language, Refusal const& refusal,
            int status) {
    if (refusal.text == "route.method") status = 405;
    auto out = problem(texts, language, refusal, status ? status : status_of(refusal));
    if (status == 405) out.headers.emplace_back("Allow", "GET, HEAD");
    return out;
}

}  // namespace

Face log_face() {
    return {.name = "log",
            .open = [](District const& district) { return district.has<record::Logs>(); },
            .place = place,
            .serve = serve,
            .refuse = refuse};
}

}  // namespace banshi::receipts
