#include "engines/matters/word_index.h"

#include <algorithm>
#include <iterator>

#include "base/check.h"
#include "engines/matters/word_rows.h"
#include "engines/matters/words.h"

namespace banshi::matters {

namespace {

constexpr std::size_t id_length = 26;
constexpr int first_blocks = 16;  // looked at first; then four times as many, and again
constexpr int latest_blocks = 8;  // for what was registered twice
constexpr int a_turn = 128;       // matters; so that no deed waits long for the job

constexpr std::string_view digits =
    "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

std::string written_place(int place) {
    return {digits[static_cast<std::size_t>(place / 64)],
            digits[static_cast<std::size_t>(place % 64)]};
}

std::vector<int> read_places(std::string const& text) {
    std::vector<int> out;
    out.reserve(text.size() / 2);
    for (std::size_t at = 0; at + 1 < text.size(); at += 2)
        out.push_back(static_cast<int>(digits.find(text[at]) * 64 + digits.find(text[at + 1])));
    return out;
}

MatterId matter_at(std::string const& matters, int place) {
    return {matters.substr(static_cast<std::size_t>(place) * id_length, id_length)};
}

bool has_word(std::string const& words, std::string const& word) {
    return words.find(" " + word + " ") != words.npos;
}

// The places in each block that have all the words; blocks without such a place are left out.
using Common = std::map<int, std::vector<int>, std::greater<>>;
Common common_places(Call& call, std::string const& book, std::vector<std::string> const& words,
                     int from, int to) {
    Common common;
    for (bool first = true; auto const& word : words) {
        Common narrower;
        for (auto const& [block, text] : rows::places_of(call, book, word, from, to)) {
            auto places = read_places(text);
            if (!first) {
                std::vector<int> both;
                std::ranges::set_intersection(common[block], places, std::back_inserter(both));
                places = std::move(both);
            }
            if (!places.empty()) narrower[block] = std::move(places);
        }
        common = std::move(narrower);
        if (common.empty()) break;
        first = false;
    }
    return common;
}

bool see_block(Call& call, std::string const& book, int block, std::vector<int> const& places,
               std::function<bool(MatterId const&)> const& see) {
    auto const matters = rows::matters_in(call, book, block);
    for (auto place = places.rbegin(); place != places.rend(); ++place)
        if (!see(matter_at(matters, *place))) return false;
    return true;
}

}  // namespace

void each_with(Call& call, std::string const& book, std::vector<std::string> const& words,
               std::function<bool(MatterId const&)> const& see) {
    if (words.empty()) return;
    for (auto const& [id, matter, has] : rows::fresh_with(call, book, words.front()))
        if (std::ranges::all_of(words, [&](auto const& word) { return has_word(has, word); }) &&
            !see(matter))
            return;
    int at_once = first_blocks;
    for (int to = rows::blocks(call, book); to > 0; to -= at_once, at_once *= 4)
        for (auto const& [block, places] :
             common_places(call, book, words, std::max(0, to - at_once), to))
            if (!see_block(call, book, block, places, see)) return;
}

std::map<MatterId, int> words_shared(Call& call, std::string const& book,
                                     std::vector<std::string> const& words) {
    std::map<MatterId, int> shared;
    std::map<int, std::map<int, int>> in_blocks;
    auto const to = rows::blocks(call, book);
    for (auto const& [id, matter, has] : rows::fresh(call, book))
        if (auto const n =
                std::ranges::count_if(words, [&](auto const& word) { return has_word(has, word); }))
            shared[matter] = static_cast<int>(n);
    for (auto const& word : words)
        for (auto const& [block, text] :
             rows::places_of(call, book, word, std::max(0, to - latest_blocks), to))
            for (auto const place : read_places(text)) ++in_blocks[block][place];
    auto const least = static_cast<int>(words.size() + 1) / 2;
    for (auto const& [block, counts] : in_blocks) {
        std::string matters;
        for (auto const& [place, count] : counts) {
            if (count < least) continue;
            if (matters.empty()) matters = rows::matters_in(call, book, block);
            shared[matter_at(matters, place)] = count;
        }
    }
    return shared;
}

int fold_words(Call& call, std::string const& book) {
    auto block = std::max(0, rows::blocks(call, book) - 1);
    auto place = static_cast<int>(rows::matters_in(call, book, block).size() / id_length);
    if (place == rows::block_size) ++block, place = 0;
    auto const fresh = rows::oldest_fresh(call, book, std::min(a_turn, rows::block_size - place));
    if (fresh.empty()) return 0;
    std::map<std::string, std::string> places;
    std::string matters;
    for (auto const& [id, matter, words] : fresh) {
        CHECK(matter.text.size() == id_length);
        matters += matter.text;
        for (std::size_t at = 1, end; at < words.size(); at = end + 1) {
            end = words.find(' ', at);
            places[words.substr(at, end - at)] += written_place(place);
        }
        ++place;
    }
    rows::append_block(call, book, block, matters);
    for (auto const& [word, text] : places) rows::append_places(call, book, block, word, text);
    rows::drop_fresh(call, book, fresh.back().id);
    return static_cast<int>(fresh.size());
}

}  // namespace banshi::matters
