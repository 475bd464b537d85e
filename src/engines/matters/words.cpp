#include "engines/matters/words.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <set>

#include "engines/matters/number.h"
#include "engines/matters/rows.h"
#include "engines/matters/texts.h"
#include "engines/matters/word_index.h"

namespace banshi::matters {

namespace {

constexpr std::size_t most_found = 200;
constexpr int most_looked_at = 400;
constexpr std::size_t text_indexed = 30;  // characters
constexpr std::size_t longest_word = 24;
constexpr std::int64_t cell = 20000;  // 0.002 degrees: no side is under 100 m up to 63 degrees
constexpr double near_metres = 100;

std::vector<char32_t> characters(std::string_view text) {
    std::vector<char32_t> out;
    for (std::size_t at = 0; at < text.size();) {
        auto const first = static_cast<unsigned char>(text[at]);
        std::size_t const length = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
        char32_t value = length == 1 ? first : first & (0x7fu >> length);
        for (std::size_t next = 1; next < length && at + next < text.size(); ++next)
            value = value << 6 | (static_cast<unsigned char>(text[at + next]) & 0x3fu);
        // What is no character must not reach the database as one.
        bool const none = value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff);
        out.push_back(none ? U'\ufffd' : value);
        at += length;
    }
    return out;
}

void write(std::string& out, char32_t c) {
    auto const add = [&](char32_t byte) { out += static_cast<char>(byte); };
    if (c < 0x80) return add(c);
    if (c < 0x800) return add(0xc0 | c >> 6), add(0x80 | (c & 0x3f));
    if (c < 0x10000)
        return add(0xe0 | c >> 12), add(0x80 | (c >> 6 & 0x3f)), add(0x80 | (c & 0x3f));
    add(0xf0 | c >> 18), add(0x80 | (c >> 12 & 0x3f)), add(0x80 | (c >> 6 & 0x3f)),
        add(0x80 | (c & 0x3f));
}

char32_t folded_one(char32_t c) {
    if (c >= 0xff01 && c <= 0xff5e) c -= 0xfee0;
    if (c == 0x3000) c = ' ';
    return c >= 'A' && c <= 'Z' ? c + 0x20 : c;
}

bool is_latin(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

// Signs and blanks end a word; all else beyond ASCII is written without blanks between words.
bool is_script(char32_t c) {
    bool const sign = (c >= 0x2000 && c <= 0x2bff) || (c >= 0x3000 && c <= 0x303f) ||
                      (c >= 0xfe30 && c <= 0xffef);
    return c >= 0xc0 && !sign;
}

enum class Singles { all, alone };

// A query of two characters means them side by side, so its single ones need not be looked up.
void add_words(std::set<std::string>& out, std::vector<char32_t> const& text, Singles singles) {
    for (std::size_t at = 0; at < text.size();) {
        auto const begin = at;
        std::string word;
        if (is_latin(text[at])) {
            while (at < text.size() && is_latin(text[at])) write(word, text[at++]);
            out.insert(word.substr(0, longest_word));
            continue;
        }
        while (at < text.size() && is_script(text[at])) ++at;
        for (auto each = begin; each < at; ++each) {
            word.clear();
            write(word, text[each]);
            if (singles == Singles::all || at - begin == 1) out.insert(word);
            if (each + 1 == at) break;
            write(word, text[each + 1]);
            out.insert(word);
        }
        if (at == begin) ++at;
    }
}

std::vector<char32_t> folded_characters(std::string_view text) {
    auto out = characters(text);
    for (auto& c : out) c = folded_one(c);
    return out;
}

std::string cell_word(std::int64_t row, std::int64_t column) {
    return "@" + std::to_string(row) + ":" + std::to_string(column);
}

std::string fact(char kind, std::string const& value) {
    return std::string("#") + kind + ":" + value;
}

// What of a filter stands in the index.
std::vector<std::string> facts_of(Filter const& filter) {
    std::vector<std::string> out;
    if (!filter.street.empty()) out.push_back(fact('s', filter.street.text));
    if (!filter.category.empty()) out.push_back(fact('c', filter.category));
    if (!filter.kind.empty()) out.push_back(fact('k', filter.kind));
    return out;
}

// What somebody types is part of what the row says: the words of an index are only a hint.
bool says(Matter const& matter, std::string_view query) {
    auto const said = matters::folded(matter.title + " " + matter.place + " " + matter.number +
                                      " " + matter.text);
    auto const wanted = matters::folded(query);
    for (std::size_t at = 0; at < wanted.size();) {
        auto const end = std::min(wanted.find(' ', at), wanted.size());
        if (said.find(wanted.substr(at, end - at)) == said.npos) return false;
        at = end + 1;
    }
    return true;
}

struct Near {
    double metres;
    Matter matter;
};

bool reads(Call& call, Sight const& sight, Matter const& matter) {
    return sees_inside(sight, line_of(matter)) || is_released(call, matter);
}

bool may_be_joined(Call& call, Matter const& matter, Sight const& sight) {
    return type_of(matter.state) != StateType::closed && may_see(sight, line_of(matter)) &&
           reads(call, sight, matter);
}

template <class Belongs>
std::vector<Near> near_by(Call& call, Similar const& form, Belongs const& belongs) {
    std::vector<Near> found;
    auto const row = form.point->latitude / cell, column = form.point->longitude / cell;
    for (int at = 0; at < 9; ++at) {
        int looked = 0;
        each_with(call, form.book,
                  {cell_word(row - 1 + at / 3, column - 1 + at % 3), fact('c', form.category)},
                  [&](MatterId const& id) {
                      auto matter = rows::find(call, id);
                      if (!matter || !matter->latitude || matter->category != form.category ||
                          !belongs(*matter))
                          return ++looked < most_looked_at;
                      auto const metres =
                          metres_between(*form.point, {*matter->latitude, *matter->longitude});
                      if (metres <= near_metres) found.push_back({metres, std::move(*matter)});
                      return ++looked < most_looked_at;
                  });
    }
    std::ranges::stable_sort(found, {}, &Near::metres);
    return found;
}

}  // namespace

std::string folded(std::string_view text) {
    std::string out;
    for (auto const c : folded_characters(text)) write(out, c);
    return out;
}

std::vector<std::string> words_of(Matter const& matter) {
    std::set<std::string> out;
    auto text = folded_characters(matter.text);
    text.resize(std::min(text.size(), text_indexed));
    for (auto const& part : {folded_characters(matter.title), folded_characters(matter.place),
                             folded_characters(matter.number), text})
        add_words(out, part, Singles::all);
    if (matter.latitude && matter.longitude)
        out.insert(cell_word(*matter.latitude / cell, *matter.longitude / cell));
    out.insert(fact('s', matter.street.text));
    out.insert(fact('c', matter.category));
    out.insert(fact('k', matter.kind));
    return {out.begin(), out.end()};
}

std::vector<std::string> words_of_query(std::string_view query) {
    std::set<std::string> out;
    add_words(out, folded_characters(query), Singles::alone);
    return {out.begin(), out.end()};
}

std::vector<Matter> find_by_words(Call& call, Filter const& filter,
                                  std::function<bool(Matter const&)> const& belongs) {
    std::vector<Matter> found;
    if (auto const number = read_number(filter.words))
        if (auto matter = rows::find_by_number(call, *number);
            matter && matter->book == filter.book && belongs(*matter))
            return {*std::move(matter)};
    std::set<MatterId> seen;
    auto words = words_of_query(filter.words);
    if (words.empty()) return found;
    std::ranges::move(facts_of(filter), std::back_inserter(words));
    each_with(call, filter.book, words, [&](MatterId const& id) {
        if (!seen.insert(id).second) return true;
        if (auto matter = rows::find(call, id);
            matter && says(*matter, filter.words) && belongs(*matter))
            found.push_back(std::move(*matter));
        return found.size() < most_found && seen.size() < most_looked_at;
    });
    return found;
}

std::vector<Matter> find_similar(Call& call, Similar const& form, Sight const& sight, int limit) {
    std::vector<Matter> out;
    std::set<MatterId> seen;
    auto const add = [&](Matter matter) {
        if (static_cast<int>(out.size()) < limit && seen.insert(matter.id).second)
            out.push_back(std::move(matter));
    };
    auto const open = [&](Matter const& matter) { return may_be_joined(call, matter, sight); };
    if (form.point)
        for (auto& [metres, matter] : near_by(call, form, open)) add(std::move(matter));
    auto const words = words_of_query(form.words);
    if (words.size() < 3) return out;
    std::vector<std::pair<int, MatterId>> likely;
    for (auto const& [id, shared] : words_shared(call, form.book, words))
        if (shared * 5 >= static_cast<int>(words.size()) * 3) likely.emplace_back(shared, id);
    std::ranges::sort(likely, std::greater{});
    if (likely.size() > most_found) likely.resize(most_found);
    for (auto const& [shared, id] : likely)
        if (auto matter = rows::find(call, id); matter && may_be_joined(call, *matter, sight))
            add(std::move(*matter));
    return out;
}

std::vector<Matter> find_near(Call& call, Similar const& form, Sight const& sight) {
    std::vector<Matter> out;
    auto const seen = [&](Matter const& matter) { return may_see(sight, line_of(matter)); };
    if (form.point)
        for (auto& [metres, matter] : near_by(call, form, seen)) out.push_back(std::move(matter));
    return out;
}

double metres_between(Point const& a, Point const& b) {
    constexpr double radius = 6371008.8, to_radians = std::numbers::pi / 180 / 1e7;
    auto const north = static_cast<double>(b.latitude - a.latitude) * to_radians;
    auto const east = static_cast<double>(b.longitude - a.longitude) * to_radians *
                      std::cos(static_cast<double>(a.latitude) * to_radians);
    return radius * std::hypot(north, east);
}

}  // namespace banshi::matters
