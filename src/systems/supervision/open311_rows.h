#pragma once
// The rows of Open311, named for what is done to them.

#include "engines/matters/matter.h"
#include "store/call.h"

namespace banshi::supervision::rows {

struct ClientRow {
    std::string id;
    std::string name;
    std::string contact;
    std::string key_hash;
    Instant made_at;
    std::string made_by;
    std::optional<Instant> revoked_at;
    std::string revoked_by;
};
void insert(Call&, ClientRow const&);
void revoke(Call&, std::string const& client);
std::optional<ClientRow> find_client(Call&, std::string const& id);
std::optional<ClientRow> find_client_by_key(Call&, std::string const& key_hash);
std::vector<ClientRow> clients(Call&);

void insert_post(Call&, std::string const& client, std::string const& kind, MatterId const&);
std::vector<Instant> posts_since(Call&, std::string const& client, Instant);
std::int64_t count_posts(Call&, std::string const& client);

struct RemoteRow {
    MatterId matter;
    std::string client;
    std::string token_hash;
    std::string address_id;
};
void insert(Call&, RemoteRow const&);
std::optional<RemoteRow> find_remote(Call&, MatterId const&);
std::optional<RemoteRow> find_remote_by_token(Call&, std::string const& token_hash);

struct DetailRow {
    std::string name;
    std::string content;
};
std::vector<DetailRow> details_of(Call&, MatterId const&);
// Behind those that are there.
void insert_details(Call&, MatterId const&, std::vector<DetailRow> const&);

struct UpdateRow {
    std::string client;
    std::string update_id;
    std::string digest;
    MatterId matter;
    Instant at;
};
void insert(Call&, UpdateRow const&);
std::optional<UpdateRow> find_update(Call&, std::string const& client, std::string const& update);

// Deeds of these days, in order; which of them are told is decided elsewhere.
struct DeedPlace {
    MatterId matter;
    int sequence;
};
std::vector<DeedPlace> deeds_between(Call&, Instant from, Instant to);

}  // namespace banshi::supervision::rows
