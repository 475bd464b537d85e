#include "systems/supervision/open311_keys.h"

#include "engines/people/keys.h"
#include "systems/supervision/open311_rows.h"
#include "systems/supervision/open311_talk.h"

namespace banshi::supervision {

namespace {

constexpr std::size_t most_characters = 100;

Result<void> check_words(std::string const& words, char const* field) {
    if (!words.empty() && open311::characters(words) <= most_characters) return {};
    return Refusal{Why::invalid, "client.name", words, field};
}

Result<ClientAdmitted> admit_with(Call& call, AdmitClient const& form, std::string const& key) {
    TRY(check_words(form.name, "name"));
    TRY(check_words(form.contact, "contact"));
    auto const id = call.fresh<MatterId>().text;
    rows::insert(call, rows::ClientRow{id,
                                       form.name,
                                       form.contact,
                                       people::token_hash(key),
                                       call.now,
                                       call.actor.id(),
                                       {},
                                       {}});
    return ClientAdmitted{id, form.name, key};
}

}  // namespace

Result<ClientList> list_clients(Call& call, ListClients const&) {
    ClientList list{};
    if (auto const& open = call.district.policy<Settings>().open311) {
        list.address = call.district.address() + "/open311/v2/";
        list.per_minute = open->per_minute;
    }
    for (auto const& row : rows::clients(call))
        list.clients.push_back({row.id, row.name, row.contact, row.made_at, row.revoked_at,
                                rows::count_posts(call, row.id)});
    return list;
}

Result<ClientAdmitted> admit_client(Call& call, AdmitClient const& form) {
    return admit_with(call, form, people::fresh_token(call.random, 24));
}

Result<void> admit_trial(Call& call) {
    auto const& open = call.district.policy<Settings>().open311;
    if (!open || open->trial_key.empty()) return {};
    if (rows::find_client_by_key(call, people::token_hash(open->trial_key))) return {};
    auto const name = call.texts.say(Language::zh, "open311.trial");
    TRY(admit_with(call, {name, open->contact}, open->trial_key));
    return {};
}

Result<ClientList> revoke_client(Call& call, RevokeClient const& form) {
    auto const client = rows::find_client(call, form.client);
    if (!client) return Refusal{Why::not_found, "client.not_found", form.client, "client"};
    if (!client->revoked_at) rows::revoke(call, form.client);
    return list_clients(call, {});
}

}  // namespace banshi::supervision

namespace banshi::supervision::open311 {

// How long until the oldest of too many is a minute old.
static std::optional<Seconds> wait_of(Call& call, std::string const& client, int most) {
    auto const posts = rows::posts_since(call, client, call.now - Minutes{1});
    if (posts.size() < static_cast<std::size_t>(most)) return std::nullopt;
    auto const frees = posts[posts.size() - static_cast<std::size_t>(most)] + Minutes{1};
    return std::max(Seconds{1}, std::chrono::ceil<Seconds>(frees - call.now));
}

Result<Client> client_of(Visit const& visit) {
    auto& call = visit.call;
    auto const key = visit.parameters.get("api_key");
    if (key.empty()) return Refusal{Why::forbidden, "open311.key_missing"};
    auto const row = rows::find_client_by_key(call, people::token_hash(key));
    if (!row || row->revoked_at) return Refusal{Why::forbidden, "open311.key"};
    if (visit.asked.method != "POST") return Client{row->id, row->name};
    auto const wait = wait_of(call, row->id, visit.settings.per_minute);
    if (!wait) return Client{row->id, row->name};
    return Refusal{
        Why::busy, "open311.too_many", {}, {}, {{"seconds", std::to_string(wait->count())}}};
}

}  // namespace banshi::supervision::open311
