#pragma once
// What the record says of the draws 抽签核验: each published one is computed again, and the rows of
// all of them say what their entries say.

#include <map>
#include <set>

#include "engines/draws/draws.h"
#include "engines/record/audit.h"

namespace banshi::draws {

class DrawAudit : public record::Audit {
public:
    void see(record::Seen const&) override;
    std::vector<record::Breach> finish(Instant) override { return {}; }
    std::vector<record::Breach> compare(Call&) override;

private:
    struct PartySaid {
        std::string commitment, secret, left_out;
        bool operator==(PartySaid const&) const = default;
    };
    // Nothing of it may change once it is announced: whoever knows a value could else name it.
    struct Announced {
        std::int64_t places = 0, closes = 0, reveals = 0, known = 0;
        std::string late;
        std::set<std::string> parties;
        bool operator==(Announced const&) const = default;
    };
    struct Said {
        std::uint64_t seq = 0;  // of its newest entry
        Announced announced;
        std::int64_t entries = 0;
        std::string list, late, seed, file, why;  // hashes in hex; why it is void
        // Hashes too, which entries of before lack: of title, of note; and when it ended.
        std::string words, note;
        std::int64_t ended = 0;
        std::map<std::string, PartySaid> parties;
    };

    static Announced announced_in(std::string_view body);
    static Announced announced_of(Call&, Draw const&);
    static bool holds_words(Draw const&, Said const&);
    bool holds(Call&, std::string const& draw, Said const&) const;

    std::map<std::string, Said> said_;
};

}  // namespace banshi::draws
