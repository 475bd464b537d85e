#pragma once
// The word index: fresh rows, and blocks of 4096 matters with the places of each word in them.
// For this engine alone. rows::insert_words (rows.h) makes a fresh row.

#include "engines/matters/matter.h"

namespace banshi::matters::rows {

constexpr int block_size = 4096;

struct FreshWords {
    std::string id;
    MatterId matter;
    std::string words;  // " 路灯 灯 路 "
};
// The latest first; with this word, or all of them.
std::vector<FreshWords> fresh_with(Call&, std::string const& book, std::string const& word);
std::vector<FreshWords> fresh(Call&, std::string const& book);
std::vector<FreshWords> oldest_fresh(Call&, std::string const& book, int limit);
void drop_fresh(Call&, std::string const& book, std::string const& to_id);

struct Places {
    int block;
    std::string places;
};
// Of the blocks in [from, to), the latest first.
std::vector<Places> places_of(Call&, std::string const& book, std::string const& word, int from,
                              int to);
int blocks(Call&, std::string const& book);
// Empty: there is no such block yet.
std::string matters_in(Call&, std::string const& book, int block);
// Adds at the end of what is there.
void append_block(Call&, std::string const& book, int block, std::string const& matters);
void append_places(Call&, std::string const& book, int block, std::string const& word,
                   std::string const& places);

}  // namespace banshi::matters::rows
