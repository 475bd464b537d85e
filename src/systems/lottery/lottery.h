#pragma once
// Public draws 公开抽签: whoever runs one announces it, several parties put in a secret each, and
// everybody reads the same files and computes the same result. Offices enter their own lists; here
// is what people do and see.

#include <optional>
#include <string>
#include <vector>

#include "base/shape.h"
#include "engines/draws/draws.h"

namespace banshi::lottery {

inline Right const run{"lottery.run"};
inline Right const tell_value{"lottery.tell_value"};
inline Right const keep_clocks{"lottery.keep_clocks"};

struct AnnounceDraw {
    std::string draw, title;
    std::int64_t places;
    Instant closes_at, reveals_until;
    draws::LateSource late_source;
    std::string late_reference;
    Instant late_at;
    std::optional<std::vector<std::string>> parties;
};
struct PartyCode {  // 参与码
    std::string party;
    std::string code;
};
struct PartyCodes {
    std::string draw;
    std::vector<PartyCode> codes;  // told once; each goes to its party alone
    bool alone;  // one party could know the result beforehand: it draws for itself
};
Result<PartyCodes> announce_draw(Call&, AnnounceDraw const&);

struct EnterDraw {
    std::string draw;
    std::vector<std::string> entries;
};
struct Entered {
    std::int64_t entries;
};
Result<Entered> enter_draw(Call&, EnterDraw const&);
struct RemoveEntry {  // 名单更正
    std::string draw, entry;
};
Result<Entered> remove_entry(Call&, RemoveEntry const&);

// By whoever holds the code of a party.
struct CommitDraw {  // 承诺
    std::string draw, code, commitment;
};
struct RevealDraw {  // 开示
    std::string draw, code, secret;
};

struct TellLateValue {  // 填报事后公开值
    std::string draw, value;
};
struct AnnulDraw {  // 作废
    std::string draw, why;
};

struct PartyView {  // 参与方
    std::string party;
    std::optional<std::string> commitment, secret;
    std::optional<draws::LeftOut> left_out;
};
struct OrderView {  // 报名先后检验
    bool sound;
    double mean, mean_expected, mean_sigma;
    std::int64_t early;
    double early_expected, early_sigma;
};
struct DrawView {  // 抽签
    std::string draw, name, title;
    std::int64_t places;
    draws::State state;
    Instant announced_at, closes_at, reveals_until, late_at;
    draws::LateSource late_source;
    std::string late_reference;
    std::vector<PartyView> parties;
    bool alone;  // of one party
    std::int64_t entries;
    std::optional<std::string> list, late_text, seed;
    std::vector<std::string> winners;
    std::optional<OrderView> order;  // where there was something to test
    std::optional<Instant> ended_at;
    std::optional<std::string> why, note;  // of a void one
};
struct SeeDraw {
    std::string draw;
};
Result<DrawView> see_draw(Call&, SeeDraw const&);
Result<DrawView> commit_draw(Call&, CommitDraw const&);
Result<DrawView> reveal_draw(Call&, RevealDraw const&);
Result<DrawView> tell_late_value(Call&, TellLateValue const&);
Result<DrawView> annul_draw(Call&, AnnulDraw const&);

struct ListDraws {};
struct DrawShown {
    std::string draw, title;
    std::int64_t places;
    draws::State state;
    Instant announced_at, closes_at;
};
struct DrawList {
    std::vector<DrawShown> draws;  // the newest first
};
Result<DrawList> list_draws(Call&, ListDraws const&);

// The files that `banshi draw verify` and the page of the citizen recompute from.
Result<File> draw_file(Call&, SeeDraw const&);
Result<File> draw_list_file(Call&, SeeDraw const&);

struct AdvanceDraws {};
struct DrawsAdvanced {
    std::int64_t moved;
};
Result<DrawsAdvanced> advance_draws(Call&, AdvanceDraws const&);

}  // namespace banshi::lottery
