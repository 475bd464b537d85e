#include "engines/record/verify.h"

#include <set>

#include "engines/record/log_writer.h"
#include "engines/record/note.h"
#include "engines/record/record.h"
#include "store/store.h"

namespace banshi::record {

namespace {

constexpr std::uint64_t most_breaches = 1000;
// Two clocks of one house may differ by so much.
constexpr std::chrono::seconds clock_slack{5};
// Leaves are taken in whole subtrees of this height, so that memory does not grow with the log.
constexpr int chunk_height = 16;
constexpr std::uint64_t chunk_size = std::uint64_t{1} << chunk_height;

std::chrono::sys_seconds in_seconds(Instant at) {
    return std::chrono::floor<std::chrono::seconds>(at);
}

class Verification {
public:
    Verification(Call& call, Audits const& audits, Range told = {})
        : call_(call),
          tx_(call.tx),
          district_(call.district.name()),
          size_(read_edge(tx_, district_).size()),
          audits_(audits),
          told_(told) {}

    Result<Verdict> run_entries(Progress const& progress) {
        if (told_.from > told_.to || told_.from >= size_)
            return Refusal{
                Why::invalid, "log.no_such_range", {}, {}, {{"entries", std::to_string(size_)}}};
        auto const end = told_.to < size_ ? told_.to + 1 : size_;
        auto const read = audits_.empty() ? Range{told_.from, end - 1} : Range{0, size_ - 1};
        for (auto first = read.from; first <= read.to; first += chunk_size) {
            auto const count = std::min(chunk_size, read.to + 1 - first);
            check_entries(first, count);
            if (progress) progress(first + count - read.from, read.to + 1 - read.from);
        }
        for (auto const& audit : audits_) finish(*audit);
        verdict_.entries = end - told_.from;
        return std::move(verdict_);
    }

    Verdict run(PublicLog const& log, Progress const& progress,
                std::optional<std::string> const& remembered) {
        std::vector<Hash> tops;
        for (std::uint64_t first = 0; first < size_; first += chunk_size) {
            auto hashes = check_entries(first, std::min(chunk_size, size_ - first));
            for (int level = 1; level <= chunk_height; ++level)
                hashes = check_level(level, first >> level, hashes);
            tops.insert(tops.end(), hashes.begin(), hashes.end());
            if (progress) progress(verdict_.entries, size_);
        }
        for (int level = chunk_height + 1; tops.size() > 1; ++level)
            tops = check_level(level, 0, tops);
        check_edges();
        // A damaged tree was named above; without its nodes no root can be asked for.
        if (whole_) check_tip_and_heads(log, remembered);
        for (auto const& audit : audits_) {
            finish(*audit);
            if (!whole_) continue;
            std::vector<Breach> found;
            as_far_as_read(found, [&] { found = audit->compare(call_); });
            for (auto& breach : found) add(std::move(breach));
            for (auto& note : audit->unchecked()) verdict_.unchecked.push_back(std::move(note));
        }
        verdict_.waiting =
            tx_.one<std::uint64_t>("SELECT COUNT(*) FROM log_outbox WHERE district = ?", district_)
                .value();
        return std::move(verdict_);
    }

private:
    struct EntryRow {
        std::uint64_t seq;
        std::string kind;
        Instant at;
        std::string body, leaf;
    };
    struct NodeRow {
        std::uint64_t index;
        std::string hash;
    };

    void add(Breach breach) {
        if (breach.seq < told_.from || breach.seq > told_.to) return;
        if (++verdict_.breaches > most_breaches) return;
        breach.facts.emplace("seq", std::to_string(breach.seq));
        verdict_.first_breaches.push_back(std::move(breach));
    }

    void finish(Audit& audit) {
        for (auto& breach : audit.finish(call_.now)) add(std::move(breach));
    }

    // The stored leaves; a missing one stands as zeros and breaks its parent too.
    std::vector<Hash> check_entries(std::uint64_t first, std::uint64_t count) {
        std::vector<Hash> leaves(count);
        auto next = first;
        auto const missing_until = [&](std::uint64_t seq) {
            whole_ = whole_ && next == seq;
            for (; next < seq; ++next) add({"breach.entry_missing", next});
        };
        tx_.each<EntryRow>(
            "SELECT seq, kind, at, body, leaf FROM log_entry "
            "WHERE district = ? AND seq >= ? AND seq < ? ORDER BY seq",
            [&](EntryRow const& row) {
                missing_until(row.seq);
                leaves[row.seq - first] = check_entry(row);
                next = row.seq + 1;
            },
            district_, first, first + count);
        missing_until(first + count);
        return leaves;
    }

    Hash check_entry(EntryRow const& row) {
        ++verdict_.entries;
        auto const leaf = hash_of_hex(row.leaf).value_or(Hash{});
        bool const told = row.seq >= told_.from && row.seq <= told_.to;
        if (told && leaf != leaf_hash(row.body)) add({"breach.body_changed", row.seq});
        auto const at = in_seconds(row.at);
        if (!is_body(row.body)) {
            add({"breach.body_malformed", row.seq});
            return leaf;
        }
        bool const same = number_field(row.body, "at") == at.time_since_epoch().count() &&
                          text_field(row.body, "k") == row.kind;
        if (!same) add({"breach.columns_differ", row.seq});
        if (at < latest_ - clock_slack) add({"breach.time_backwards", row.seq});
        latest_ = std::max(latest_, at);
        for (auto const& audit : audits_) audit->see({row.seq, row.kind, at, row.body});
        return leaf;
    }

    // The stored nodes above these hashes, each compared with its two children.
    std::vector<Hash> check_level(int level, std::uint64_t first, std::vector<Hash> const& below) {
        std::vector<Hash> hashes(below.size() / 2);
        std::vector<bool> seen(hashes.size());
        tx_.each<NodeRow>(
            "SELECT idx, hash FROM log_node "
            "WHERE district = ? AND level = ? AND idx >= ? AND idx < ? ORDER BY idx",
            [&](NodeRow const& row) {
                auto const at = row.index - first;
                hashes[at] = hash_of_hex(row.hash).value_or(Hash{});
                seen[at] = true;
                ++verdict_.nodes;
            },
            district_, level, first, first + hashes.size());
        for (std::size_t at = 0; at < hashes.size(); ++at) {
            auto const parent = parent_hash(below[2 * at], below[2 * at + 1]);
            if (hashes[at] == parent) continue;
            add_node(seen[at] ? "breach.node_changed" : "breach.node_missing", level, first + at);
            whole_ = whole_ && seen[at];
            if (!seen[at]) hashes[at] = parent;
        }
        return hashes;
    }

    void add_node(char const* text, int level, std::uint64_t index) {
        auto const first = index << level, last = ((index + 1) << level) - 1;
        add({text, first, {{"first", std::to_string(first)}, {"last", std::to_string(last)}}});
    }

    // Nothing may stand beyond the size that the tip states.
    void check_edges() {
        tx_.each<std::uint64_t>(
            "SELECT seq FROM log_entry WHERE district = ? AND seq >= ? ORDER BY seq LIMIT 1000",
            [&](std::uint64_t seq) {
                add({"breach.entry_beyond_tip", seq});
            },
            district_, size_);
        for (int level = 1; level <= 62; ++level)
            tx_.each<std::uint64_t>(
                "SELECT idx FROM log_node WHERE district = ? AND level = ? AND idx >= ? "
                "ORDER BY idx LIMIT 1000",
                [&](std::uint64_t index) { add_node("breach.node_beyond_tip", level, index); },
                district_, level, size_ >> level);
    }

    void check_tip_and_heads(PublicLog const& log, std::optional<std::string> const& remembered) {
        auto const read = node_reader(tx_, district_);
        if (read_edge(tx_, district_).root() != root_of(size_, read))
            add({"breach.tip_differs", size_ == 0 ? 0 : size_ - 1});
        struct HeadRow {
            std::uint64_t size;
            std::string root, note;
        };
        auto const heads = tx_.all<HeadRow>(
            "SELECT size, root, note FROM log_head WHERE district = ? ORDER BY size", district_);
        std::set<std::uint64_t> kept;
        std::set<std::string> looked_at;
        auto const is_new = [&](std::string const& note) {
            return looked_at.insert(note.substr(0, note.find("\n\n"))).second;
        };
        for (auto const& [size, root, note] : heads) {
            ++verdict_.heads;
            kept.insert(size);
            is_new(note);
            auto const stated = check_head(log, note, size);
            if (stated && (stated->size != size || hex(stated->root) != root))
                add_head("breach.head_differs", size);
        }
        for (auto const& note : heads_taken_in(tx_, log.origin)) {
            auto const stated = is_new(note) ? check_head(log, note, size_) : std::nullopt;
            if (stated && stated->size <= size_ && !kept.contains(stated->size))
                add_head("breach.head_missing", stated->size);
        }
        if (remembered && is_new(*remembered)) check_head(log, *remembered, size_);
        check_cosignatures(log);
    }

    // Whoever wrote one in would make a head look witnessed.
    void check_cosignatures(PublicLog const& log) {
        struct CosignatureRow {
            std::uint64_t size;
            std::string witness, line;
            std::optional<std::string> note;
        };
        std::uint64_t unknown = 0;
        tx_.each<CosignatureRow>(
            "SELECT c.size, c.witness, c.line, h.note FROM log_cosignature c LEFT JOIN log_head h "
            "ON h.district = c.district AND h.size = c.size WHERE c.district = ? "
            "ORDER BY c.size, c.witness",
            [&](CosignatureRow const& row) {
                auto const key = std::ranges::find(log.witnesses, row.witness, &VerifierKey::name);
                if (key == log.witnesses.end())
                    ++unknown;
                else if (!row.note || !open_note(*row.note + row.line, std::span(&*key, 1)))
                    add_head("breach.cosignature_forged", row.size);
            },
            district_);
        if (unknown > 0)
            verdict_.unchecked.push_back(
                {"note.cosignatures_unknown", 0, {{"signatures", std::to_string(unknown)}}});
    }

    // What a head states, nothing where nobody of the log signed it; `size` names one like that.
    std::optional<Checkpoint> check_head(PublicLog const& log, std::string const& note,
                                         std::uint64_t size) {
        auto const opened = open_checkpoint(note, log.origin, log.keys);
        if (!opened) {
            add_head("breach.head_unsigned", size);
            return std::nullopt;
        }
        auto const& stated = opened.value().checkpoint;
        if (stated.size > size_)
            add_head("breach.log_cut", stated.size);
        else if (root_of(stated.size, node_reader(tx_, district_)) != stated.root)
            add_head("breach.head_differs", stated.size);
        return stated;
    }

    void add_head(char const* text, std::uint64_t size) {
        add({text,
             size == 0 ? 0 : size - 1,
             {{"size", std::to_string(size)}, {"held", std::to_string(size_)}}});
    }

    Call& call_;
    Transaction& tx_;
    std::string const& district_;
    std::uint64_t const size_;
    bool whole_ = true;
    std::chrono::sys_seconds latest_{};
    Verdict verdict_;
    Audits const& audits_;
    Range const told_;
};

}  // namespace

Verdict verify(Call& call, PublicLog const& log, Audits const& audits, Progress const& progress,
               std::optional<std::string> const& remembered) {
    return Verification{call, audits}.run(log, progress, remembered);
}

Result<Verdict> audit_entries(Call& call, Audits const& audits, Range range,
                              Progress const& progress) {
    return Verification{call, audits, range}.run_entries(progress);
}

}  // namespace banshi::record
