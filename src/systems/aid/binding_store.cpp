#include "systems/aid/binding.h"

#include "store/store.h"
#include "systems/aid/bound_entries.h"
#include "systems/aid/bound_rows.h"

namespace banshi::aid {

struct RowMark {  // paper, number and hash
    record::Mark p, n;
    record::Hash h;
};
BOOST_DESCRIBE_STRUCT(RowMark, (), (p, n, h))

struct GoneMark {
    record::Mark p, n;
};
BOOST_DESCRIBE_STRUCT(GoneMark, (), (p, n))

struct RowsBound {  // 账实绑定: r rows as they stand, g rows that are gone, v the form
    static constexpr auto kind = bound_kind;
    int v = form_of_entries;
    std::vector<RowMark> r = {};
    std::vector<GoneMark> g = {};
};
BOOST_DESCRIBE_STRUCT(RowsBound, (), (v, r, g))

struct RowsOfBefore {  // 补绑: rows of before there were such entries
    static constexpr auto kind = bound_before_kind;
    int v = form_of_entries;
    std::vector<RowMark> r = {};
    std::vector<GoneMark> g = {};
};
BOOST_DESCRIBE_STRUCT(RowsOfBefore, (), (v, r, g))

namespace {

// A body of the record holds 4 kB, a row takes some 110 bytes.
constexpr std::size_t most_rows = 32;

std::string paper_word(Bound what) { return boost::describe::enum_to_string(what, ""); }

record::Salt fresh_salt(Call& call, std::string const& paper, std::string const& number) {
    record::Salt salt;
    call.random.fill(salt.bytes);
    rows::put_salt(call, paper, number, salt);
    return salt;
}

// The rows of one deed, into as few entries as hold them.
template <class Entry>
class Writing {
public:
    explicit Writing(Call& call) : call_(call) {}

    void add(Bound what, std::string const& number, std::optional<rows::RowFacts> const& facts,
             bool anew) {
        auto const paper = paper_word(what);
        if (!facts) {
            entry_.g.push_back({paper, number});
        } else {
            auto const salt =
                facts->salt && !anew ? *facts->salt : fresh_salt(call_, paper, number);
            entry_.r.push_back({paper, number, record::sealed(salt, facts->text)});
        }
        if (entry_.r.size() + entry_.g.size() == most_rows) end();
    }
    void end() {
        if (!entry_.r.empty() || !entry_.g.empty()) record::append(call_, entry_);
        entry_ = {};
    }

private:
    Call& call_;
    Entry entry_;
};

// The transaction of a deed, which remembers the rows that were written in it.
class Gathering final : public TransactionWithin {
public:
    using TransactionWithin::TransactionWithin;

    void add(Bound what, std::string const& number, bool anew) { rows_[{what, number}] |= anew; }
    void bind(Call& call) const {
        Writing<RowsBound> writing(call);
        for (auto const& [row, anew] : rows_)
            writing.add(row.first, row.second, rows::facts_of(call, row.first, row.second), anew);
        writing.end();
    }

private:
    std::map<std::pair<Bound, std::string>, bool> rows_;
};

void bind_one(Call& call, Bound what, std::string const& number, bool anew) {
    if (auto* gathering = dynamic_cast<Gathering*>(&call.tx))
        return gathering->add(what, number, anew);
    Gathering alone(call.tx);
    alone.add(what, number, anew);
    alone.bind(call);
}

}  // namespace

void bind_row(Call& call, Bound what, std::string const& number) {
    bind_one(call, what, number, false);
}

void bind_row_anew(Call& call, Bound what, std::string const& number) {
    bind_one(call, what, number, true);
}

Deed binding(Deed deed) {
    if (!deed.writes) return deed;
    deed.serve = [serve = std::move(deed.serve)](Call& call, json::object const& in,
                                                 shape::Source source) -> Result<banshi::Answer> {
        Gathering tx(call.tx);
        Call own{call.actor, call.now, call.district, tx, call.random, call.texts, call.language};
        auto answer = serve(own, in, source);
        if (answer || answer.refusal().keeps) tx.bind(call);
        return answer;
    };
    return deed;
}

void bind_rows_of_before(Call& call) {
    auto const form = std::to_string(form_of_entries);
    if (rows::find_salt(call, "form", form)) return;
    Writing<RowsOfBefore> writing(call);
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Bound>>([&](auto each) {
        std::vector<rows::RowFacts> found;
        rows::each_fact(call, each.value,
                        [&](rows::RowFacts const& facts) { found.push_back(facts); });
        for (auto const& facts : found) writing.add(each.value, facts.number, facts, false);
    });
    writing.end();
    fresh_salt(call, "form", form);
}

record::Hash bind_transfer(Call& call, ledger::Transfer const& t) {
    auto const number = std::to_string(t.number);
    // Its row is written after its entry: only the end of a deed can see it.
    if (auto* gathering = dynamic_cast<Gathering*>(&call.tx))
        gathering->add(Bound::transfer, number, false);
    return hash_of(t, fresh_salt(call, paper_word(Bound::transfer), number));
}

}  // namespace banshi::aid
