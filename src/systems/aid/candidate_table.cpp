#include <algorithm>
#include <boost/mp11.hpp>
#include <charconv>
#include <cmath>
#include <set>

#include "base/tidy_text.h"
#include "documents/csv.h"
#include "documents/workbook_reader.h"
#include "systems/aid/candidates.h"

namespace banshi::aid {

namespace {

using documents::ReadCell;
using documents::ReadRow;

// The columns by what they mean; their titles stand with the other words, in both languages.
enum class Column {
    name,
    id_number,
    phone,
    street,
    category,
    members,
    income,
    disabled_or_ill,
    pupils,
    workers,
    housing,
    evidence,
    account,
    bank
};
BOOST_DESCRIBE_ENUM(Column, name, id_number, phone, street, category, members, income,
                    disabled_or_ill, pupils, workers, housing, evidence, account, bank)

using Places = std::map<Column, std::size_t>;

std::string text_of(ReadCell const& cell) {
    if (auto const* text = std::get_if<std::string>(&cell.value)) return *text;
    if (auto const* whole = std::get_if<std::int64_t>(&cell.value)) return std::to_string(*whole);
    if (auto const* number = std::get_if<double>(&cell.value)) {
        if (std::abs(*number) > 9e15) return "?";  // an ID number that lost its last figures
        if (*number == std::floor(*number))
            return std::to_string(static_cast<std::int64_t>(*number));
        return std::to_string(*number);
    }
    return "";
}

std::string trimmed(std::string text) {
    auto const first = text.find_first_not_of(" \t\r\n");
    if (first == text.npos) return "";
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

template <class Word>
std::string key_of(char const* table, Word word) {
    return std::string(table) + boost::describe::enum_to_string(word, "");
}

template <class Word>
bool is_said(Call& call, char const* table, Word word, std::string const& text) {
    auto const key = key_of(table, word);
    return text == boost::describe::enum_to_string(word, "") ||
           text == call.texts.say(Language::zh, key) || text == call.texts.say(Language::en, key);
}

template <class Word>
std::optional<Word> read_word(Call& call, char const* table, std::string const& text) {
    std::optional<Word> found;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Word>>([&](auto each) {
        if (is_said(call, table, each.value, text)) found = each.value;
    });
    return found;
}

// The row of titles is the first that names a person and a number.
Result<Places> read_titles(Call& call, ReadRow const& row) {
    Places places;
    for (std::size_t at = 0; at < row.cells.size(); ++at) {
        auto const title = trimmed(text_of(row.cells[at]));
        if (auto const column = read_word<Column>(call, "aid.column.", title)) places[*column] = at;
    }
    std::string missing;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Column>>([&](auto each) {
        bool const needed = each.value != Column::phone && each.value != Column::account &&
                            each.value != Column::bank;
        if (!needed || places.contains(each.value)) return;
        if (!missing.empty()) missing += ", ";
        missing += call.texts.say(call.language, key_of("aid.column.", each.value));
    });
    if (missing.empty()) return places;
    return Refusal{
        Why::invalid, "candidates.column_missing", missing, "file", {{"column", missing}}};
}

// Yuan with at most two figures behind the point, in whole fen.
std::optional<std::int64_t> read_fen(std::string text) {
    std::erase(text, ',');
    auto const point = text.find('.');
    auto const yuan = text.substr(0, point);
    auto rest = point == text.npos ? "" : text.substr(point + 1);
    while (rest.size() > 2 && rest.back() == '0') rest.pop_back();
    if (rest.size() > 2) return std::nullopt;
    rest.resize(2, '0');
    std::int64_t fen = 0;
    auto const all = yuan + rest;
    auto const [end, error] = std::from_chars(all.data(), all.data() + all.size(), fen);
    if (yuan.empty() || error != std::errc{} || end != all.data() + all.size()) return std::nullopt;
    return fen;
}

std::optional<int> read_count(std::string const& text) {
    if (text.empty()) return 0;
    int count = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return count;
}

class RowReader {
public:
    RowReader(Call& call, Places const& places, std::map<std::string, OrgId> const& streets)
        : call_(call), places_(places), streets_(streets) {}

    // Fills `bad` with what is wrong, or gives the row.
    std::optional<CandidateRow> read(ReadRow const& row, std::vector<BadRow>& bad) {
        row_ = &row;
        bad_ = &bad;
        auto const before = bad.size();
        CandidateRow out;
        out.row = row.number;
        out.who = {text(Column::name), text(Column::id_number), text(Column::phone)};
        check_person(out.who);
        read_place(out);
        read_facts_of(out.facts);
        out.account = text(Column::account);
        out.bank = text(Column::bank);
        return bad.size() == before ? std::optional(out) : std::nullopt;
    }

private:
    std::string text(Column column) const {
        auto const at = places_.find(column);
        if (at == places_.end() || at->second >= row_->cells.size()) return "";
        auto const& cell = row_->cells[at->second];
        return cell.is_fault ? "?" : tidied_line(text_of(cell));
    }

    void say(Column column, std::string const& code,
             std::map<std::string, std::string> const& facts = {}) {
        bad_->push_back({row_->number,
                         call_.texts.say(call_.language, key_of("aid.column.", column)),
                         call_.texts.say(call_.language, code, facts)});
    }

    void check_person(people::Identity const& who) {
        auto const today = call_.district.zone().day_of(call_.now);
        if (auto const name = people::normalise_name(who.name); !name)
            say(Column::name, "refusal." + name.refusal().text);
        if (auto const number = people::read_document(who.kind, who.id_number, today); !number)
            say(Column::id_number, "refusal." + number.refusal().text);
        if (who.phone.empty()) return;
        if (auto const phone = people::normalise_phone(who.phone); !phone)
            say(Column::phone, "refusal." + phone.refusal().text);
    }

    void read_place(CandidateRow& out) {
        auto const street = streets_.find(text(Column::street));
        if (street == streets_.end())
            say(Column::street, "refusal.candidates.street");
        else
            out.street = street->second.text;
        auto const category = read_word<Category>(call_, "aid.category.", text(Column::category));
        if (!category)
            say(Column::category, "refusal.candidates.category");
        else
            out.category = *category;
    }

    void read_number(Column column, int& into) {
        auto const count = read_count(text(column));
        if (!count)
            say(column, "refusal.candidates.number");
        else
            into = *count;
    }

    void read_facts_of(FamilyFacts& facts) {
        auto const before = bad_->size();
        read_number(Column::members, facts.members);
        read_number(Column::disabled_or_ill, facts.disabled_or_ill);
        read_number(Column::pupils, facts.pupils);
        read_number(Column::workers, facts.workers);
        auto const income = read_fen(text(Column::income));
        if (!income) say(Column::income, "refusal.candidates.yuan");
        facts.income_fen = income.value_or(0);
        auto const housing = read_word<Housing>(call_, "aid.housing.", text(Column::housing));
        if (!housing) say(Column::housing, "refusal.candidates.housing");
        facts.housing = housing.value_or(Housing::own);
        facts.evidence = text(Column::evidence);
        if (bad_->size() > before) return;
        if (auto const sound = check_facts(facts); !sound)
            say(sound.refusal().text == "family.members" ? Column::members : Column::workers,
                "refusal." + sound.refusal().text);
    }

    Call& call_;
    Places const& places_;
    std::map<std::string, OrgId> const& streets_;
    ReadRow const* row_ = nullptr;
    std::vector<BadRow>* bad_ = nullptr;
};

std::map<std::string, OrgId> streets_by_name(Call& call) {
    std::map<std::string, OrgId> streets;
    for (auto const& org : people::list_streets(call))
        streets[org.name] = streets[org.id.text] = org.id;
    return streets;
}

Result<std::vector<ReadRow>> rows_of(Upload const& file) {
    if (!file.bytes.starts_with("PK")) return documents::read_csv(file.bytes);
    auto sheets = TRY(documents::read_workbook(file.bytes));
    if (sheets.empty()) return std::vector<ReadRow>{};
    return std::move(sheets.front().rows);
}

}  // namespace

Result<CandidateTable> read_candidates(Call& call, Upload const& file) {
    auto const rows = TRY(rows_of(file));
    if (rows.size() < 2) return Refusal{Why::invalid, "candidates.empty", "", "file"};
    auto const places = TRY(read_titles(call, rows.front()));
    auto const streets = streets_by_name(call);
    RowReader reader(call, places, streets);
    CandidateTable table;
    std::set<std::string> seen;
    for (auto row = rows.begin() + 1; row != rows.end(); ++row) {
        ++table.rows;
        auto read = reader.read(*row, table.bad);
        if (!read) continue;
        if (seen.insert(people::normalise_id_number(read->who.id_number)).second) {
            table.sound.push_back(std::move(*read));
            continue;
        }
        table.bad.push_back({row->number, call.texts.say(call.language, "aid.column.id_number"),
                             call.texts.say(call.language, "refusal.candidates.twice")});
    }
    return table;
}

}  // namespace banshi::aid
