#include <algorithm>

#include "store/store.h"
#include "systems/voices/rows.h"

namespace banshi::voices::rows {

namespace {

constexpr Words voice_columns{
    "id, matter, kind, source, street, topic, title, problem, analysis, suggestion, disclosure, "
    "version, created_at, submitted_at, screened_at, filed_at, approved_at, answered_at, "
    "review_on, solved_at, dropped_at, sector, place_street, place, latitude, longitude"};
constexpr Words author_columns{
    "voice, serial, member, name, reporter, invited_at, confirmed_at, declined_at, removed_at, "
    "withdrew_at"};

template <Words Where>
constexpr auto select_voices = join<Words{"SELECT "}, voice_columns, Words{" FROM voices "}, Where>;

}  // namespace

void insert(Call& call, Voice const& v) {
    call.tx.run(join<Words{"INSERT INTO voices (district, "}, voice_columns,
                     Words{") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
                           "?, ?, ?, ?, ?, ?, ?)"}>,
                call.district.name(), v.id, v.matter, v.kind, v.source, v.street, v.topic, v.title,
                v.problem, v.analysis, v.suggestion, v.disclosure, v.version, v.created_at,
                v.submitted_at, v.screened_at, v.filed_at, v.approved_at, v.answered_at,
                v.review_on, v.solved_at, v.dropped_at, v.sector, v.place_street, v.place,
                v.latitude, v.longitude);
}

void update(Call& call, Voice const& v) {
    call.tx.run(
        "UPDATE voices SET matter = ?, kind = ?, topic = ?, title = ?, problem = ?, analysis = ?, "
        "suggestion = ?, disclosure = ?, version = ?, submitted_at = ?, screened_at = ?, "
        "filed_at = ?, approved_at = ?, answered_at = ?, review_on = ?, solved_at = ?, "
        "dropped_at = ? WHERE district = ? AND id = ?",
        v.matter, v.kind, v.topic, v.title, v.problem, v.analysis, v.suggestion, v.disclosure,
        v.version, v.submitted_at, v.screened_at, v.filed_at, v.approved_at, v.answered_at,
        v.review_on, v.solved_at, v.dropped_at, call.district.name(), v.id);
}

std::optional<Voice> find_voice(Call& call, std::string const& id) {
    return call.tx.one<Voice>(select_voices<"WHERE district = ? AND id = ?">, call.district.name(),
                              id);
}

std::optional<Voice> voice_of(Call& call, MatterId const& matter) {
    return call.tx.one<Voice>(select_voices<"WHERE district = ? AND matter = ?">,
                              call.district.name(), matter);
}

std::vector<Voice> voices_of_street(Call& call, OrgId const& street, int limit) {
    return call.tx.all<Voice>(
        select_voices<"WHERE district = ? AND source = ? AND street = ? "
                      "AND submitted_at IS NOT NULL ORDER BY submitted_at DESC LIMIT ?">,
        call.district.name(), Source::officer, street, limit);
}

std::vector<Voice> voices_of_member(Call& call, std::string const& member, int limit) {
    return call.tx.all<Voice>(
        select_voices<"WHERE district = ? AND dropped_at IS NULL AND id IN "
                      "(SELECT voice FROM voice_authors WHERE district = ? AND member = ? "
                      "AND removed_at IS NULL) ORDER BY created_at DESC LIMIT ?">,
        call.district.name(), call.district.name(), member, limit);
}

std::vector<Voice> awaiting_publication(Call& call, int limit) {
    return call.tx.all<Voice>(select_voices<"WHERE district = ? AND approved_at IS NOT NULL "
                                            "ORDER BY approved_at LIMIT ?">,
                              call.district.name(), limit);
}

void keep_version(Call& call, Voice const& v, std::string const& by) {
    call.tx.run(
        "INSERT INTO voice_versions (district, voice, version, at, by_member, title, problem, "
        "analysis, suggestion) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        call.district.name(), v.id, v.version, call.now, by, v.title, v.problem, v.analysis,
        v.suggestion);
}

void insert(Call& call, Author const& a) {
    call.tx.run(join<Words{"INSERT INTO voice_authors (district, "}, author_columns,
                     Words{") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"}>,
                call.district.name(), a.voice, a.serial, a.member, a.name, a.reporter, a.invited_at,
                a.confirmed_at, a.declined_at, a.removed_at, a.withdrew_at);
}

void update(Call& call, Author const& a) {
    call.tx.run(
        "UPDATE voice_authors SET reporter = ?, confirmed_at = ?, declined_at = ?, "
        "removed_at = ?, withdrew_at = ? WHERE district = ? AND voice = ? AND serial = ?",
        a.reporter, a.confirmed_at, a.declined_at, a.removed_at, a.withdrew_at,
        call.district.name(), a.voice, a.serial);
}

std::vector<Author> authors_of(Call& call, std::string const& voice) {
    return call.tx.all<Author>(
        join<Words{"SELECT "}, author_columns,
             Words{" FROM voice_authors WHERE district = ? AND voice = ? ORDER BY serial"}>,
        call.district.name(), voice);
}

std::vector<SourceCount> counts_by_source(Call& call, Instant before) {
    return call.tx.all<SourceCount>(
        "SELECT source, street, COUNT(*), COUNT(CASE WHEN screened_at < ? THEN 1 END), "
        "COUNT(CASE WHEN filed_at < ? THEN 1 END), COUNT(CASE WHEN answered_at < ? THEN 1 END), "
        "COUNT(CASE WHEN solved_at < ? THEN 1 END) FROM voices "
        "WHERE district = ? AND submitted_at < ? GROUP BY source, street ORDER BY source, street",
        before, before, before, before, call.district.name(), before);
}

std::vector<TopicCount> counts_by_topic(Call& call, Instant before) {
    return call.tx.all<TopicCount>(
        "SELECT topic, COUNT(*), COUNT(CASE WHEN filed_at < ? THEN 1 END), "
        "COUNT(CASE WHEN answered_at < ? THEN 1 END), COUNT(CASE WHEN solved_at < ? THEN 1 END) "
        "FROM voices WHERE district = ? AND submitted_at < ? GROUP BY topic ORDER BY topic",
        before, before, before, call.district.name(), before);
}

std::vector<MemberCount> counts_by_member(Call& call) {
    return call.tx.all<MemberCount>(
        "SELECT a.member, COUNT(CASE WHEN a.serial = 1 THEN 1 END), "
        "COUNT(CASE WHEN a.serial > 1 THEN 1 END), "
        "COUNT(CASE WHEN a.serial = 1 THEN v.filed_at END), "
        "COUNT(CASE WHEN a.serial = 1 THEN v.answered_at END), "
        "COUNT(CASE WHEN a.serial = 1 THEN v.solved_at END) FROM voice_authors a "
        "JOIN voices v ON v.district = a.district AND v.id = a.voice "
        "WHERE a.district = ? AND v.submitted_at IS NOT NULL AND a.confirmed_at IS NOT NULL "
        "AND a.removed_at IS NULL GROUP BY a.member ORDER BY a.member",
        call.district.name());
}

std::vector<Version> versions_of(Call& call, std::string const& voice) {
    return call.tx.all<Version>(
        "SELECT version, at, title, problem, analysis, suggestion FROM voice_versions "
        "WHERE district = ? AND voice = ? ORDER BY version",
        call.district.name(), voice);
}

std::vector<Voice> latest_news(Call& call, int limit) {
    auto news = call.tx.all<Voice>(select_voices<"WHERE district = ? AND filed_at IS NOT NULL "
                                                 "ORDER BY filed_at DESC LIMIT ?">,
                                   call.district.name(), limit);
    auto const known = news;
    for (auto& voice :
         call.tx.all<Voice>(select_voices<"WHERE district = ? AND answered_at IS NOT NULL "
                                          "ORDER BY answered_at DESC LIMIT ?">,
                            call.district.name(), limit))
        if (std::ranges::find(known, voice.id, &Voice::id) == known.end())
            news.push_back(std::move(voice));
    return news;
}

}  // namespace banshi::voices::rows
