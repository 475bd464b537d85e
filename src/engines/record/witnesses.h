#pragma once
// The witnesses 见证人 of this city as its server knows them: who they are, what each has put its
// name to, and how it last answered. A head counts as witnessed once enough of them signed it.

#include <optional>
#include <string>
#include <vector>

#include "engines/record/key.h"

namespace banshi {
class Transaction;
}

namespace banshi::record {

struct KnownWitness {
    std::string title, title_en;
    std::string url;  // where its add-checkpoint stands
    VerifierKey key;
};

// A policy of every district.
struct Witnesses {
    int needed = 2;
    std::vector<KnownWitness> all;

    std::vector<VerifierKey> keys() const;
};

struct Cosignature {
    std::string witness;  // the name of its key
    std::uint64_t size;
    Instant at;
};

// Who signed the head of this size.
std::vector<Cosignature> cosignatures(Transaction&, std::string const& log, std::uint64_t size);
// The newest head that this witness signed.
std::optional<Cosignature> newest_of(Transaction&, std::string const& log,
                                     std::string const& witness);

struct Witnessed {
    std::uint64_t size;
    Instant at;  // when the head was signed
};
// The newest head with so many cosignatures.
std::optional<Witnessed> newest_witnessed(Transaction&, std::string const& log, int needed);

// How a witness answered when it was asked last: "200", "409", "unreachable".
struct WitnessTalk {
    std::string witness;
    Instant at;
    std::string answer;
};
void note_answer(Transaction&, std::string const& log, WitnessTalk const&);
std::vector<WitnessTalk> last_answers(Transaction&, std::string const& log);

}  // namespace banshi::record
