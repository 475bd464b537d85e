#include "store/store.h"
#include "systems/hall/blocks.h"

namespace banshi::hall::blocks {

namespace {

constexpr Words select{
    "SELECT id, day, service, prefix, first_number, last_number, kiosk, reserved_at, closed_at "
    "FROM hall_number_blocks "};

}  // namespace

void add(Call& call, HallId const& hall, Block const& block) {
    call.tx.run(
        "INSERT INTO hall_number_blocks (district, id, hall, day, service, prefix, first_number, "
        "last_number, kiosk, reserved_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        call.district.name(), block.id, hall, block.day, block.service, block.prefix, block.first,
        block.last, block.kiosk, block.reserved_at);
}

std::optional<Block> find(Call& call, HallId const& hall, std::string const& id) {
    return call.tx.one<Block>(join<select, "WHERE district = ? AND hall = ? AND id = ?">,
                              call.district.name(), hall, id);
}

std::vector<Block> open_on(Call& call, HallId const& hall, Day day) {
    return call.tx.all<Block>(
        join<select,
             "WHERE district = ? AND hall = ? AND day = ? AND closed_at IS NULL "
             "ORDER BY id">,
        call.district.name(), hall, day);
}

void close(Call& call, std::string const& id) {
    call.tx.run("UPDATE hall_number_blocks SET closed_at = ? WHERE district = ? AND id = ?",
                call.now, call.district.name(), id);
}

}  // namespace banshi::hall::blocks
