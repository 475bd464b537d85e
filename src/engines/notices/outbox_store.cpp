#include "engines/notices/outbox_rows.h"
#include "store/store.h"

namespace banshi::notices::rows {

static constexpr Words select(
    "SELECT id, channel, language, text_key, person, phone, facts, once, about, urgent, state, "
    "attempts, due_at, ends_at, queued_at, words, trouble, account, robot, staff, number "
    "FROM outbox WHERE district = ? ");

void insert(Call& call, Row const& row, std::string const& sealed_attachment) {
    call.tx.run(
        "INSERT INTO outbox (district, id, channel, language, text_key, person, phone, facts, "
        "once, about, urgent, state, attempts, due_at, ends_at, queued_at, words, trouble, "
        "account, robot, staff, number, attachment) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (district, once) DO NOTHING",
        call.district.name(), row.id, row.channel, row.language, row.text, row.person, row.phone,
        row.facts, row.once, row.about, row.urgent, row.state, row.attempts, row.due_at,
        row.ends_at, row.queued_at, row.words, row.trouble, row.account, row.robot, row.staff,
        row.number, sealed_attachment);
}

std::string find_attachment(Call& call, std::string const& id) {
    return call.tx
        .one<std::string>("SELECT attachment FROM outbox WHERE district = ? AND id = ?",
                          call.district.name(), id)
        .value_or("");
}

void drop_unsent(Call& call, std::string_view about) {
    call.tx.run(
        "UPDATE outbox SET state = 'dropped', settled_at = ?, trouble = 'withdrawn', facts = '', "
        "attachment = '' "
        "WHERE district = ? AND about = ? AND state IN ('queued', 'failed')",
        call.now, call.district.name(), about);
}

bool exists_tried(Call& call, std::string_view about) {
    return call.tx
        .one<std::string>(
            "SELECT id FROM outbox WHERE district = ? AND about = ? AND attempts > 0 LIMIT 1",
            call.district.name(), about)
        .has_value();
}

std::optional<Row> find(Call& call, std::string const& id) {
    return call.tx.one<Row>(join<select, "AND id = ?">, call.district.name(), id);
}

std::vector<Attempt> list_attempts(Call& call, Channel channel, Instant since, int limit) {
    // Ids sort by time: the first characters of one of that time bound the search.
    auto const first = fresh_id_text(since, call.random).substr(0, 10);
    return call.tx.all<Attempt>(
        "SELECT about, queued_at, state, trouble FROM outbox WHERE district = ? AND id >= ? "
        "AND channel = ? AND attempts > 0 ORDER BY id DESC LIMIT ?",
        call.district.name(), first, channel, limit);
}

std::vector<Row> list_newest(Call& call, std::string const& before, int limit) {
    return call.tx.all<Row>(join<select, "AND id < ? ORDER BY id DESC LIMIT ?">,
                            call.district.name(), before, limit);
}

std::vector<Row> list_newest(Call& call, State state, std::string const& before, int limit) {
    return call.tx.all<Row>(join<select, "AND state = ? AND id < ? ORDER BY id DESC LIMIT ?">,
                            call.district.name(), state, before, limit);
}

std::vector<Row> find_due(Call& call, Channel channel, Hours hours, int limit) {
    return call.tx.all<Row>(
        join<select,
             "AND state = 'queued' AND due_at <= ? AND channel = ? AND robot = '' "
             "AND (urgent = 1 OR (staff = 0 AND ? = 1) OR (staff = 1 AND ? = 1)) "
             "ORDER BY urgent DESC, due_at, id LIMIT ?">,
        call.district.name(), call.now, channel, hours.citizens, hours.staff, limit);
}

std::vector<Row> find_in_order(Call& call, std::string const& robot, Hours hours, int limit) {
    return call.tx.all<Row>(
        join<select,
             "AND state = 'queued' AND (due_at <= ? OR attempts > 0) AND robot = ? "
             "AND (urgent = 1 OR ? = 1) ORDER BY id LIMIT ?">,
        call.district.name(), call.now, robot, hours.staff, limit);
}

int count_tried(Call& call, std::string const& robot, Instant since) {
    return call.tx
        .one<int>("SELECT COUNT(*) FROM outbox WHERE district = ? AND robot = ? AND tried_at > ?",
                  call.district.name(), robot, since)
        .value();
}

void claim(Call& call, std::string const& id, Instant until) {
    call.tx.run(
        "UPDATE outbox SET attempts = attempts + 1, due_at = ?, tried_at = ? "
        "WHERE district = ? AND id = ?",
        until, call.now, call.district.name(), id);
}

void release(Call& call, Row const& row) {
    call.tx.run(
        "UPDATE outbox SET attempts = attempts - 1, due_at = ?, tried_at = NULL "
        "WHERE district = ? AND id = ? AND state = 'queued'",
        row.due_at, call.district.name(), row.id);
}

void settle(Call& call, std::string const& id, State state, std::string const& words,
            std::string const& trouble) {
    call.tx.run(
        "UPDATE outbox SET state = ?, settled_at = ?, words = ?, trouble = ?, facts = '', "
        "attachment = '', phone = CASE WHEN ? = '' THEN '' ELSE phone END "
        "WHERE district = ? AND id = ?",
        state, call.now, words, trouble, words, call.district.name(), id);
}

void give_up(Call& call, std::string const& id, std::string const& trouble) {
    call.tx.run(
        "UPDATE outbox SET state = 'failed', settled_at = ?, trouble = ? "
        "WHERE district = ? AND id = ? AND state = 'queued'",
        call.now, trouble, call.district.name(), id);
}

void retry(Call& call, std::string const& id, Instant due_at, std::string const& trouble) {
    call.tx.run(
        "UPDATE outbox SET due_at = ?, trouble = ? "
        "WHERE district = ? AND id = ? AND state = 'queued'",
        due_at, trouble, call.district.name(), id);
}

void begin_again(Call& call, std::string const& id) {
    call.tx.run(
        "UPDATE outbox SET state = 'queued', attempts = 0, due_at = ?, settled_at = NULL "
        "WHERE district = ? AND id = ?",
        call.now, call.district.name(), id);
}

void delete_settled(Call& call, Instant before, int limit) {
    call.tx.run(
        "DELETE FROM outbox WHERE district = ? AND id IN "
        "(SELECT id FROM outbox WHERE district = ? AND state <> 'queued' AND settled_at < ? "
        "LIMIT ?)",
        call.district.name(), call.district.name(), before, limit);
}

std::optional<Bucket> find_bucket(Call& call, Channel channel) {
    return call.tx.one<Bucket>(
        "SELECT tokens, at FROM outbox_buckets WHERE district = ? AND channel = ?",
        call.district.name(), channel);
}

void put_bucket(Call& call, Channel channel, Bucket const& bucket) {
    call.tx.run(
        "INSERT INTO outbox_buckets (district, channel, tokens, at) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (district, channel) DO UPDATE SET tokens = excluded.tokens, at = excluded.at",
        call.district.name(), channel, bucket.tokens, bucket.at);
}

void give_back(Call& call, Channel channel, int tokens) {
    call.tx.run("UPDATE outbox_buckets SET tokens = tokens + ? WHERE district = ? AND channel = ?",
                tokens, call.district.name(), channel);
}

}  // namespace banshi::notices::rows
