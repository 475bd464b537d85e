#include "store/store.h"
#include "systems/aid/bound.h"
#include "systems/aid/family_rows.h"

namespace banshi::aid::rows {

namespace {

constexpr Words family_columns{
    "number, campaign, person, street, category, state, facts, payee, salt, at, visited_on"};

template <Words Where>
constexpr auto select_families =
    join<Words{"SELECT "}, family_columns, Words{" FROM aid_families "}, Where>;

}  // namespace

void insert(Call& call, Family const& f, int serial) {
    call.tx.run(join<Words{"INSERT INTO aid_families (district, "}, family_columns,
                     Words{", serial) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"}>,
                call.district.name(), f.number, f.campaign, f.person, f.street, f.category, f.state,
                f.facts, f.payee, f.salt, f.at, f.visited_on, serial);
    bind_row(call, Bound::family, f.number);
}

void update(Call& call, Family const& f) {
    call.tx.run(
        "UPDATE aid_families SET street = ?, category = ?, state = ?, facts = ?, payee = ?, "
        "salt = ?, visited_on = ? WHERE district = ? AND number = ?",
        f.street, f.category, f.state, f.facts, f.payee, f.salt, f.visited_on, call.district.name(),
        f.number);
    f.salt.empty() ? bind_row_anew(call, Bound::family, f.number)
                   : bind_row(call, Bound::family, f.number);
}

std::optional<Family> find_family(Call& call, std::string const& number) {
    return call.tx.one<Family>(select_families<"WHERE district = ? AND number = ?">,
                               call.district.name(), number);
}

std::optional<Family> family_of_person(Call& call, std::string const& campaign,
                                       PersonId const& person) {
    return call.tx.one<Family>(
        select_families<"WHERE district = ? AND campaign = ? AND person = ?">, call.district.name(),
        campaign, person);
}

int last_family_number(Call& call) {
    return call.tx
        .one<std::optional<int>>(
            "SELECT MAX(serial) FROM ("
            "SELECT MAX(serial) AS serial FROM aid_families WHERE district = ? "
            "UNION ALL SELECT MAX(serial) FROM aid_replaced WHERE district = ?) given",
            call.district.name(), call.district.name())
        .value_or(std::nullopt)
        .value_or(0);
}

void remove_family(Call& call, std::string const& number) {
    call.tx.run("DELETE FROM aid_family_steps WHERE district = ? AND family = ?",
                call.district.name(), number);
    call.tx.run("DELETE FROM aid_families WHERE district = ? AND number = ?", call.district.name(),
                number);
    bind_row(call, Bound::family, number);
}

std::vector<Family> families(Call& call, std::string const& campaign,
                             std::optional<FamilyState> const& state, std::string const& street,
                             std::string const& after, int limit) {
    return call.tx.all<Family>(
        select_families<"WHERE district = ? AND campaign = ? AND (? = '' OR state = ?) "
                        "AND (? = '' OR street = ?) AND number > ? ORDER BY number LIMIT ?">,
        call.district.name(), campaign, state ? boost::describe::enum_to_string(*state, "") : "",
        state ? boost::describe::enum_to_string(*state, "") : "", street, street, after, limit);
}

std::vector<Family> families_in(Call& call, std::string const& campaign, FamilyState state) {
    return call.tx.all<Family>(
        select_families<"WHERE district = ? AND campaign = ? AND state = ? ORDER BY number">,
        call.district.name(), campaign, state);
}

std::vector<StateCount> count_by_state(Call& call, std::string const& campaign) {
    return call.tx.all<StateCount>(
        "SELECT state, COUNT(*) FROM aid_families WHERE district = ? AND campaign = ? "
        "GROUP BY state ORDER BY state",
        call.district.name(), campaign);
}

void insert_step(Call& call, Family const& f, std::string const& why) {
    call.tx.run(
        "INSERT INTO aid_family_steps (district, family, serial, at, by_whom, state, why) "
        "SELECT ?, ?, COUNT(*) + 1, ?, ?, ?, ? FROM aid_family_steps "
        "WHERE district = ? AND family = ?",
        call.district.name(), f.number, call.now, call.actor.id(), f.state, why,
        call.district.name(), f.number);
    bind_row(call, Bound::family, f.number);
}

std::vector<StateStep> steps(Call& call, std::string const& number) {
    return call.tx.all<StateStep>(
        "SELECT at, state, why FROM aid_family_steps WHERE district = ? AND family = ? "
        "ORDER BY serial",
        call.district.name(), number);
}

std::optional<Tries> tries(Call& call, std::string const& number) {
    return call.tx.one<Tries>(
        "SELECT wrong, last_at FROM aid_family_tries WHERE district = ? AND family = ?",
        call.district.name(), number);
}

void put_tries(Call& call, std::string const& number, Tries const& tries) {
    call.tx.run(
        "INSERT INTO aid_family_tries (district, family, wrong, last_at) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (district, family) DO UPDATE SET wrong = excluded.wrong, "
        "last_at = excluded.last_at",
        call.district.name(), number, tries.wrong, tries.last);
}

}  // namespace banshi::aid::rows
