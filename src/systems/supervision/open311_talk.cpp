#include "systems/supervision/open311_talk.h"

#include <fmt/chrono.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/tidy_text.h"
#include "documents/feed.h"
#include "engines/record/hash.h"

namespace banshi::supervision::open311 {

namespace {

struct Way {
    std::string_view word;
    bool named;
    std::string_view http;
    Method method;
};
constexpr Way ways[] = {
    {"services", false, "GET", Method::services},
    {"services", true, "GET", Method::service},
    {"requests", false, "GET", Method::requests},
    {"requests", false, "POST", Method::post_request},
    {"requests", true, "GET", Method::request},
    {"tokens", true, "GET", Method::token},
    {"servicerequestupdates", false, "GET", Method::updates},
    {"servicerequestupdates", false, "POST", Method::post_update},
};

// Clients join endpoint and path with one slash too many.
std::vector<std::string> words_of(Asked const& asked) {
    std::vector<std::string> words;
    for (auto const& part : asked.path)
        if (!part.empty()) words.push_back(part);
    return words;
}

int status_of(Refusal const& refusal) {
    if (refusal.text == "open311.too_many") return 429;
    switch (refusal.why) {
        case Why::not_found:
            return 404;
        case Why::forbidden:
        case Why::unauthenticated:
            return 403;
        case Why::busy:
            return 503;
        default:
            return 400;
    }
}

Said written(Asked const& asked, int status, documents::Feed const& feed) {
    bool const xml = format_of(asked) == Format::xml;
    Said out{status,
             {{"Content-Type", xml ? "text/xml; charset=utf-8" : "application/json; charset=utf-8"},
              {"X-Content-Type-Options", "nosniff"}},
             xml ? documents::xml(feed) : documents::plain_json(feed.value)};
    if (asked.method == "GET") out.headers.emplace_back("Access-Control-Allow-Origin", "*");
    return out;
}

std::string percent(std::string_view text) {
    std::string out;
    for (unsigned char const c : text)
        out += std::isalnum(c) || std::string_view("-_.~,:").find(char(c)) != std::string_view::npos
                   ? std::string(1, char(c))
                   : fmt::format("%{:02X}", c);
    return out;
}

// The same question for another page.
std::string link_to(Call const& call, Asked const& asked, int page) {
    auto out = "<" + call.district.address() + "/open311";
    for (auto const& word : words_of(asked)) out += "/" + percent(word);
    out += "?";
    for (auto const& [name, value] : asked.query)
        if (name != "page" && name != "api_key") out += percent(name) + "=" + percent(value) + "&";
    return out + "page=" + std::to_string(page) + ">; rel=\"next\"";
}

}  // namespace

Format format_of(Asked const& asked) {
    auto const words = words_of(asked);
    return !words.empty() && words.back().ends_with(".json") ? Format::json : Format::xml;
}

Result<Address> address_of(Asked const& asked) {
    Refusal const missing{Why::not_found, "open311.address"};
    auto words = words_of(asked);
    if (words.empty()) return missing;
    auto& last = words.back();
    auto const dot = last.rfind('.');
    auto const suffix = dot == last.npos ? "" : last.substr(dot + 1);
    if (suffix != "xml" && suffix != "json") return missing;
    last.resize(dot);
    auto const format = suffix == "json" ? Format::json : Format::xml;
    if (words == std::vector<std::string>{"discovery"}) {
        if (asked.method == "GET") return Address{Method::discovery, format};
        return Refusal{Why::invalid, "route.method", {}, {}, {{"allow", "GET"}}};
    }
    if (words.size() < 2 || words.size() > 3 || words[0] != "v2") return missing;
    std::string allow;
    for (auto const& way : ways) {
        if (way.word != words[1] || way.named != (words.size() == 3)) continue;
        if (way.http == asked.method) return Address{way.method, format, way.named ? words[2] : ""};
        allow.append(allow.empty() ? "" : ", ").append(way.http);
    }
    if (allow.empty()) return missing;
    return Refusal{Why::invalid, "route.method", {}, {}, {{"allow", allow}}};
}

Parameters::Parameters(Asked const& asked) {
    for (auto const* part : {&asked.form, &asked.query})
        for (auto const& [name, value] : *part)
            if (auto words = tidied(value); !words.empty())
                pairs_.emplace_back(name, std::move(words));
}

std::string Parameters::get(std::string_view name) const {
    for (auto const& [key, value] : pairs_)
        if (key == name) return value;
    return {};
}

std::vector<std::string> Parameters::all(std::string_view name) const {
    std::vector<std::string> out;
    for (auto const& [key, value] : pairs_)
        if (key == name) out.push_back(value);
    return out;
}

std::vector<std::string> Parameters::repeated(std::string const& name) const {
    std::vector<std::string> out;
    for (auto const& [key, value] : pairs_) {
        if (!key.starts_with(name)) continue;
        auto const rest = std::string_view(key).substr(name.size());
        bool const numbered = rest.size() >= 2 && rest.front() == '[' && rest.back() == ']' &&
                              rest.find_first_not_of("0123456789", 1) == rest.size() - 1;
        if (rest.empty() || numbered) out.push_back(value);
    }
    return out;
}

std::vector<std::string> Parameters::list(std::string_view name) const {
    std::vector<std::string> out;
    auto const text = get(name);
    for (std::size_t at = 0; at <= text.size();) {
        auto const end = std::min(text.find(',', at), text.size());
        auto const first = text.find_first_not_of(" \t\r\n", at);
        if (first < end) {
            auto const last = text.find_last_not_of(" \t\r\n", end - 1);
            out.push_back(text.substr(first, last + 1 - first));
        }
        at = end + 1;
    }
    return out;
}

Said said(Asked const& asked, Refusals const& refusals, Texts const& texts, Language language,
          int status) {
    json::array list;
    int first = 0;
    for (auto const& refusal : refusals) {
        int const code = status ? status : status_of(refusal);
        if (first == 0) first = code;
        auto facts = refusal.facts;
        facts.emplace("number", asked.request_id);
        list.push_back(
            json::object{{"code", code},
                         {"description", texts.say(language, "refusal." + refusal.text, facts)}});
    }
    auto out = written(asked, first, {"errors", "error", std::move(list)});
    out.headers.emplace_back("Content-Language", language == Language::en ? "en" : "zh-CN");
    out.headers.emplace_back("Cache-Control", "no-store");
    auto const& facts = refusals.front().facts;
    if (first == 405) out.headers.emplace_back("Allow", facts.at("allow"));
    if (first == 503) out.headers.emplace_back("Retry-After", "5");
    if (auto const wait = facts.find("seconds"); first == 429 && wait != facts.end())
        out.headers.emplace_back("Retry-After", wait->second);
    return out;
}

Said said(Asked const& asked, Told const& told, Call const& call) {
    if (!told.refusals.empty()) return said(asked, told.refusals, call.texts, call.language);
    auto out = written(asked, told.status, {told.root, told.item, told.value});
    if (asked.method != "GET") {
        out.headers.emplace_back("Cache-Control", "no-store");
        return out;
    }
    auto const tag = "\"" + record::hex(record::sha256({out.body})).substr(0, 32) + "\"";
    out.headers.emplace_back("Cache-Control", "no-cache");
    out.headers.emplace_back("ETag", tag);
    out.headers.emplace_back("Vary", "Accept-Language");
    if (told.changed)
        out.headers.emplace_back(
            "Last-Modified", fmt::format("{:%a, %d %b %Y %H:%M:%S} GMT",
                                         std::chrono::floor<std::chrono::seconds>(*told.changed)));
    if (told.next_page) out.headers.emplace_back("Link", link_to(call, asked, told.next_page));
    if (asked.seen.find(tag) != asked.seen.npos || asked.seen == "*") {
        out.status = 304;
        out.body.clear();
    }
    return out;
}

Refusal missing(std::string const& parameter) {
    return {Why::invalid, "open311.missing", {}, parameter, {{"parameter", parameter}}};
}

// The first words of what was sent, never half a character.
static std::string first_words(std::string_view text) {
    auto size = std::min<std::size_t>(text.size(), 60);
    while (size < text.size() && size > 0 &&
           (static_cast<unsigned char>(text[size]) & 0xc0) == 0x80)
        --size;
    return std::string(text.substr(0, size));
}

Refusal wrong(std::string code, std::string const& parameter, std::string const& value) {
    return {Why::invalid,
            std::move(code),
            {},
            parameter,
            {{"parameter", parameter}, {"value", first_words(value)}}};
}

Refusal not_found(std::string code, std::string const& parameter, std::string const& value) {
    auto refusal = wrong(std::move(code), parameter, value);
    refusal.why = Why::not_found;
    return refusal;
}

json::value text_or_null(std::string_view text) {
    if (text.empty()) return nullptr;
    return json::value(json::string(text));
}

std::string in_language(Call const& call, std::string const& zh, std::string const& en) {
    return call.language == Language::en && !en.empty() ? en : zh;
}

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](unsigned char c) { return (c & 0xc0) != 0x80; }));
}

std::optional<double> read_number(std::string_view text) {
    double value = 0;
    if (text.starts_with('+')) text.remove_prefix(1);
    auto const read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (read.ec != std::errc{} || read.ptr != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

std::optional<std::int64_t> read_degrees(std::string_view text) {
    auto const degrees = read_number(text);
    if (!degrees || std::abs(*degrees) > 1000) return std::nullopt;
    return std::llround(*degrees * 1e7);
}

std::optional<Instant> read_moment(std::string text) {
    constexpr std::size_t least = 19;  // 2026-11-01T00:00:00
    if (text.size() <= least) return read_instant(text);
    if (auto const blank = text.find(' ', least); blank != text.npos) text[blank] = '+';
    auto const sign = text.find_first_of("+-", least);
    if (sign != text.npos && text.size() - sign == 5 && text.find(':', sign) == text.npos)
        text.insert(sign + 3, ":");
    return read_instant(text);
}

std::string lower(std::string text) {
    for (auto& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

static Result<std::optional<Instant>> moment(Visit const& visit, char const* name) {
    auto const text = visit.parameters.get(name);
    if (text.empty()) return std::optional<Instant>();
    auto const at = read_moment(text);
    if (!at) return wrong("open311.datetime", name, text);
    return at;
}

Result<Window> window_of(Visit const& visit, int usual) {
    auto const start = TRY(moment(visit, "start_date"));
    auto const end = TRY(moment(visit, "end_date"));
    auto const span = std::chrono::days(start || end ? most_days : usual);
    auto const to = end.value_or(start ? *start + span : visit.call.now);
    auto const from = start.value_or(to - span);
    if (from > to) return wrong("open311.window_order", "start_date");
    if (to - from > std::chrono::days(most_days)) {
        auto refusal = wrong("open311.window", "start_date");
        refusal.facts["days"] = std::to_string(most_days);
        return refusal;
    }
    // Times go by whole seconds on the wire; both ends belong to the window.
    return Window{std::chrono::floor<Seconds>(from), std::chrono::floor<Seconds>(to) + Seconds{1}};
}

Result<PageAsked> page_of(Visit const& visit) {
    PageAsked out{1, 1000};
    for (auto const& [name, field] : {std::pair{"page", &out.page}, {"page_size", &out.size}}) {
        auto const text = visit.parameters.get(name);
        if (text.empty()) continue;
        auto const read = std::from_chars(text.data(), text.data() + text.size(), *field);
        if (read.ec != std::errc{} || read.ptr != text.data() + text.size() || *field < 1 ||
            *field > 1'000'000)
            return wrong("open311.number", name, text);
    }
    out.size = std::min(out.size, 1000);
    return out;
}

}  // namespace banshi::supervision::open311
