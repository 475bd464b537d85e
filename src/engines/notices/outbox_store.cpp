#include "engines/notices/outbox_rows.h"
#include "store/store.h"

namespace banshi::notices::rows {

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

void drop_queued(Call& call, std::string_view about) {
    call.tx.run(
        "UPDATE outbox SET state = 'dropped', settled_at = ?, trouble = 'withdrawn' "
        "WHERE district = ? AND about = ? AND state = 'queued'",
        call.now, call.district.name(), about);
}

bool exists_tried(Call& call, std::string_view about) {
    return call.tx
        .one<std::string>(
            "SELECT id FROM outbox WHERE district = ? AND about = ? AND attempts > 0 LIMIT 1",
            call.district.name(), about)
        .has_value();
}

std::vector<Row> list_newest(Call& call, int limit) {
    return call.tx.all<Row>(
        "SELECT id, channel, language, text_key, person, phone, facts, once, about, urgent, state, "
        "attempts, due_at, ends_at, queued_at, words, trouble, account, robot, staff, number "
        "FROM outbox "
        "WHERE district = ? ORDER BY id DESC LIMIT ?",
        call.district.name(), limit);
}

std::vector<Attempt> list_attempts(Call& call, Channel channel, Instant since, int limit) {
    // Ids sort by time: the first characters of one of that time bound the search.
    auto const first = fresh_id_text(since, call.random).substr(0, 10);
    return call.tx.all<Attempt>(
        "SELECT about, queued_at, state, trouble FROM outbox WHERE district = ? AND id >= ? "
        "AND channel = ? AND attempts > 0 ORDER BY id DESC LIMIT ?",
        call.district.name(), first, channel, limit);
}

std::vector<Row> find_due(Call& call, Channel channel, bool only_urgent, int limit) {
    return call.tx.all<Row>(
        "SELECT id, channel, language, text_key, person, phone, facts, once, about, urgent, state, "
        "attempts, due_at, ends_at, queued_at, words, trouble, account, robot, staff, number "
        "FROM outbox "
        "WHERE district = ? AND state = 'queued' AND due_at <= ? AND channel = ? AND urgent >= ? "
        "ORDER BY urgent DESC, due_at, id LIMIT ?",
        call.district.name(), call.now, channel, only_urgent, limit);
}

void claim(Call& call, std::string const& id, Instant until) {
    call.tx.run(
        "UPDATE outbox SET attempts = attempts + 1, due_at = ? WHERE district = ? AND id = ?",
        until, call.district.name(), id);
}

void settle(Call& call, std::string const& id, State state, std::string const& words,
            std::string const& trouble) {
    call.tx.run(
        "UPDATE outbox SET state = ?, settled_at = ?, words = ?, trouble = ?, facts = '', "
        "phone = CASE WHEN ? = '' THEN '' ELSE phone END WHERE district = ? AND id = ?",
        state, call.now, words, trouble, words, call.district.name(), id);
}

void retry(Call& call, std::string const& id, Instant due_at, std::string const& trouble) {
    call.tx.run(
        "UPDATE outbox SET due_at = ?, trouble = ? "
        "WHERE district = ? AND id = ? AND state = 'queued'",
        due_at, trouble, call.district.name(), id);
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

}  // namespace banshi::notices::rows
