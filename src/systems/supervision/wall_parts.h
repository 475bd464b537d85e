#pragma once
// What the walls are put together from; for wall*.cpp alone.

#include "systems/supervision/wall.h"

namespace banshi::supervision::wall {

matters::Days days_of(SeeWall const&);
ListBehind list_behind(SeeWall const&);

using Overdue = std::shared_ptr<matters::Overdue const>;

// Of the whole district.
std::vector<WallFigure> figures(Call&, SeeWall const&, matters::OpenLevels const&, Overdue const&);
std::vector<WallLine> lines(Call&, SeeWall const&, matters::Split, Overdue const&);
ThreeRatesShown rates(Call&, SeeWall const&, Overdue const&);
std::vector<UnitRates> unit_rates(Call&, SeeWall const&, Overdue const&);

}  // namespace banshi::supervision::wall
