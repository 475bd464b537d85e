#include "systems/route.h"
#include "systems/supervision/reception.h"
#include "systems/supervision/routes.h"

namespace banshi::supervision {

BOOST_DESCRIBE_STRUCT(Participants, (), (departments, deputies, advisers, lawyers))
BOOST_DESCRIBE_STRUCT(PlanReception, (), (day, from, to, minutes, place, leader, participants))
BOOST_DESCRIBE_STRUCT(ReceptionPlanned, (), (reception))
BOOST_DESCRIBE_STRUCT(CancelReception, (), (reception, why))
BOOST_DESCRIBE_STRUCT(ReceptionCancelled, (), (told))
BOOST_DESCRIBE_STRUCT(ReceptionSlot, (), (start, free))
BOOST_DESCRIBE_STRUCT(ReceptionShown, (),
                      (reception, day, from, to, place, leader, participants, slots, cancelled,
                       cancelled_why))
BOOST_DESCRIBE_STRUCT(Receptions, (), (receptions))
BOOST_DESCRIBE_STRUCT(ListReceptions, (), (from))
BOOST_DESCRIBE_STRUCT(BookReception, (), (reception, start, name, phone, subject, persons))
BOOST_DESCRIBE_STRUCT(ReceptionBooked, (), (visit, turn, code, start))
BOOST_DESCRIBE_STRUCT(CancelVisit, (), (visit, code))
BOOST_DESCRIBE_STRUCT(VisitCancelled, (), (turn))
BOOST_DESCRIBE_STRUCT(AddVisitor, (), (reception, name, phone, subject, persons))
BOOST_DESCRIBE_STRUCT(VisitView, (),
                      (visit, turn, start, name, phone, subject, persons, state, number, facts,
                       promised, promise_day, kept_at))
BOOST_DESCRIBE_STRUCT(ReceptionDesk, (), (reception, visits, now))
BOOST_DESCRIBE_STRUCT(OfReception, (), (reception))
BOOST_DESCRIBE_STRUCT(RecordVisit, (),
                      (visit, facts, spokespersons, number, category, kind, street, promised,
                       promise_day))
BOOST_DESCRIBE_STRUCT(VisitRecorded, (), (number, visit))
BOOST_DESCRIBE_STRUCT(MissVisit, (), (visit))
BOOST_DESCRIBE_STRUCT(KeepPromise, (), (visit, words))
BOOST_DESCRIBE_STRUCT(LeaderPromises, (), (leader, promised, kept, late))
BOOST_DESCRIBE_STRUCT(PromiseBoard, (), (leaders))
BOOST_DESCRIBE_STRUCT(SeePromises, (), ())
BOOST_DESCRIBE_STRUCT(VisitPaper, (), (visit))

std::vector<Route> reception_routes() {
    std::string const days = "/receptions", day = days + "/{reception}",
                      visit = "/reception-visits/{visit}";
    return {
        get(days, anyone, "list_receptions", list_receptions),
        creates(post(days, plan_receptions, "plan_reception", plan_reception)),
        post(day + "/cancellation", plan_receptions, "cancel_reception", cancel_reception),
        creates(post(day + "/bookings", anyone, "book_reception", book_reception)),
        post(visit + "/cancellation", anyone, "cancel_visit", cancel_visit),
        get(day, receive_people, "see_reception", see_reception),
        creates(post(day + "/visitors", receive_people, "add_visitor", add_visitor)),
        post(visit + "/record", receive_people, "record_visit", record_visit),
        post(visit + "/absence", receive_people, "miss_visit", miss_visit),
        post(visit + "/promise-kept", receive_people, "keep_promise", keep_promise),
        get(visit + "/paper", receive_people, "visit_paper", visit_paper),
        get("/promises", see_matters, "see_promises", see_promises),
    };
}

}  // namespace banshi::supervision
