#include "engines/record/leaf_run.h"

#include <algorithm>

#include "store/store.h"

namespace banshi::record {

static constexpr int places_at_once = 256;

Trace LeafRun::append_body(std::string_view kind, std::string const& body) {
    auto const& district = call_.district.name();
    if (call_.tx.backend() == Backend::sqlite) {
        if (!log_) log_.emplace(call_.tx, district);
        return {static_cast<std::int64_t>(log_->add(kind, call_.now, body, std::nullopt))};
    }
    auto const place = next_place();
    call_.tx.run("INSERT INTO log_outbox (district, id, kind, at, body) VALUES (?, ?, ?, ?, ?)",
                 district, place, kind, call_.now, body);
    return {place};
}

// What is left over of them is lost, like the places of a transaction that failed.
std::int64_t LeafRun::next_place() {
    if (places_.empty()) {
        places_ = call_.tx.all<std::int64_t>(
            "SELECT nextval('log_outbox_id') FROM generate_series(1, ?)", places_at_once);
        std::ranges::sort(places_, std::greater());
    }
    auto const place = places_.back();
    places_.pop_back();
    return place;
}

void LeafRun::finish() {
    if (log_) log_->finish();
    log_.reset();
}

}  // namespace banshi::record
