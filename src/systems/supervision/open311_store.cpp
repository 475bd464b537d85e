#include "store/store.h"
#include "systems/supervision/open311_rows.h"
#include "systems/supervision/supervision.h"

namespace banshi::supervision::rows {

namespace {

constexpr Words client_columns{
    "SELECT id, name, contact, key_hash, made_at, made_by, revoked_at, revoked_by "
    "FROM supervision_clients "};
constexpr Words remote_columns{
    "SELECT matter, client, token_hash, address_id FROM supervision_remote "};

}  // namespace

void insert(Call& call, ClientRow const& row) {
    call.tx.run(
        "INSERT INTO supervision_clients (district, id, name, contact, key_hash, made_at, made_by, "
        "revoked_at, revoked_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        call.district.name(), row.id, row.name, row.contact, row.key_hash, row.made_at, row.made_by,
        row.revoked_at, row.revoked_by);
}

void revoke(Call& call, std::string const& client) {
    call.tx.run(
        "UPDATE supervision_clients SET revoked_at = ?, revoked_by = ? "
        "WHERE district = ? AND id = ?",
        call.now, call.actor.id(), call.district.name(), client);
}

std::optional<ClientRow> find_client(Call& call, std::string const& id) {
    return call.tx.one<ClientRow>(join<client_columns, "WHERE district = ? AND id = ?">,
                                  call.district.name(), id);
}

std::optional<ClientRow> find_client_by_key(Call& call, std::string const& key_hash) {
    return call.tx.one<ClientRow>(join<client_columns, "WHERE district = ? AND key_hash = ?">,
                                  call.district.name(), key_hash);
}

std::vector<ClientRow> clients(Call& call) {
    return call.tx.all<ClientRow>(join<client_columns, "WHERE district = ? ORDER BY made_at, id">,
                                  call.district.name());
}

void insert_post(Call& call, std::string const& client, std::string const& kind,
                 MatterId const& matter) {
    call.tx.run(
        "INSERT INTO supervision_client_posts (district, client, at, id, kind, matter) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        call.district.name(), client, call.now, call.fresh<MatterId>(), kind, matter);
}

std::vector<Instant> posts_since(Call& call, std::string const& client, Instant from) {
    return call.tx.all<Instant>(
        "SELECT at FROM supervision_client_posts WHERE district = ? AND client = ? AND at > ? "
        "ORDER BY at",
        call.district.name(), client, from);
}

std::int64_t count_posts(Call& call, std::string const& client) {
    return *call.tx.one<std::int64_t>(
        "SELECT COUNT(*) FROM supervision_client_posts WHERE district = ? AND client = ?",
        call.district.name(), client);
}

void insert(Call& call, RemoteRow const& row) {
    call.tx.run(
        "INSERT INTO supervision_remote (district, matter, client, token_hash, address_id) "
        "VALUES (?, ?, ?, ?, ?)",
        call.district.name(), row.matter, row.client, row.token_hash, row.address_id);
}

std::optional<RemoteRow> find_remote(Call& call, MatterId const& matter) {
    return call.tx.one<RemoteRow>(join<remote_columns, "WHERE district = ? AND matter = ?">,
                                  call.district.name(), matter);
}

std::optional<RemoteRow> find_remote_by_token(Call& call, std::string const& token_hash) {
    return call.tx.one<RemoteRow>(join<remote_columns, "WHERE district = ? AND token_hash = ?">,
                                  call.district.name(), token_hash);
}

void insert_details(Call& call, MatterId const& matter, std::vector<DetailRow> const& details) {
    auto serial = std::ssize(details_of(call, matter));
    for (auto const& [name, content] : details)
        call.tx.run(
            "INSERT INTO supervision_details (district, matter, serial, name, content) "
            "VALUES (?, ?, ?, ?, ?)",
            call.district.name(), matter, ++serial, name, content);
}

std::vector<DetailRow> details_of(Call& call, MatterId const& matter) {
    return call.tx.all<DetailRow>(
        "SELECT name, content FROM supervision_details WHERE district = ? AND matter = ? "
        "ORDER BY serial",
        call.district.name(), matter);
}

void insert(Call& call, UpdateRow const& row) {
    call.tx.run(
        "INSERT INTO supervision_client_updates (district, client, update_id, digest, matter, at) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        call.district.name(), row.client, row.update_id, row.digest, row.matter, row.at);
}

std::optional<UpdateRow> find_update(Call& call, std::string const& client,
                                     std::string const& update) {
    return call.tx.one<UpdateRow>(
        "SELECT client, update_id, digest, matter, at FROM supervision_client_updates "
        "WHERE district = ? AND client = ? AND update_id = ?",
        call.district.name(), client, update);
}

std::vector<DeedPlace> deeds_between(Call& call, Instant from, Instant to) {
    return call.tx.all<DeedPlace>(
        "SELECT matter, sequence FROM matter_deeds WHERE district = ? AND book = ? AND at >= ? "
        "AND at < ? ORDER BY at, matter, sequence",
        call.district.name(), std::string(book_name), from, to);
}

}  // namespace banshi::supervision::rows
