// The figures of a district, with what each one is counted from.

#include "systems/supervision/wall_parts.h"

namespace banshi::supervision::wall {

using matters::Days;
using matters::Split;

Days days_of(SeeWall const& form) {
    auto days = Days::all();
    if (form.from) days.from = *form.from;
    if (form.to) days.to = *form.to + std::chrono::days{1};
    return days;
}

ListBehind list_behind(SeeWall const& form) {
    ListBehind behind{};
    behind.from = form.from;
    behind.to = form.to;
    return behind;
}

namespace {

class Writing {
public:
    Writing(Call& call, SeeWall const& form) : call_(call), form_(form) {}

    void count(std::string const& id, std::int64_t count, auto const& narrow) {
        auto& figure = add(id, count);
        narrow(*figure.behind);
    }
    void share(std::string const& id, matters::Figure const& of, auto const& narrow) {
        auto& figure = add(id, of.numerator);
        figure.among = of.denominator;
        figure.percent = matters::rate(of.numerator, of.denominator).percent;
        narrow(*figure.behind);
    }
    void clocks(std::string const& id, matters::Figure const& of) {
        share(id, of, [](ListBehind&) {});
        all_.back().behind.reset();
    }
    std::vector<WallFigure> all() { return std::move(all_); }

private:
    WallFigure& add(std::string const& id, std::int64_t count) {
        auto const said = [&](char const* table) {
            return call_.texts.say(call_.language, std::string("supervision.") + table + id);
        };
        return all_.emplace_back(
            WallFigure{id, said("figure."), said("meaning."), count, {}, {}, list_behind(form_)});
    }

    Call& call_;
    SeeWall const& form_;
    std::vector<WallFigure> all_;
};

}  // namespace

std::vector<WallFigure> figures(Call& call, SeeWall const& form, matters::OpenLevels const& open,
                                Overdue const& overdue) {
    auto const board =
        matters::board(call, {.book = book_name, .days = days_of(form), .overdue = overdue});
    auto const& line = board.lines.front();
    auto const& totals = line.totals;
    auto const counted = [](ListBehind& behind) { behind.counted = true; };
    auto const typed = [](char const* type) {
        return [type](ListBehind& behind) { behind.type = type; };
    };
    auto const cleared = [](ListBehind& behind) { behind.state = matters::State::cleared; };

    Writing out(call, form);
    out.count("registered", line.clearance.denominator, counted);
    out.count("open", totals.open, typed("open"));
    out.share("cleared", line.clearance, cleared);
    out.count("overdue", totals.overdue, [](ListBehind& behind) { behind.overdue = true; });
    std::int64_t reached = 0;
    for (int level = 3; level >= 1; --level) {
        reached += open.levels[static_cast<std::size_t>(level - 1)];
        out.count("level_" + std::to_string(level), reached, [level](ListBehind& behind) {
            behind.type = "open";
            behind.level = level;
        });
    }
    out.count("listed", totals.listed, typed("listed"));
    out.share("resolution", line.resolution, [](ListBehind& behind) {
        behind.state = matters::State::cleared;
        behind.outcome = matters::Outcome::solved;
    });
    out.clocks("on_time", line.on_time);
    out.share("satisfaction", line.satisfaction, [](ListBehind& behind) { behind.content = true; });
    out.share("rated", line.rated_share, [](ListBehind& behind) { behind.rated = true; });
    return out.all();
}

}  // namespace banshi::supervision::wall
