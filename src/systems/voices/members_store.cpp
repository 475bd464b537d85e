#include "store/store.h"
#include "systems/voices/rows.h"

namespace banshi::voices::rows {

namespace {

constexpr Words member_columns{"id, role, name, phone, street, from_day, to_day, account, sector"};

template <Words Where>
constexpr auto select_members =
    join<Words{"SELECT "}, member_columns, Words{" FROM voice_members "}, Where>;

}  // namespace

void insert(Call& call, Member const& m, std::string const& code_hash) {
    call.tx.run(join<Words{"INSERT INTO voice_members (district, "}, member_columns,
                     Words{", code_hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"}>,
                call.district.name(), m.id, m.role, m.name, m.phone, m.street, m.from, m.to,
                m.account, m.sector, code_hash);
}

void update(Call& call, Member const& m) {
    call.tx.run("UPDATE voice_members SET to_day = ?, account = ? WHERE district = ? AND id = ?",
                m.to, m.account, call.district.name(), m.id);
}

void forget(Call& call, Member const& m) {
    call.tx.run("UPDATE voice_authors SET name = '' WHERE district = ? AND member = ?",
                call.district.name(), m.id);
    call.tx.run(
        "UPDATE voice_members SET name = '', phone = '', account = '' "
        "WHERE district = ? AND id = ?",
        call.district.name(), m.id);
}

std::optional<Member> find_member(Call& call, std::string const& id) {
    return call.tx.one<Member>(select_members<"WHERE district = ? AND id = ?">,
                               call.district.name(), id);
}

std::optional<Member> member_by_code(Call& call, std::string const& code_hash) {
    return call.tx.one<Member>(select_members<"WHERE district = ? AND code_hash = ?">,
                               call.district.name(), code_hash);
}

std::vector<Member> members_of_account(Call& call, std::string const& account) {
    return call.tx.all<Member>(select_members<"WHERE district = ? AND account = ? ORDER BY id">,
                               call.district.name(), account);
}

std::vector<Member> named_members(Call& call) {
    return call.tx.all<Member>(
        select_members<"WHERE district = ? AND role IN ('adviser', 'officer', "
                       "'reader') ORDER BY street, id">,
        call.district.name());
}

}  // namespace banshi::voices::rows
