#include "engines/matters/rows.h"
#include "engines/matters/word_rows.h"
#include "store/store.h"

namespace banshi::matters::rows {

void insert_words(Call& call, Matter const& matter, std::vector<std::string> const& words) {
    std::string joined{" "};
    for (auto const& word : words) joined += word + " ";
    call.tx.run(
        "INSERT INTO matter_words_fresh (district, book, id, matter, words) "
        "VALUES (?, ?, ?, ?, ?)",
        call.district.name(), matter.book, fresh_id_text(call.now, call.random), matter.id, joined);
}

std::vector<FreshWords> fresh_with(Call& call, std::string const& book, std::string const& word) {
    return call.tx.all<FreshWords>(
        "SELECT id, matter, words FROM matter_words_fresh WHERE district = ? AND book = ? "
        "AND words LIKE ? ORDER BY id DESC",
        call.district.name(), book, "% " + word + " %");
}

std::vector<FreshWords> fresh(Call& call, std::string const& book) {
    return call.tx.all<FreshWords>(
        "SELECT id, matter, words FROM matter_words_fresh WHERE district = ? AND book = ? "
        "ORDER BY id DESC",
        call.district.name(), book);
}

std::vector<FreshWords> oldest_fresh(Call& call, std::string const& book, int limit) {
    return call.tx.all<FreshWords>(
        "SELECT id, matter, words FROM matter_words_fresh WHERE district = ? AND book = ? "
        "ORDER BY id LIMIT ?",
        call.district.name(), book, limit);
}

void drop_fresh(Call& call, std::string const& book, std::string const& to_id) {
    call.tx.run("DELETE FROM matter_words_fresh WHERE district = ? AND book = ? AND id <= ?",
                call.district.name(), book, to_id);
}

std::vector<Places> places_of(Call& call, std::string const& book, std::string const& word,
                              int from, int to) {
    return call.tx.all<Places>(
        "SELECT block, places FROM matter_words WHERE district = ? AND book = ? AND word = ? "
        "AND block >= ? AND block < ? ORDER BY block DESC",
        call.district.name(), book, word, from, to);
}

int blocks(Call& call, std::string const& book) {
    return call.tx
        .one<int>(
            "SELECT block + 1 FROM matter_word_blocks WHERE district = ? AND book = ? "
            "ORDER BY block DESC LIMIT 1",
            call.district.name(), book)
        .value_or(0);
}

std::string matters_in(Call& call, std::string const& book, int block) {
    return call.tx
        .one<std::string>(
            "SELECT matters FROM matter_word_blocks WHERE district = ? AND book = ? AND block = ?",
            call.district.name(), book, block)
        .value_or("");
}

void append_block(Call& call, std::string const& book, int block, std::string const& matters) {
    call.tx.run(
        "INSERT INTO matter_word_blocks (district, book, block, matters) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (district, book, block) "
        "DO UPDATE SET matters = matter_word_blocks.matters || excluded.matters",
        call.district.name(), book, block, matters);
}

void append_places(Call& call, std::string const& book, int block, std::string const& word,
                   std::string const& places) {
    call.tx.run(
        "INSERT INTO matter_words (district, book, word, block, places) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT (district, book, word, block) "
        "DO UPDATE SET places = matter_words.places || excluded.places",
        call.district.name(), book, word, block, places);
}

}  // namespace banshi::matters::rows
