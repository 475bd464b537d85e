#include "systems/hall/hall.h"
#include "systems/hall/manage_jobs.h"
#include "systems/hall/routes.h"
#include "systems/route.h"

namespace banshi::hall {

BOOST_DESCRIBE_STRUCT(AtHall, (), (hall))
BOOST_DESCRIBE_STRUCT(Estimate, (), (p50_minutes, p90_minutes))
BOOST_DESCRIBE_STRUCT(Period, (), (weekday, from, to))
BOOST_DESCRIBE_STRUCT(ServiceLoad, (),
                      (service, queue, name, waiting, windows_open, windows_behind, estimate,
                       stopped, opens_at))
BOOST_DESCRIBE_STRUCT(HallShown, (),
                      (id, name, address, phone, opening, open_now, opens_at, waiting, windows_open,
                       estimate))
BOOST_DESCRIBE_STRUCT(ListHalls, (), ())
BOOST_DESCRIBE_STRUCT(Halls, (), (halls))
BOOST_DESCRIBE_STRUCT(ServiceShown, (),
                      (id, queue, name, prefix, slots, minutes, documents, load, first_free))
BOOST_DESCRIBE_STRUCT(DayPeriod, (), (from, to))
BOOST_DESCRIBE_STRUCT(HoursAhead, (), (day, every_week, opening, periods, reason))
BOOST_DESCRIBE_STRUCT(HallView, (), (hall, services, ahead, priority_groups, now))

BOOST_DESCRIBE_STRUCT(AtWindow, (), (hall, window))
BOOST_DESCRIBE_STRUCT(WindowStatus, (),
                      (window, staff_state, clerk, services, number, day, state, minutes, emergency,
                       lost))
BOOST_DESCRIBE_STRUCT(QueueStatus, (),
                      (queue, name, waiting, longest_wait_minutes, due_passed, estimate))
BOOST_DESCRIBE_STRUCT(Alert, (), (kind, subject, since))
BOOST_DESCRIBE_STRUCT(FloorView, (),
                      (windows, queues, alerts, issued_today, served_today, waiting, now))
BOOST_DESCRIBE_STRUCT(SetSkills, (), (hall, window, services))
BOOST_DESCRIBE_STRUCT(TakeOver, (), (hall, ticket, window, reason))
BOOST_DESCRIBE_STRUCT(Shift, (), (window, from, to, services, clerk))
BOOST_DESCRIBE_STRUCT(SeeRoster, (), (hall, day))
BOOST_DESCRIBE_STRUCT(Roster, (), (day, published, shifts))
BOOST_DESCRIBE_STRUCT(SetRoster, (), (hall, day, shifts, preview))
BOOST_DESCRIBE_STRUCT(SlotConflict, (), (queue, start, capacity, taken))
BOOST_DESCRIBE_STRUCT(RosterSet, (), (day, capacity_before, capacity_after, conflicts))
BOOST_DESCRIBE_STRUCT(CloseDayPreview, (), (hall, day, from, to))
BOOST_DESCRIBE_STRUCT(CloseDay, (), (hall, day, from, to, reason))
BOOST_DESCRIBE_STRUCT(AffectedBooking, (), (ticket, reference, start, service_name, name))
BOOST_DESCRIBE_STRUCT(ClosurePreview, (), (day, holds, bookings))
BOOST_DESCRIBE_STRUCT(Closure, (), (closure, day, from, to, reason, cancelled, undone, can_undo))
BOOST_DESCRIBE_STRUCT(UndoClosure, (), (hall, closure))
BOOST_DESCRIBE_STRUCT(OpenDay, (), (hall, day, shifts, reason))
BOOST_DESCRIBE_STRUCT(ListClosures, (), (hall))
BOOST_DESCRIBE_STRUCT(Closures, (), (closures))
BOOST_DESCRIBE_STRUCT(SetHours, (), (hall, since, opening, reason, preview))
BOOST_DESCRIBE_STRUCT(SetDayHours, (), (hall, day, periods, reason, preview))
BOOST_DESCRIBE_STRUCT(HoursSet, (), (since, holds, bookings))
BOOST_DESCRIBE_STRUCT(WeekHours, (), (since, opening, reason))
BOOST_DESCRIBE_STRUCT(DayHours, (), (day, periods, reason))
BOOST_DESCRIBE_STRUCT(TakeBackHours, (), (hall, since, reason, preview))
BOOST_DESCRIBE_STRUCT(TakeBackDayHours, (), (hall, day, reason, preview))
BOOST_DESCRIBE_STRUCT(HoursDecision, (),
                      (at, by, day, every_week, taken_back, opening, periods, reason))
BOOST_DESCRIBE_STRUCT(SeeHours, (), (hall))
BOOST_DESCRIBE_STRUCT(HoursShown, (), (opening, to_come, days, decided))
BOOST_DESCRIBE_STRUCT(Rules, (),
                      (since, basis, boost_minutes, early_minutes, grace_minutes, hold_minutes,
                       cool_least_minutes, cool_most_minutes, calls_most, recall_gap_seconds,
                       return_behind, returns_most, booked_share_percent, internal_percent,
                       slot_minutes, visit_slots_most, book_ahead_working_days, book_before_minutes,
                       cancel_before_minutes, block_no_shows, block_cancellations, block_days,
                       reminder_minutes, soon_ahead, last_issue_minutes, stop_when_full,
                       walkins_most, kiosk_block, heartbeat_seconds, evaluation_days,
                       follow_up_contact_days, follow_up_answer_days, target_minutes,
                       target_percent, waiting_list, priority_groups))
BOOST_DESCRIBE_STRUCT(SetRules, (), (hall, rules, preview))
BOOST_DESCRIBE_STRUCT(RuleChange, (), (name, before, after))
BOOST_DESCRIBE_STRUCT(RulesSet, (), (changes, since, bookings_kept, waiting_for_second))
BOOST_DESCRIBE_STRUCT(SeeRules, (), (hall))
BOOST_DESCRIBE_STRUCT(RulesShown, (), (rules, proposed, proposed_by))
BOOST_DESCRIBE_STRUCT(ConfirmRules, (), (hall))
BOOST_DESCRIBE_STRUCT(EndDay, (), (hall, day))
BOOST_DESCRIBE_STRUCT(DayEnded, (), (day, no_show, left, unserved, unfinished))
BOOST_DESCRIBE_STRUCT(EndDays, (), ())
BOOST_DESCRIBE_STRUCT(DaysEnded, (), (days))
BOOST_DESCRIBE_STRUCT(TellHours, (), ())
BOOST_DESCRIBE_STRUCT(HoursTold, (), (halls))
BOOST_DESCRIBE_STRUCT(MeasureServices, (), ())
BOOST_DESCRIBE_STRUCT(ServicesMeasured, (), (halls))

std::vector<Route> manage_routes() {
    std::string const hall = "/halls/{hall}", window = hall + "/windows/{window}",
                      day = hall + "/days/{day}";
    return {
        get("/halls", anyone, "list_halls", list_halls),
        live("hall/{hall}", get(hall, anyone, "see_hall", see_hall)),
        live("hall/{hall}", get(hall + "/floor", manage_halls, "see_floor", see_floor)),
        put(window + "/skills", manage_halls, "set_skills", set_skills),
        post(window + "/emergency/end", manage_halls, "clear_emergency", clear_emergency),
        post(hall + "/tickets/{ticket}/take-over", manage_halls, "take_over", take_over),
        get(day + "/roster", manage_halls, "see_roster", see_roster),
        put(day + "/roster", manage_halls, "set_roster", set_roster),
        post(day + "/opening", manage_halls, "open_day", open_day),
        get(day + "/closure-preview", manage_halls, "close_day_preview", close_day_preview),
        creates(post(day + "/closures", manage_halls, "close_day", close_day)),
        get(hall + "/closures", manage_halls, "list_closures", list_closures),
        post(hall + "/closures/{closure}/undoing", manage_halls, "undo_closure", undo_closure),
        get(hall + "/hours", manage_halls, "see_hours", see_hours),
        put(hall + "/hours", manage_halls, "set_hours", set_hours),
        put(day + "/hours", manage_halls, "set_day_hours", set_day_hours),
        post(hall + "/hours/{since}/taking-back", manage_halls, "take_back_hours", take_back_hours),
        post(day + "/hours/taking-back", manage_halls, "take_back_day_hours", take_back_day_hours),
        get(hall + "/rules", edit_rules, "see_rules", see_rules),
        put(hall + "/rules", edit_rules, "set_rules", set_rules),
        post(hall + "/rules/confirmation", edit_rules, "confirm_rules", confirm_rules),
        post(hall + "/day-end", manage_halls, "end_day", end_day),
    };
}

std::vector<Job> manage_jobs() {
    constexpr Clock at_night{Minutes{3 * 60}};
    return {{.deed = deed(manage_halls, "end_days", end_days, true), .every = Seconds{60}},
            {.deed = deed(manage_halls, "tell_hours", tell_hours, true), .every = Seconds{60}},
            {.deed = deed(manage_halls, "measure_services", measure_services, true),
             .daily = at_night}};
}

}  // namespace banshi::hall
