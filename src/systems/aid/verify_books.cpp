// Every invariant of the money 账目核验. What is stored beside the transfers must follow from them.

#include <fmt/format.h>

#include <map>

#include "engines/record/encoding.h"
#include "systems/aid/audit.h"
#include "systems/aid/campaign_rows.h"
#include "systems/aid/donation_rows.h"
#include "systems/aid/donor_rows.h"
#include "systems/aid/fund_rows.h"
#include "systems/aid/gap.h"
#include "systems/aid/giving.h"
#include "systems/aid/money_decisions.h"
#include "systems/aid/paper_check.h"
#include "systems/aid/payment_rows.h"
#include "systems/aid/relatives.h"
#include "systems/aid/selection_rows.h"
#include "systems/aid/statements.h"

namespace banshi::aid {

namespace {

class Verification {
public:
    explicit Verification(Call& call) : call_(call) {}

    Verified run() {
        for (auto const& breach : ledger::verify(call_, book)) add(breach.text, breach.facts);
        for (auto const& code : accounts_that_differ(call_))
            add("breach.aid_account", {{"account", code}});
        look_at_receipts();
        look_at_lots();
        for (auto const& number : papers_that_differ(call_))
            add("breach.aid_paper", {{"number", number}});
        look_at_days();
        look_at_selections();
        for (auto const& campaign : rows::all_campaigns(call_))
            if (campaign.state != CampaignState::withdrawn)
                for (int year = campaign.first_year; year <= campaign.last_year(); ++year)
                    look_at_year(campaign, year);
        for (std::int64_t after = 0;;) {
            auto const some = ledger::transfers_of(call_, book, after, 10'000);
            if (some.empty()) break;
            out_.transfers += std::ssize(some);
            after = some.back().number;
        }
        return std::move(out_);
    }

private:
    void add(std::string const& code, Facts const& facts) {
        out_.breaches.push_back({code, facts});
    }

    // Numbers without gaps, each for a donation; a donation has one valid receipt at most.
    void look_at_receipts() {
        std::map<std::string, int> last;
        std::map<std::int64_t, int> valid;
        for (auto const& receipt : rows::receipts_like(call_, "R", "S")) {
            ++out_.receipts;
            auto const series = receipt.number.substr(0, 6);
            if (receipt.number != fmt::format("{}{:06}", series, ++last[series]))
                add("breach.aid_receipt", {{"receipt", receipt.number}});
            if (!rows::find_donation(call_, receipt.lot))
                add("breach.aid_receipt", {{"receipt", receipt.number}});
            if (receipt.state == ReceiptState::issued && ++valid[receipt.lot] > 1)
                add("breach.aid_receipt", {{"receipt", receipt.number}});
        }
    }

    // 每一分钱: received = paid + on the way + in funds + set aside + unallocated + given back.
    void look_at_lots() {
        for (auto const& donor : rows::donor_lines(call_))
            for (auto const& donation : rows::donations_of(call_, donor.donor)) {
                auto const where = whereabouts_of(call_, donation.lot);
                Fen sum = where.unallocated + where.given_back;
                for (auto const& share : where.families)
                    sum += share.set_aside + share.in_fund + share.on_the_way + share.paid;
                auto const lot = ledger::find_lot(call_, book, donation.lot);
                if (sum != donation.fen || !lot || lot->fen != donation.fen)
                    add("breach.aid_lot", {{"lot", std::to_string(donation.lot)}});
            }
    }

    void look_at_days() {
        for (auto const& day : statement_days(call_))
            if (day.closed && !day.equal) add("breach.aid_day", {{"day", written(day.day)}});
    }

    // What one person proposed was approved by another.
    void look_at_selections() {
        for (auto const& campaign : rows::all_campaigns(call_)) {
            auto const selection = rows::find_selection(call_, campaign.number);
            if (!selection || selection->proposed_by.empty()) continue;
            if (selection->publicised_by == selection->proposed_by ||
                selection->decided_by == selection->proposed_by)
                add("breach.aid_selection", {{"campaign", campaign.number}});
        }
    }

    void look_at_year(Campaign const& campaign, int year) {
        std::map<std::string, Fen> had;
        for (auto const& each : rows::allocations_in(call_, year)) had[each.family] += each.fen;
        for (auto const& [family, fen] : had) {
            auto const decided = limit_decided(call_, family, year);
            if (fen > std::max(campaign.fen_a_family, decided))
                add("breach.aid_limit", {{"family", family}, {"year", std::to_string(year)}});
        }
        for (auto const& batch : rows::batches_of(call_, year)) look_at_batch(batch);
        look_at_promise(campaign, year);
    }

    // The money for what was promised is there or due in time, or it was decided that fewer get it.
    void look_at_promise(Campaign const& campaign, int year) {
        auto const gap = see_gap(call_, {year, campaign.number});
        if (!gap || !gap.value().promised) return;
        auto const promised = *gap.value().promised;
        auto const families = std::min(promised, families_decided(call_, year).value_or(promised));
        auto const missing = families * gap.value().fen_a_family - gap.value().money;
        if (missing > 0)
            add("breach.aid_promise", {{"year", std::to_string(year)},
                                       {"families", std::to_string(families)},
                                       {"missing", written_yuan(missing)}});
    }

    void look_at_batch(Batch const& batch) {
        bool const approved =
            batch.state == BatchState::approved || batch.state == BatchState::sent;
        bool two = !batch.approved_by.empty() && batch.approved_by != batch.drafted_by &&
                   batch.approved_by != batch.checked_by;
        for (auto const& order : rows::orders_in(call_, batch.number))
            two = two && !is_relative(call_, batch.approved_by, order.family);
        if (approved && !two) add("breach.aid_approval", {{"batch", batch.number}});
        if (batch.state != BatchState::sent) return;
        auto const file = rows::file_of(call_, batch.number);
        auto const bytes = file ? record::read_base64(*file) : std::nullopt;
        if (!bytes || record::hex(record::sha256({*bytes})) != batch.hash)
            add("breach.aid_file", {{"batch", batch.number}});
    }

    Call& call_;
    Verified out_{0, 0, {}};
};

}  // namespace

Result<BooksVerified> verify_books(Call& call, VerifyBooks const&) {
    TRY(may(call, audit_aid));
    auto const verified = verified_books(call);
    BooksVerified out{verified.transfers, verified.receipts, {}};
    for (auto const& [code, facts] : verified.breaches)
        out.breaches.push_back({code, call.texts.say(call.language, code, facts)});
    return out;
}

Verified verified_books(Call& call) { return Verification(call).run(); }

}  // namespace banshi::aid
