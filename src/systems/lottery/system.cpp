#include "systems/lottery/system.h"

#include "engines/draws/audit.h"
#include "systems/lottery/lottery.h"
#include "systems/route.h"

namespace banshi::lottery {

BOOST_DESCRIBE_STRUCT(AnnounceDraw, (),
                      (draw, title, places, closes_at, reveals_until, late_source, late_reference,
                       late_at, parties))
BOOST_DESCRIBE_STRUCT(PartyCode, (), (party, code))
BOOST_DESCRIBE_STRUCT(PartyCodes, (), (draw, codes, alone))
BOOST_DESCRIBE_STRUCT(EnterDraw, (), (draw, entries))
BOOST_DESCRIBE_STRUCT(Entered, (), (entries))
BOOST_DESCRIBE_STRUCT(RemoveEntry, (), (draw, entry))
BOOST_DESCRIBE_STRUCT(CommitDraw, (), (draw, code, commitment))
BOOST_DESCRIBE_STRUCT(RevealDraw, (), (draw, code, secret))
BOOST_DESCRIBE_STRUCT(TellLateValue, (), (draw, value))
BOOST_DESCRIBE_STRUCT(AnnulDraw, (), (draw, why))
BOOST_DESCRIBE_STRUCT(PartyView, (), (party, commitment, secret, left_out))
BOOST_DESCRIBE_STRUCT(OrderView, (),
                      (sound, mean, mean_expected, mean_sigma, early, early_expected, early_sigma))
BOOST_DESCRIBE_STRUCT(DrawView, (),
                      (draw, name, title, places, state, announced_at, closes_at, reveals_until,
                       late_at, late_source, late_reference, parties, alone, entries, list,
                       late_text, seed, winners, order, ended_at, why, note))
BOOST_DESCRIBE_STRUCT(SeeDraw, (), (draw))
BOOST_DESCRIBE_STRUCT(ListDraws, (), ())
BOOST_DESCRIBE_STRUCT(DrawShown, (), (draw, title, places, state, announced_at, closes_at))
BOOST_DESCRIBE_STRUCT(DrawList, (), (draws))
BOOST_DESCRIBE_STRUCT(AdvanceDraws, (), ())
BOOST_DESCRIBE_STRUCT(DrawsAdvanced, (), (moved))

namespace {

Job clock_job() {
    return {.deed = deed(keep_clocks, "advance_draws", advance_draws, true), .every = Seconds{2}};
}

// A list of entries may be long: 20,000 of them with their quotes.
Route long_list(Route route) {
    route.most_bytes = 1024 * 1024;
    return route;
}

}  // namespace

System system() {
    std::string const draw = "/draws/{draw}";
    return {.name = "lottery",
            .title = "system.lottery",
            .routes =
                {
                    get("/draws", anyone, "list_draws", list_draws),
                    secret(creates(post("/draws", run, "announce_draw", announce_draw))),
                    live("draws/{draw}", get(draw, anyone, "see_draw", see_draw)),
                    long_list(post(draw + "/entries", run, "enter_draw", enter_draw)),
                    post(draw + "/removed-entries", run, "remove_entry", remove_entry),
                    post(draw + "/commitments", anyone, "commit_draw", commit_draw),
                    post(draw + "/reveals", anyone, "reveal_draw", reveal_draw),
                    post(draw + "/late-values", tell_value, "tell_late_value", tell_late_value),
                    post(draw + "/annulment", run, "annul_draw", annul_draw),
                    get(draw + "/file", anyone, "draw_file", draw_file),
                    get(draw + "/list", anyone, "draw_list_file", draw_list_file),
                },
            .jobs = {clock_job()}};
}

std::unique_ptr<record::Audit> audit() { return std::make_unique<draws::DrawAudit>(); }

}  // namespace banshi::lottery
