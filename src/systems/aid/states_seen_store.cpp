#include "systems/aid/states_seen.h"

#include <algorithm>

#include "engines/people/keys.h"
#include "engines/record/body.h"
#include "store/store.h"

namespace banshi::aid {

using record::number_field;
using record::text_field;

namespace {

std::string text(std::string_view body, char const* field) {
    return std::string(text_field(body, field));
}

std::string number(std::string_view body, char const* field) {
    auto const value = number_field(body, field);
    return value ? std::to_string(*value) : "";
}

// T000017 as the tables have it: 17.
std::string plain(std::string const& transfer) {
    auto const first = transfer.find_first_not_of("T0");
    return first == transfer.npos ? "" : transfer.substr(first);
}

// One kind of paper: what a leaf calls its row and says of it.
struct Paper {
    char const* kind;
    std::string (*name)(std::string_view body);
    std::string (*says)(std::string_view body);
};

Paper const* paper_of(std::string_view kind) {
    using Body = std::string_view;
    static Paper const papers[]{
        {"receipt.issued", [](Body b) { return text(b, "r"); },
         [](Body b) { return "issued " + plain(text(b, "n")) + " " + number(b, "f"); }},
        {"aid.campaign", [](Body b) { return text(b, "c"); }, [](Body b) { return text(b, "s"); }},
        {"aid.family", [](Body b) { return text(b, "f"); }, [](Body b) { return text(b, "s"); }},
        {"aid.admitted", [](Body b) { return text(b, "f"); }, [](Body b) { return text(b, "c"); }},
        {"aid.pairing", [](Body b) { return text(b, "l"); },
         [](Body b) { return text(b, "f") + " " + text(b, "s"); }},
        {"aid.visit", [](Body b) { return text(b, "v"); },
         [](Body b) { return text(b, "f") + " " + text(b, "s"); }},
        {"aid.confirmed", [](Body b) { return text(b, "f") + "/" + number(b, "year"); },
         [](Body b) { return number(b, "fen") + " " + text(b, "w"); }},
        {"aid.file_sent", [](Body b) { return text(b, "b"); },
         [](Body b) { return text(b, "hash") + " " + number(b, "orders") + " " + number(b, "f"); }},
        {"aid.spot_checks", [](Body b) { return text(b, "c") + "/" + number(b, "year"); },
         [](Body b) { return number(b, "log") + " " + text(b, "seed"); }},
        {"aid.candidates", [](Body b) { return text(b, "m"); },
         [](Body b) { return number(b, "added") + " " + number(b, "changed") + " stands"; }},
        {"aid.objected", [](Body b) { return text(b, "o"); },
         [](Body b) { return text(b, "f") + " open"; }},
        {"aid.decision", [](Body b) { return text(b, "j"); },
         [](Body b) {
             return text(b, "about") + " " + number(b, "y") + " " + number(b, "families") + " " +
                    text(b, "family") + " " + number(b, "f");
         }},
        {"aid.report", [](Body b) { return text(b, "g"); },
         [](Body b) { return text(b, "c") + " " + text(b, "w") + " " + number(b, "version"); }},
        {"aid.selection_planned", [](Body b) { return text(b, "c"); },
         [](Body b) {
             return number(b, "places") + " " + text(b, "quota") + " " + text(b, "weights");
         }},
    };
    for (auto const& each : papers)
        if (kind == each.kind) return &each;
    return nullptr;
}

// The rows of each kind in the words of its leaves.
struct Rows {
    char const* kind;
    char const* quiet;  // the last word of a row that may stand without an entry; empty: none
    Sql sql;
};

Rows const all_rows[]{
    {"receipt.issued", "",
     "SELECT r.number, r.state || ' ' || d.transfer || ' ' || d.fen FROM aid_receipts r "
     "LEFT JOIN aid_donations d ON d.district = r.district AND d.lot = r.lot "
     "WHERE r.district = ?"},
    {"aid.campaign", "", "SELECT number, state FROM aid_campaigns WHERE district = ?"},
    {"aid.pairing", "proposed",
     "SELECT number, family || ' ' || state FROM aid_pairings WHERE district = ?"},
    {"aid.visit", "planned",
     "SELECT number, family || ' ' || state FROM aid_visits WHERE district = ?"},
    {"aid.confirmed", "",
     "SELECT family || '/' || year, fen || CASE WHEN in_full = 1 THEN ' in_full' ELSE ' short' END "
     "FROM aid_confirmations WHERE district = ?"},
    {"aid.file_sent", "",
     "SELECT number, hash || ' ' || orders || ' ' || fen FROM aid_batches "
     "WHERE district = ? AND state = 'sent'"},
    {"aid.spot_checks", "",
     "SELECT campaign || '/' || year, log_size || ' ' || seed FROM aid_samples WHERE district = ?"},
    {"aid.candidates", "",
     "SELECT number, added || ' ' || changed || "
     "CASE WHEN undone_at IS NULL THEN ' stands' ELSE ' undone' END "
     "FROM aid_imports WHERE district = ?"},
    {"aid.objected", "",
     "SELECT objection, family || CASE WHEN answered_at IS NULL THEN ' open' "
     "WHEN upheld = 1 THEN ' upheld' ELSE ' dismissed' END FROM aid_objections WHERE district = ?"},
    {"aid.decision", "",
     "SELECT number, about || ' ' || year || ' ' || COALESCE(CAST(families AS TEXT), '') || ' ' || "
     "family || ' ' || COALESCE(CAST(fen AS TEXT), '') FROM aid_money_decisions "
     "WHERE district = ?"},
    {"aid.report", "",
     "SELECT r.number, r.campaign || ' ' || r.kind || ' ' || COALESCE(CAST((SELECT MAX(v.version) "
     "FROM aid_report_versions v WHERE v.district = r.district AND v.report = r.number) AS TEXT), "
     "'') FROM aid_reports r WHERE r.district = ?"},
    {"aid.selection_planned", "",
     "SELECT campaign, places || CASE WHEN by_street = 1 THEN ' by_street ' ELSE ' none ' END || "
     "weights FROM aid_selections WHERE district = ?"},
};

struct Line {
    std::string number;
    std::optional<std::string> says;
};

// Does the hash bind what was counted? What cannot be opened was written by hand.
bool is_sealed(record::Salt const& salt, std::string const& snapshot, std::string const& hash) {
    try {
        return hex(record::sealed(salt, people::unseal(snapshot))) == hash;
    } catch (std::exception const&) { return false; }
}

record::Breach differs(std::string const& number, std::uint64_t seq) {
    return {"breach.aid_row", seq, {{"number", number}}};
}

record::Breach unrecorded(std::string const& number) {
    return {"breach.row_without_leaf", 0, {{"number", number}}};
}

}  // namespace

void StatesSeen::see(record::Seen const& seen) {
    auto const body = seen.body;
    auto& receipts = said_["receipt.issued"];
    if (auto const* paper = paper_of(seen.kind)) {
        auto const name = paper->name(body);
        auto const what = paper->says(body);
        // A family that was erased, and a share that was changed, stay in their state.
        if (seen.kind == "aid.family" && what == "erased") return;
        if (seen.kind == "aid.pairing" && what.ends_with(" changed")) {
            said_[paper->kind][name] = {seen.seq, text(body, "f") + " proposed"};
            return;
        }
        said_[paper->kind][name] = {seen.seq, what};
    } else if (seen.kind == "receipt.void") {
        auto& said = receipts[text(body, "r")];
        said.seq = seen.seq;
        if (said.what.starts_with("issued")) said.what.replace(0, 6, "voided");
    } else if (seen.kind == "aid.candidates_undone") {
        said_["aid.candidates"][text(body, "m")] = {
            seen.seq, number(body, "removed") + " " + number(body, "restored") + " undone"};
    } else if (seen.kind == "aid.objection_answered") {
        auto& said = said_["aid.objected"][text(body, "o")];
        said = {seen.seq, said.what.substr(0, said.what.find(' ')) + " " + text(body, "w")};
    } else if (seen.kind == "aid.scored") {
        scored_[text(body, "h")] = seen.seq;
    } else if (seen.kind == "aid.selected") {
        selected_[text(body, "c")] = {seen.seq, text(body, "h")};
    }
}

std::vector<record::Breach> StatesSeen::compare(Call& call) const {
    std::vector<record::Breach> found;
    auto const& district = call.district.name();
    for (auto const& [kind, quiet, sql] : all_rows) {
        auto const known = said_.find(kind);
        auto open = known == said_.end() ? ByNumber{} : known->second;
        for (auto const& [number, says] : call.tx.all<Line>(sql, district)) {
            auto const said = open.find(number);
            bool const is_quiet = *quiet && says && says->ends_with(quiet);
            if (said == open.end()) {
                if (!is_quiet) found.push_back(unrecorded(number));
                continue;
            }
            if (says != said->second.what) found.push_back(differs(number, said->second.seq));
            open.erase(said);
        }
        // A proposal that was planned anew is no row any more.
        for (auto const& [number, said] : open)
            if (!*quiet || !said.what.ends_with(quiet)) found.push_back(differs(number, said.seq));
    }
    compare_families(call, found);
    compare_scores(call, found);
    return found;
}

// From the selection on each step of a family has its entry.
void StatesSeen::compare_families(Call& call, std::vector<record::Breach>& found) const {
    struct Row {
        std::string campaign, number, state;
    };
    auto const& district = call.district.name();
    auto const known = said_.find("aid.family");
    auto moved = known == said_.end() ? ByNumber{} : known->second;
    std::map<std::string, std::string> chosen;  // by campaign: its families, a line each
    for (auto const& row : call.tx.all<Row>(
             "SELECT campaign, number, state FROM aid_families WHERE district = ? AND state IN "
             "('selected', 'active', 'suspended', 'graduated', 'died', 'moved', 'finished') "
             "ORDER BY number",
             district)) {
        chosen[row.campaign] += row.number + "\n";
        auto const said = moved.find(row.number);
        auto const state = said == moved.end() ? "selected" : said->second.what;
        if (row.state != state)
            found.push_back(differs(row.number, said == moved.end() ? 0 : said->second.seq));
        if (said != moved.end()) moved.erase(said);
    }
    for (auto const& [number, said] : moved) found.push_back(differs(number, said.seq));
    for (auto const& [campaign, said] : selected_) {
        if (hex(record::sha256({chosen[campaign]})) != said.what)
            found.push_back(differs(campaign, said.seq));
        chosen.erase(campaign);
    }
    for (auto const& [campaign, families] : chosen) found.push_back(unrecorded(campaign));
}

// What one person scored at once is one entry: families, points and what was counted.
void StatesSeen::compare_scores(Call& call, std::vector<record::Breach>& found) const {
    struct Row {
        Instant at;
        std::string by, family;
        std::int64_t points;
        std::string hash, snapshot, salt;
    };
    std::map<std::pair<Instant, std::string>, std::string> batches;
    std::uint64_t last = 0;
    for (auto const& [hash, seq] : scored_) last = std::max(last, seq);
    for (auto const& row : call.tx.all<Row>(
             "SELECT s.at, s.by_whom, s.family, s.points, s.hash, s.snapshot, COALESCE(f.salt, '') "
             "FROM aid_scores s LEFT JOIN aid_families f ON f.district = s.district "
             "AND f.number = s.family WHERE s.district = ? ORDER BY s.at, s.by_whom, s.family",
             call.district.name())) {
        batches[{row.at, row.by}] +=
            row.family + " " + std::to_string(row.points) + " " + row.hash + "\n";
        auto const salt = record::hash_of_hex(row.salt);
        // Whoever was erased has neither.
        if (salt && !row.snapshot.empty() && !is_sealed(*salt, row.snapshot, row.hash))
            found.push_back(differs(row.family, last));
    }
    auto open = scored_;
    for (auto const& [hour, lines] : batches)
        if (open.erase(hex(record::sha256({lines}))) == 0)
            found.push_back(unrecorded(lines.substr(0, lines.find(' '))));
    for (auto const& [hash, seq] : open) found.push_back(differs(hash.substr(0, 8), seq));
}

}  // namespace banshi::aid
