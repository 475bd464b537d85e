#include "systems/aid/bound.h"

#include "systems/aid/bound_entries.h"
#include "systems/aid/bound_rows.h"

namespace banshi::aid {

record::Hash hash_of(ledger::Transfer const& t, record::Salt const& salt) {
    auto text = std::to_string(t.day.time_since_epoch().count());
    for (auto const* fact : {&t.by, &t.text}) (text += '\0') += *fact;
    if (t.expires_at) text += '\0' + std::to_string(t.expires_at->time_since_epoch().count());
    return record::sealed(salt, text);
}

std::optional<record::Hash> bound_facts(Call& call, ledger::Transfer const& t) {
    // The salts of the first ones lie by the long number.
    auto salt = rows::find_salt(call, "transfer", ledger::number_text(t.number));
    if (!salt) salt = rows::find_salt(call, "transfer", std::to_string(t.number));
    return salt ? std::optional(hash_of(t, *salt)) : std::nullopt;
}

namespace {

// The texts of [["donor","D001","..."],["pledge","P1","..."]] behind a key, a list each.
template <class See>
void each_list(std::string_view body, std::string_view key, See const& see) {
    auto const start = body.find("\"" + std::string(key) + "\":[[");
    if (start == body.npos) return;
    auto rest = body.substr(start + key.size() + 5);
    std::vector<std::string_view> texts;
    while (!rest.empty() && rest[0] != ']') {
        auto const open = rest.find('"');
        auto const close = rest.find('"', open + 1);
        if (close == rest.npos) return;
        texts.push_back(rest.substr(open + 1, close - open - 1));
        rest.remove_prefix(close + 1);
        if (!rest.starts_with(']')) continue;
        see(texts);
        texts.clear();
        rest.remove_prefix(1);
    }
}

}  // namespace

void BoundSeen::see(record::Seen const& seen) {
    bool const of_before = seen.kind == bound_before_kind;
    if (!of_before && seen.kind != bound_kind) return;
    see_form(seen, of_before);
    each_list(seen.body, "r", [&](auto const& texts) {
        if (texts.size() == 3)
            said_[std::string(texts[0])][std::string(texts[1])] = {seen.seq, std::string(texts[2])};
    });
    each_list(seen.body, "g", [&](auto const& texts) {
        if (texts.size() == 2) said_[std::string(texts[0])][std::string(texts[1])] = {seen.seq, ""};
    });
}

// Rows of before are bound once in each form, before anything else is: whoever has it done again
// wants to have forged rows bound.
void BoundSeen::see_form(record::Seen const& seen, bool of_before) {
    auto const form = record::number_field(seen.body, "v").value_or(0);
    if (form > form_) {
        form_ = form;
        binds_before_ = of_before;
    } else if (of_before && !binds_before_) {
        again_.push_back({"breach.bound_again", seen.seq, {{"number", ""}}});
    }
    if (!of_before) binds_before_ = false;
}

std::vector<record::Breach> BoundSeen::compare(Call& call) {
    auto found = again_;
    auto const differs = [&](std::string const& paper, std::string const& number,
                             std::uint64_t seq) {
        found.push_back({"breach.bound_" + paper, seq, {{"number", number}}});
    };
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Bound>>([&](auto each) {
        std::string const paper = each.name;
        auto& said = said_[paper];
        rows::each_fact(call, each.value, [&](rows::RowFacts const& facts) {
            auto const entry = said.find(facts.number);
            if (entry == said.end()) {
                if (form_ > 0)
                    found.push_back({"breach.row_without_leaf", 0, {{"number", facts.number}}});
                else
                    ++unbound_;
                return;
            }
            if (!facts.salt || hex(record::sealed(*facts.salt, facts.text)) != entry->second.hash)
                differs(paper, facts.number, entry->second.seq);
            said.erase(entry);
        });
        for (auto const& [number, entry] : said)
            if (!entry.hash.empty()) differs(paper, number, entry.seq);
    });
    return found;
}

}  // namespace banshi::aid
