#include "systems/aid/bound.h"

#include "systems/aid/bound_rows.h"

namespace banshi::aid {

struct RowBound {  // 账实绑定: paper, number and hash; without a hash the row is gone
    static constexpr auto kind = "aid.bound";
    record::Mark p, n;
    std::optional<record::Hash> h;
};
BOOST_DESCRIBE_STRUCT(RowBound, (), (p, n, h))

namespace {

constexpr char const* of_transfers = "transfer";

std::string paper_word(Bound what) { return boost::describe::enum_to_string(what, ""); }

record::Salt fresh_salt(Call& call, std::string const& paper, std::string const& number) {
    record::Salt salt;
    call.random.fill(salt.bytes);
    rows::put_salt(call, paper, number, salt);
    return salt;
}

void append_bound(Call& call, Bound what, std::string const& number, bool anew) {
    auto const paper = paper_word(what);
    RowBound leaf{paper, number, {}};
    if (auto const facts = rows::facts_of(call, what, number)) {
        auto salt = anew ? std::nullopt : rows::find_salt(call, paper, number);
        if (!salt) salt = fresh_salt(call, paper, number);
        leaf.h = record::sealed(*salt, facts->text);
    }
    record::append(call, leaf);
}

record::Hash hash_of(ledger::Transfer const& t, record::Salt const& salt) {
    auto text = std::to_string(t.day.time_since_epoch().count());
    for (auto const* fact : {&t.by, &t.text}) (text += '\0') += *fact;
    if (t.expires_at) text += '\0' + std::to_string(t.expires_at->time_since_epoch().count());
    return record::sealed(salt, text);
}

}  // namespace

void bind_row(Call& call, Bound what, std::string const& number) {
    append_bound(call, what, number, false);
}

void bind_row_anew(Call& call, Bound what, std::string const& number) {
    append_bound(call, what, number, true);
}

record::Hash bind_transfer(Call& call, ledger::Transfer const& t) {
    return hash_of(t, fresh_salt(call, of_transfers, ledger::number_text(t.number)));
}

std::optional<record::Hash> bound_facts(Call& call, ledger::Transfer const& t) {
    auto const salt = rows::find_salt(call, of_transfers, ledger::number_text(t.number));
    return salt ? std::optional(hash_of(t, *salt)) : std::nullopt;
}

void BoundSeen::see(record::Seen const& seen) {
    if (seen.kind != RowBound::kind) return;
    auto const field = [&](char const* name) {
        return std::string(record::text_field(seen.body, name));
    };
    std::chrono::seconds const at{record::number_field(seen.body, "at").value_or(0)};
    if (!first_) first_ = std::chrono::sys_seconds{at};
    said_[field("p")][field("n")] = {seen.seq, field("h")};
}

std::vector<record::Breach> BoundSeen::compare(Call& call) {
    std::vector<record::Breach> found;
    auto const differs = [&](std::string const& paper, std::string const& number,
                             std::uint64_t seq) {
        found.push_back({"breach.bound_" + paper, seq, {{"number", number}}});
    };
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Bound>>([&](auto each) {
        std::string const paper = each.name;
        auto& said = said_[paper];
        auto const salts = rows::salts_of(call, paper);
        rows::each_fact(call, each.value, [&](rows::RowFacts const& facts) {
            auto const entry = said.find(facts.number);
            if (entry == said.end()) {
                bool const must = first_ && facts.since >= *first_;
                if (must)
                    found.push_back({"breach.row_without_leaf", 0, {{"number", facts.number}}});
                else
                    ++unbound_;
                return;
            }
            auto const salt = salts.find(facts.number);
            if (salt == salts.end() ||
                hex(record::sealed(salt->second, facts.text)) != entry->second.hash)
                differs(paper, facts.number, entry->second.seq);
            said.erase(entry);
        });
        for (auto const& [number, entry] : said)
            if (!entry.hash.empty()) differs(paper, number, entry.seq);
    });
    return found;
}

}  // namespace banshi::aid
