#pragma once
// What the deeds of a selection share.

#include "systems/aid/selection_rows.h"

namespace banshi::aid {

// Refuses selection.none.
Result<Selection> find_selection(Call&, std::string const& campaign);
std::map<std::string, int> places_of(Selection const&, std::vector<rows::ScoreRow> const&);
// In, ties and cuts, from the frozen scores, the draws and the decisions.
Choice chosen(Selection const&, std::vector<rows::ScoreRow> const&);
SelectionView view_of(Call&, Selection const&);
std::vector<StreetCut> cuts_of(Call&, Selection const&, std::vector<rows::ScoreRow> const&,
                               Choice const&);
// The draws of a selection's ties are numbered: 1, 2 ... of the campaign.
std::string tie_draw_name(Call const&, std::string const& campaign, int serial);
ObjectionView shown(Objection const&);
// 回避: whoever is related to a family decides nothing about it. Refuses ruling.relative.
Result<void> no_relative(Call&, std::string const& family);
Result<void> voters_given(std::vector<std::string> const& voters);

}  // namespace banshi::aid
