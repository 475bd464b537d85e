#pragma once
// The evaluation device 评价器 on the counter of a window. It asks whoever was served there a
// moment ago; the clerk may point at it, and learns that it was answered, never how.

#include "systems/hall/floor.h"

namespace banshi::hall {

struct EvaluatorView {  // 评价器
    HallId hall;
    std::string hall_name;
    WindowId window;
    std::optional<JustServed> ticket;
    Instant now;
};
Result<EvaluatorView> see_evaluator(Call&, AtWindow const&);
Result<WindowView> request_evaluation(Call&, AtWindow const&);  // 请评价

struct Finished {  // the visit that ended at a window, while its owner is still there
    tickets::Ticket ticket;
    int stop;
    Instant until;
};
// Nothing once another visit has begun there: its owner does not grade for the one before.
std::optional<Finished> finished_at(Call&, Floor const&, WindowId const&);
std::optional<JustServed> just_served(Call&, Floor const&, WindowId const&);

}  // namespace banshi::hall
