#include "systems/receipts/receipts.h"

#include <algorithm>

#include "engines/record/browse.h"
#include "store/store.h"

namespace banshi::receipts {

namespace {

constexpr int page = 50;

std::uint64_t position(std::int64_t number) { return static_cast<std::uint64_t>(number); }

std::vector<std::string> in_hex(record::Proof const& proof) {
    std::vector<std::string> out;
    for (auto const& hash : proof) out.push_back(record::hex(hash));
    return out;
}

Result<record::Head> newest(Call& call) {
    auto head = record::newest_head(call.tx, call.district.name());
    if (!head) return Refusal{Why::not_found, "head.missing"};
    return std::move(*head);
}

Result<record::Head> wanted(Call& call, SeeHead const& form) {
    if (!form.size) return newest(call);
    auto head = record::head_of_size(call.tx, call.district.name(), position(*form.size));
    if (!head) return Refusal{Why::not_found, "head.missing", {}, "size"};
    return std::move(*head);
}

EntryView shown(record::Entry const& entry) {
    return {static_cast<std::int64_t>(entry.seq), entry.kind, entry.at, entry.body,
            record::hex(entry.leaf)};
}

Result<void> not_negative(std::int64_t number, std::string const& field) {
    if (number >= 0) return {};
    return Refusal{Why::invalid, "shape.kind", field, field, {{"field", field}}};
}

}  // namespace

Result<HeadView> see_head(Call& call, SeeHead const& form) {
    auto const head = TRY(wanted(call, form));
    return HeadView{static_cast<std::int64_t>(head.size), record::hex(head.root), head.at,
                    head.note};
}

Result<HeadView> ask_for_head(Call& call, AskForHead const&) {
    call.tx.announce(record::wanted_topic);
    return see_head(call, {});
}

Result<File> checkpoint(Call& call, SeeHead const& form) {
    auto const head = TRY(wanted(call, form));
    return File{"text/plain; charset=utf-8", "checkpoint", head.note};
}

Result<EntryView> see_entry(Call& call, SeeEntry const& form) {
    TRY(not_negative(form.seq, "seq"));
    return shown(TRY(record::entry(call.tx, call.district.name(), position(form.seq))));
}

Result<Entries> list_entries(Call& call, ListEntries const& form) {
    auto const& log = call.district.name();
    auto const size = record::tip(call.tx, log).size;
    auto before = size;
    if (form.before)
        before =
            std::clamp<std::uint64_t>(position(std::max<std::int64_t>(*form.before, 0)), 0, size);
    else if (form.day)
        before = record::place_at(call.tx, log,
                                  call.district.zone().midnight(*form.day + std::chrono::days{1}));
    auto const found = record::entries_below(call.tx, log, before, form.kind.value_or(""), page);
    Entries list{static_cast<std::int64_t>(size), {}, {}};
    for (auto const& each : found.entries) list.entries.push_back(shown(each));
    if (found.further) list.further = static_cast<std::int64_t>(*found.further);
    return list;
}

Result<Heads> list_heads(Call& call, ListHeads const& form) {
    auto const before = form.before.value_or(INT64_MAX);
    TRY(not_negative(before, "before"));
    Heads list;
    for (auto const& [size, root, at, witnesses] :
         record::heads_below(call.tx, call.district.name(), position(before), page))
        list.heads.push_back(
            {static_cast<std::int64_t>(size), root, at, static_cast<int>(witnesses)});
    if (list.heads.size() == page) list.further = list.heads.back().size;
    return list;
}

Result<ProofView> see_proof(Call& call, SeeProof const& form) {
    TRY(not_negative(form.seq, "seq"));
    auto const& district = call.district.name();
    auto const size = form.size ? *form.size : static_cast<std::int64_t>(TRY(newest(call)).size);
    TRY(not_negative(size, "size"));
    auto const entry = TRY(record::entry(call.tx, district, position(form.seq)));
    auto const proof = TRY(record::proof_of(call.tx, district, position(form.seq), position(size)));
    auto const root = TRY(record::root_at(call.tx, district, position(size)));
    return ProofView{form.seq, size, record::hex(root), record::hex(entry.leaf), in_hex(proof)};
}

Result<GrowthView> see_growth(Call& call, SeeGrowth const& form) {
    TRY(not_negative(form.from, "from"));
    TRY(not_negative(form.to, "to"));
    auto const& district = call.district.name();
    auto const proof =
        TRY(record::consistency(call.tx, district, position(form.from), position(form.to)));
    auto const from = TRY(record::root_at(call.tx, district, position(form.from)));
    auto const to = TRY(record::root_at(call.tx, district, position(form.to)));
    return GrowthView{record::hex(from), record::hex(to), in_hex(proof)};
}

Result<File> receipt_file(Call& call, SeeEntry const& form) {
    TRY(not_negative(form.seq, "seq"));
    auto const name = std::to_string(form.seq) + ".tlog-proof";
    auto const proof = TRY(record::proof_file(call.tx, call.district.name(), position(form.seq)));
    return File{"text/plain; charset=utf-8", name, proof};
}

Result<SlipChecked> check_slip(Call& call, CheckSlip const& form) {
    constexpr std::size_t printed = 8;
    TRY(not_negative(form.size, "size"));
    if (form.print.size() < printed)
        return Refusal{Why::invalid, "receipt.print_too_short", form.print, "print"};
    auto const head = record::head_of_size(call.tx, call.district.name(), position(form.size));
    if (!head) return SlipChecked{false, std::nullopt};
    return SlipChecked{record::hex(head->root).starts_with(form.print), head->at};
}

}  // namespace banshi::receipts
