// What the record says of the money 留痕核验: transfers and receipts run without gaps, and each
// leaf of a transfer says what its row says.

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "systems/aid/audit.h"
#include "systems/aid/bound.h"
#include "systems/aid/gap.h"
#include "systems/aid/states_seen.h"
#include "systems/aid/system.h"

namespace banshi::aid {

namespace {

class MoneyAudit : public record::Audit {
public:
    void see(record::Seen const& seen) override {
        states_.see(seen);
        bound_.see(seen);
        auto const number = std::string(record::text_field(seen.body, "n"));
        bool const moves = seen.kind == "aid.received" || seen.kind == "aid.allocated" ||
                           seen.kind == "aid.paid" || seen.kind == "aid.reversed" ||
                           seen.kind == "aid.booked";
        if (moves) see_transfer(seen, number);
        if (seen.kind == "receipt.issued") see_receipt(seen);
        if (seen.kind == "aid.promised") see_promise(seen);
        if (seen.kind == "aid.selection_planned")
            tables_[std::string(record::text_field(seen.body, "weights"))] = {
                seen.seq, std::string(record::text_field(seen.body, "h"))};
    }

    std::vector<record::Breach> finish(Instant) override {
        std::int64_t next = 0;
        for (auto const& [number, leaf] : leaves_)
            if (number != ledger::number_text(++next)) {
                blame("breach.ledger_gap", leaf.seq, ledger::number_text(next));
                break;
            }
        return std::move(found_);
    }

    std::vector<record::Breach> compare(Call& call) override {
        std::vector<record::Breach> found;
        record::as_far_as_read(found, [&] {
            for (auto const& breach : verified_books(call).breaches)
                found.push_back({breach.text, 0, breach.facts});
        });
        for (auto const& [year, promise] : promises_)
            if (rows::promise_of(call, year) != promise.families)
                found.push_back({"breach.aid_promised", promise.seq, facts_of(year)});
        compare_tables(call, found);
        record::as_far_as_read(found, [&] { compare_transfers(call, found); });
        auto const& district = call.district.name();
        auto const size = record::tip(call.tx, district).size;
        for (auto const& [kind, body] : record::waiting_entries(call.tx, district)) {
            record::Seen const seen{size, kind, {}, body};
            states_.see(seen);
            bound_.see(seen);
        }
        std::ranges::move(states_.compare(call), std::back_inserter(found));
        std::ranges::move(bound_.compare(call), std::back_inserter(found));
        return found;
    }

    std::vector<record::Breach> unchecked() const override {
        auto const rows = unbound_transfers_ + bound_.unbound();
        if (rows == 0) return {};
        return {{"note.aid_unbound", 0, {{"rows", std::to_string(rows)}}}};
    }

private:
    static constexpr int a_turn = 10'000;

    struct Leaf {
        std::uint64_t seq;
        record::Hash hash;
    };

    struct Table {
        std::uint64_t seq;
        std::string hash;
    };

    struct Promise {
        std::uint64_t seq;
        int families;
    };

    // Each row says what its leaf says, and each leaf still has its row: the youngest booking could
    // else be taken away with all that was kept beside it.
    void compare_transfers(Call& call, std::vector<record::Breach>& found) {
        auto missing = leaves_;
        for (std::int64_t after = 0;;) {
            auto const some = ledger::transfers_of(call, book, after, a_turn);
            for (auto const& t : some) {
                auto const number = ledger::number_text(t.number);
                auto const leaf = leaves_.find(number);
                auto const text = leaf_text(call, t, ledger::parts_of(call, book, t.number));
                if (leaf == leaves_.end()) {
                    // What was done this very second may wait for its place in the log.
                    if (record::waiting_body(call.tx, call.district.name(), {t.trace}) != text)
                        found.push_back({"breach.aid_no_leaf", 0, {{"transfer", number}}});
                    continue;
                }
                if (record::text_field(text, "h").empty()) ++unbound_transfers_;
                if (leaf->second.hash != record::leaf_hash(text))
                    found.push_back({"breach.aid_leaf", leaf->second.seq, {{"transfer", number}}});
                missing.erase(number);
            }
            if (some.empty()) break;
            after = some.back().number;
        }
        for (auto const& [number, leaf] : missing)
            found.push_back({"breach.aid_no_row", leaf.seq, {{"transfer", number}}});
    }

    // A table of points is never edited, only followed by a new one.
    void compare_tables(Call& call, std::vector<record::Breach>& found) const {
        for (auto const& [version, said] : tables_) {
            if (said.hash.empty()) continue;  // planned before entries told it
            auto const table = weights_called(call.district.policy<Settings>().scoring, version);
            if (!table || hex(record::sha256({as_published(*table)})) != said.hash)
                found.push_back({"breach.aid_weights", said.seq, {{"weights", version}}});
        }
    }

    static Facts facts_of(int year) { return {{"year", std::to_string(year)}}; }

    // Nobody may promise what is not there or due.
    void see_promise(record::Seen const& seen) {
        auto const field = [&](char const* name) {
            return record::number_field(seen.body, name).value_or(0);
        };
        auto const year = static_cast<int>(field("y"));
        promises_[year] = {seen.seq, static_cast<int>(field("families"))};
        auto const missing = field("needed") - field("money");
        if (missing <= 0) return;
        auto facts = facts_of(year);
        facts["families"] = std::to_string(field("families"));
        facts["missing"] = written_yuan(missing);
        found_.push_back({"breach.aid_promise", seen.seq, facts});
    }

    void blame(char const* text, std::uint64_t seq, std::string const& transfer) {
        found_.push_back({text, seq, {{"transfer", transfer}}});
    }

    void see_transfer(record::Seen const& seen, std::string const& number) {
        auto const fen = record::number_field(seen.body, "f").value_or(0);
        bool const sound =
            fen > 0 && record::text_field(seen.body, "d") != record::text_field(seen.body, "c");
        Leaf const leaf{seen.seq, record::leaf_hash(seen.body)};
        if (!leaves_.try_emplace(number, leaf).second || !sound)
            blame("breach.ledger_transfer", seen.seq, number);
    }

    void see_receipt(record::Seen const& seen) {
        auto const number = std::string(record::text_field(seen.body, "r"));
        auto const series = number.substr(0, 6);
        if (number != fmt::format("{}{:06}", series, ++receipts_[series]))
            found_.push_back({"breach.aid_receipt", seen.seq, {{"receipt", number}}});
    }

    StatesSeen states_;
    BoundSeen bound_;
    std::int64_t unbound_transfers_ = 0;
    std::map<std::string, Leaf> leaves_;  // by number
    std::map<std::string, int> receipts_;
    std::map<int, Promise> promises_;      // by year
    std::map<std::string, Table> tables_;  // of points, by version
    std::vector<record::Breach> found_;
};

}  // namespace

std::unique_ptr<record::Audit> audit() { return std::make_unique<MoneyAudit>(); }

}  // namespace banshi::aid
