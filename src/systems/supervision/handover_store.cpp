#include "store/store.h"
#include "systems/supervision/handover_rows.h"

namespace banshi::supervision::rows {

namespace {

constexpr Words handover_columns{
    "id, post, becomes, old_name, new_name, made_at, made_by, old_signed_at, old_signed_by, "
    "new_signed_at, new_signed_by"};

}  // namespace

void insert(Call& call, Handover const& h) {
    call.tx.run(join<Words{"INSERT INTO handovers (district, "}, handover_columns,
                     Words{") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"}>,
                call.district.name(), h.id, h.post, h.becomes, h.old_name, h.new_name, h.made_at,
                h.made_by, h.old_signed_at, h.old_signed_by, h.new_signed_at, h.new_signed_by);
}

void update(Call& call, Handover const& h) {
    call.tx.run(
        "UPDATE handovers SET old_signed_at = ?, old_signed_by = ?, new_signed_at = ?, "
        "new_signed_by = ? WHERE district = ? AND id = ?",
        h.old_signed_at, h.old_signed_by, h.new_signed_at, h.new_signed_by, call.district.name(),
        h.id);
}

std::optional<Handover> find_handover(Call& call, std::string const& id) {
    return call.tx.one<Handover>(join<Words{"SELECT "}, handover_columns,
                                      Words{" FROM handovers WHERE district = ? AND id = ?"}>,
                                 call.district.name(), id);
}

std::vector<Handover> handovers(Call& call, int limit) {
    return call.tx.all<Handover>(
        join<Words{"SELECT "}, handover_columns,
             Words{" FROM handovers WHERE district = ? ORDER BY id DESC LIMIT ?"}>,
        call.district.name(), limit);
}

void insert(Call& call, std::string const& handover, HandoverMatter const& m) {
    call.tx.run(
        "INSERT INTO handover_lines (district, handover, serial, matter, level, last_day, "
        "promised) VALUES (?, ?, ?, ?, ?, ?, ?)",
        call.district.name(), handover, m.serial, m.matter, m.level, m.last_day, m.promised);
}

std::vector<HandoverMatter> handed_over(Call& call, std::string const& handover) {
    return call.tx.all<HandoverMatter>(
        "SELECT serial, matter, level, last_day, promised FROM handover_lines "
        "WHERE district = ? AND handover = ? ORDER BY serial",
        call.district.name(), handover);
}

}  // namespace banshi::supervision::rows
