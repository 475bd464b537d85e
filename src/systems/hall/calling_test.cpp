#include "systems/hall/world_for_test.h"

namespace banshi::hall {

class Calling : public World {};

// An entry of the record has a limit, and a full hall has none: whoever is called passes over all
// who came first for what the window does not do, or whom a clerk left out.
TEST_P(Calling, PassesOverAsManyAsWait) {
    constexpr int many = 150;
    must(open_window, AtWindow{hall, {"1"}});
    for (int each = 0; each < many; ++each) issue();
    auto const last = issue();
    auto const called =
        must(call_ticket, CallTicket{hall, {"1"}, last.ticket, "collapsed in the line"});
    EXPECT_EQ(called.current.value().ticket, last.ticket);

    auto const leaf = last_leaf("queue.called");
    EXPECT_NE(leaf.find("\"A001\""), leaf.npos) << "the earliest are named";
    EXPECT_NE(leaf.find("\"more\":90"), leaf.npos) << leaf;
}

INSTANTIATE_TEST_SUITE_P(Both, Calling, both_databases(), database_name);

}  // namespace banshi::hall
