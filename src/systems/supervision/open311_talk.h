#pragma once
// How Open311 asks and how it is answered: the address, the parameters, XML or JSON. For the
// files open311_*.cpp alone.

#include <initializer_list>

#include "base/shape.h"
#include "systems/supervision/open311_settings.h"
#include "systems/supervision/supervision.h"
#include "systems/system.h"

namespace banshi::supervision::open311 {

enum class Method {
    discovery,
    services,
    service,
    requests,
    request,
    post_request,
    token,
    updates,
    post_update,
};
enum class Format { xml, json };

struct Address {
    Method method;
    Format format;
    std::string name = {};  // of a service, a request, a token
};
// Refuses route.missing where nothing is, route.method with the fact `allow`.
Result<Address> address_of(Asked const&);
Format format_of(Asked const&);

// Query and form as one, the form first; what is empty is absent, and the words are as tidy as
// those of our own pages.
class Parameters {
public:
    explicit Parameters(Asked const&);

    std::string get(std::string_view name) const;  // the first; "" without one
    std::vector<std::string> all(std::string_view name) const;
    std::vector<std::string> list(std::string_view name) const;  // "A, B"
    // name, name[] and name[0], each as often as it was sent.
    std::vector<std::string> repeated(std::string const& name) const;

private:
    Pairs pairs_;
};

using Refusals = std::vector<Refusal>;

// What a method says: a value, or all that is wrong.
struct Told {
    Told(std::string_view root, std::string_view item, json::value value)
        : root(root), item(item), value(std::move(value)) {}
    Told(Refusal refusal) : refusals{std::move(refusal)} {}
    Told(Refusals refusals) : refusals(std::move(refusals)) {}

    std::string_view root = {}, item = {};
    json::value value = {};
    Refusals refusals = {};
    int status = 200;
    std::optional<Instant> changed = {};  // Last-Modified
    int next_page = 0;                    // a further page; 0: none
};

Said said(Asked const&, Told const&, Call const&);
Said said(Asked const&, Refusals const&, Texts const&, Language, int status = 0);

struct Visit {
    Call& call;
    Asked const& asked;
    Address const& address;
    Parameters const& parameters;
    Open311Settings const& settings;
};

Told discovery(Visit const&);
Told services(Visit const&);
Told service(Visit const&);
Told requests(Visit const&);
Told request(Visit const&);
Told post_request(Visit const&);
Told token(Visit const&);
Told updates(Visit const&);
Told post_update(Visit const&);

// ---- words

Refusal missing(std::string const& parameter);
Refusal wrong(std::string code, std::string const& parameter, std::string const& value = {});
Refusal not_found(std::string code, std::string const& parameter, std::string const& value = {});
json::value text_or_null(std::string_view text);
std::string in_language(Call const&, std::string const& zh, std::string const& en);
std::size_t characters(std::string_view text);
// A number of degrees, in ten-millionths.
std::optional<std::int64_t> read_degrees(std::string_view text);
std::optional<double> read_number(std::string_view text);
// As clients write it: a plus that nobody escaped has become a blank, and +0800 lacks its colon.
std::optional<Instant> read_moment(std::string text);
std::string lower(std::string text);

// The days that are asked for, [from, to).
struct Window {
    Instant from;
    Instant to;
};
// Neither date: the last `usual` days. Refuses open311.datetime, open311.window_order,
// open311.window.
Result<Window> window_of(Visit const&, int usual);
inline constexpr int most_days = 90;

struct PageAsked {
    int page;
    int size;
};
Result<PageAsked> page_of(Visit const&);

// ---- what comes with a request or an update

// Who sent it, as they named themselves.
matters::Reporter sender_of(Visit const&);
// Photos, for the office alone until a moderator publishes them; addresses of others, which nobody
// here fetches.
Refusals keep_enclosed(Visit const&, matters::Matter const&, int most_photos);

// ---- a matter as others see it

// Numbered and public; else open311.request_not_found.
Result<matters::Matter> public_matter(Call&, std::string const& number);
bool is_public(matters::Matter const&);

struct Standing {
    bool closed;
    char const* word;   // of an update: IN_PROGRESS
    std::string notes;  // what it waits for, how it ended
    Instant changed;
};
// A merged matter stands as the one that it went into.
Standing standing_of(Call&, matters::Matter const&);
// The same for the moment after one deed.
Standing standing_after(Call&, matters::Matter const&, matters::Deed const&);
// The promise in words: 15 working days, until 2026-10-19.
std::string promise_of(Call&, matters::Matter const&);

// The client that the key names. Refuses open311.key, open311.too_many with the fact `seconds`.
struct Client {
    std::string id;
    std::string name;
};
Result<Client> client_of(Visit const&);

}  // namespace banshi::supervision::open311
