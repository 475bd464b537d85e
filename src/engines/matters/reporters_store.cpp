// The rows of reporters: sealed on the way in, opened on the way out.

#include "engines/matters/rows.h"
#include "engines/people/keys.h"
#include "store/store.h"

namespace banshi::matters::rows {

namespace {

std::string closed(Call& call, std::string const& plain) {
    return plain.empty() ? "" : people::seal(plain, call.random);
}

std::string opened(std::string const& sealed) {
    return sealed.empty() ? "" : people::unseal(sealed);
}

std::string lookup(std::string const& phone) {
    return phone.empty() ? "" : people::lookup_hash("phone", phone);
}

}  // namespace

void insert(Call& call, Reporter const& r, std::string const& code) {
    call.tx.run(
        "INSERT INTO matter_reporters (district, matter, serial, person, name, phone, "
        "phone_lookup, email, language, recorded_by, code_hash, through, proved_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        call.district.name(), r.matter, r.serial, r.person, closed(call, r.name),
        closed(call, r.phone), lookup(r.phone), closed(call, r.email), r.language, r.recorded_by,
        people::token_hash(code), r.through, r.proved_at);
}

std::vector<Reporter> reporters_of(Call& call, MatterId const& id) {
    auto all = call.tx.all<Reporter>(
        "SELECT matter, serial, person, name, phone, email, recorded_by, language, through, "
        "proved_at "
        "FROM matter_reporters WHERE district = ? AND matter = ? ORDER BY serial",
        call.district.name(), id);
    for (auto& reporter : all) {
        reporter.name = opened(reporter.name);
        reporter.phone = opened(reporter.phone);
        reporter.email = opened(reporter.email);
    }
    return all;
}

std::optional<int> reporter_by_code(Call& call, MatterId const& id, std::string const& code) {
    return call.tx.one<int>(
        "SELECT serial FROM matter_reporters WHERE district = ? AND matter = ? AND code_hash = ?",
        call.district.name(), id, people::token_hash(code));
}

std::vector<MatterId> reported_by(Call& call, PersonId const& person, std::string const& phone) {
    return call.tx.all<MatterId>(
        "SELECT matter FROM matter_reporters WHERE district = ? AND person = ? "
        "UNION SELECT matter FROM matter_reporters WHERE district = ? AND phone_lookup = ? "
        "AND phone_lookup <> '' ORDER BY matter DESC LIMIT 200",
        call.district.name(), person, call.district.name(), lookup(phone));
}

std::vector<MatterId> reported_from(Call& call, std::string const& phone_lookup) {
    return call.tx.all<MatterId>(
        "SELECT DISTINCT matter FROM matter_reporters WHERE district = ? AND phone_lookup = ? "
        "AND phone_lookup <> '' ORDER BY matter DESC LIMIT 200",
        call.district.name(), phone_lookup);
}

void copy_reporters(Call& call, MatterId const& from, MatterId const& to) {
    auto const last = call.tx.one<std::int64_t>(
        "SELECT MAX(serial) FROM matter_reporters WHERE district = ? AND matter = ?",
        call.district.name(), to);
    call.tx.run(
        "INSERT INTO matter_reporters (district, matter, serial, person, name, phone, "
        "phone_lookup, email, language, recorded_by, code_hash, through, proved_at) "
        "SELECT district, ?, serial + ?, person, name, phone, phone_lookup, email, language, "
        "recorded_by, code_hash, matter, proved_at FROM matter_reporters WHERE district = ? AND "
        "matter = ?",
        to, last.value_or(0), call.district.name(), from);
}

void drop_copied_reporters(Call& call, MatterId const& of, MatterId const& through) {
    call.tx.run("DELETE FROM matter_reporters WHERE district = ? AND matter = ? AND through = ?",
                call.district.name(), of, through);
}

void forget_reporters(Call& call, MatterId const& id) {
    call.tx.run(
        "UPDATE matter_reporters SET person = NULL, name = '', phone = '', phone_lookup = '', "
        "email = '' WHERE district = ? AND matter = ?",
        call.district.name(), id);
}

void forget_reporter(Call& call, std::string const& book, PersonId const& person,
                     std::string const& phone_lookup) {
    call.tx.run(
        "UPDATE matter_reporters SET person = NULL, name = '', phone = '', phone_lookup = '', "
        "email = '' WHERE district = ? AND ((person = ? AND person <> '') OR "
        "(phone_lookup = ? AND phone_lookup <> '')) AND matter IN (SELECT m.id FROM matters m "
        "WHERE m.district = ? AND m.book = ? "
        "AND m.state IN ('cleared', 'declined', 'merged', 'withdrawn'))",
        call.district.name(), person, phone_lookup, call.district.name(), book);
}

}  // namespace banshi::matters::rows
