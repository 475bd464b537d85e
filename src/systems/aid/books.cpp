#include "systems/aid/books.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/describe/enum_from_string.hpp>
#include <map>

#include "systems/aid/books_rows.h"
#include "systems/aid/bound.h"
#include "systems/aid/fund_rows.h"

namespace banshi::aid {

namespace {

struct LotMark {
    int lot;
    Fen fen;
};
BOOST_DESCRIBE_STRUCT(LotMark, (), (lot, fen))

// n number, p phase, d debit, c credit, f fen, l lots, r the transfer that it ends or takes back,
// v the paper behind it, h binds day, who and text.
template <char const* Kind>
struct MoneyMoved {
    static constexpr auto kind = Kind;
    record::Mark n, p, d, c;
    Fen f;
    std::vector<LotMark> l;
    std::optional<record::Mark> r, v;
    std::optional<record::Hash> h;
    BOOST_DESCRIBE_CLASS(MoneyMoved, (), (n, p, d, c, f, l, r, v, h), (), ())
};

constexpr char received[] = "aid.received", allocated[] = "aid.allocated", paid[] = "aid.paid",
               reversed[] = "aid.reversed", booked[] = "aid.booked";

template <char const* Kind>
MoneyMoved<Kind> moved(ledger::Transfer const& t, std::vector<ledger::Part> const& parts,
                       std::optional<record::Hash> const& bound) {
    MoneyMoved<Kind> leaf{ledger::number_text(t.number),
                          boost::describe::enum_to_string(t.phase, ""),
                          t.debit,
                          t.credit,
                          t.fen,
                          {},
                          {},
                          {},
                          bound};
    for (auto const& part : parts) leaf.l.push_back({static_cast<int>(part.lot), part.fen});
    std::ranges::sort(leaf.l, {}, &LotMark::lot);
    auto const earlier = t.reverses ? t.reverses : t.resolves;
    if (earlier) leaf.r = record::Mark(ledger::number_text(*earlier));
    if (t.reference) leaf.v = record::Mark(*t.reference);
    return leaf;
}

// One word of the office, two uses: to write its leaf, and to tell what the leaf must be.
struct Way {
    ledger::Leaf append;
    std::string (*text)(Call&, ledger::Transfer const&, std::vector<ledger::Part> const&);
};

template <char const* Kind>
Way way() {
    return {[](Call& call, ledger::Transfer const& t, std::vector<ledger::Part> const& parts) {
                return record::append(call, moved<Kind>(t, parts, bind_transfer(call, t)));
            },
            [](Call& call, ledger::Transfer const& t, std::vector<ledger::Part> const& parts) {
                return record::body_of(moved<Kind>(t, parts, bound_facts(call, t)), t.at);
            }};
}

Way way_of(MoneyKind kind) {
    switch (kind) {
        case MoneyKind::received:
            return way<received>();
        case MoneyKind::allocated:
            return way<allocated>();
        case MoneyKind::paid:
            return way<paid>();
        case MoneyKind::reversed:
            return way<reversed>();
        case MoneyKind::booked:
            return way<booked>();
    }
    return {};
}

// 科目表: what stands in the books whoever gives.
constexpr struct {
    char const* code;
    char const* word;
    ledger::Nature nature;
    bool floored, traced;
} chart[]{
    {account::bank, "bank", ledger::Nature::asset, true, false},
    {account::cash, "cash", ledger::Nature::asset, true, false},
    {account::transit, "transit", ledger::Nature::asset, true, false},
    {account::unallocated, "unallocated", ledger::Nature::liability, true, true},
    {account::suspense, "suspense", ledger::Nature::liability, false, false},
    {account::interest, "interest", ledger::Nature::income, false, false},
    {account::fee, "fee", ledger::Nature::expense, false, false},
};

ledger::Account fund_account(std::string const& family, std::string const& name) {
    return {fund_of(family), name, ledger::Nature::liability, true, true};
}

}  // namespace

std::string fund_of(std::string const& family) { return account::fund_prefix + family; }

std::optional<std::string> family_of(std::string const& code) {
    if (!code.starts_with(account::fund_prefix) || code == account::unallocated) return {};
    return code.substr(std::string_view(account::fund_prefix).size());
}

void open_books(Call& call) {
    for (auto const& [code, word, nature, floored, traced] : chart) {
        auto const name = call.texts.say(Language::zh, std::string("aid.account.") + word);
        ledger::open_account(call, book, {code, name, nature, floored, traced});
    }
}

void open_fund(Call& call, std::string const& family) {
    auto const name = call.texts.say(Language::zh, "aid.account.fund", {{"family", family}});
    ledger::open_account(call, book, fund_account(family, name));
}

std::vector<std::string> accounts_that_differ(Call& call) {
    std::map<std::string, ledger::Account> meant;
    for (auto const& [code, word, nature, floored, traced] : chart)
        meant[code] = {code, "", nature, floored, traced};
    std::vector<std::string> differ;
    for (auto const& account : ledger::accounts_of(call, book)) {
        auto const family = family_of(account.code);
        if (family && rows::find_fund(call, *family))
            meant[account.code] = fund_account(*family, "");
        auto const as = meant.extract(account.code);
        bool const same = as && as.mapped().nature == account.nature &&
                          as.mapped().floored == account.floored &&
                          as.mapped().traced == account.traced;
        if (!same) differ.push_back(account.code);
    }
    for (auto const& [code, account] : meant) differ.push_back(code);
    return differ;
}

ledger::Leaf leaf_of(MoneyKind kind) { return way_of(kind).append; }

std::string leaf_text(Call& call, ledger::Transfer const& transfer,
                      std::vector<ledger::Part> const& parts) {
    MoneyKind kind{};
    // A word that the office does not have was written by hand: no leaf says it.
    if (!boost::describe::enum_from_string(transfer.kind.c_str(), kind)) return {};
    try {
        return way_of(kind).text(call, transfer, parts);
    } catch (std::invalid_argument const&) { return {}; }
}

std::string word_of(MoneyKind kind) { return boost::describe::enum_to_string(kind, ""); }

std::string next_number(Call& call, std::string const& series, int digits) {
    return fmt::format("{}{:0{}}", series, rows::next(call, series), digits);
}

Fen held_in(Call& call, std::string const& code) {
    auto const account = ledger::find_account(call, book, code);
    return account ? total(account->nature, ledger::kept_balance(call, book, code)) : 0;
}

Fen free_in(Call& call, std::string const& code) {
    auto const account = ledger::find_account(call, book, code);
    return account ? free_of(account->nature, ledger::kept_balance(call, book, code)) : 0;
}

}  // namespace banshi::aid
