#include "systems/privacy/certificate.h"

namespace banshi::privacy {

std::string number_of(rows::Erasure const& one) { return "E-" + std::to_string(one.number); }

record::Hash fingerprint_of(Call const& call, rows::Erasure const& one) {
    auto const& zone = call.district.zone();
    return record::sha256({"banshi-erasure-v1\n", call.district.name(), "\n", number_of(one), "\n",
                           one.account.text, "\n", written(one.asked_at, zone), "\n",
                           written(one.decided_at.value_or(Instant{}), zone), "\n"});
}

record::ErasureGranted entry_of(Call const& call, rows::Erasure const& one) {
    return {number_of(one), fingerprint_of(call, one)};
}

std::optional<std::int64_t> place_of(Call& call, rows::Erasure const& one) {
    if (!one.trace) return {};
    auto const place = record::place_of(call.tx, call.district.name(), {*one.trace});
    if (!place) return {};
    return static_cast<std::int64_t>(*place);
}

}  // namespace banshi::privacy
