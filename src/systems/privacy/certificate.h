#pragma once
// What a certificate of removal 删除证明 says, as the record holds it.

#include "engines/record/record.h"
#include "systems/privacy/erasure_rows.h"

namespace banshi::privacy {

// E-17: told on paper and at the desk.
std::string number_of(rows::Erasure const&);
// Number, holder and times; the holder's account holds chance enough that nobody tries it out.
record::Hash fingerprint_of(Call const&, rows::Erasure const&);
record::ErasureGranted entry_of(Call const&, rows::Erasure const&);
std::optional<std::int64_t> place_of(Call&, rows::Erasure const&);  // in the record

}  // namespace banshi::privacy
