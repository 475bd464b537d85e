#include "systems/route.h"
#include "systems/voices/inquiries.h"
#include "systems/voices/routes.h"

namespace banshi::voices {

BOOST_DESCRIBE_STRUCT(RecordInquiry, (), (kind, topic, title, place, day, members))
BOOST_DESCRIBE_STRUCT(VisitView, (), (day, place, words))
BOOST_DESCRIBE_STRUCT(FindingView, (), (serial, voice, number, title, state, solved))
BOOST_DESCRIBE_STRUCT(InquiryView, (),
                      (inquiry, kind, topic_name, title, place, day, members, visits, findings,
                       solved))
BOOST_DESCRIBE_STRUCT(AddVisit, (), (inquiry, day, place, words))
BOOST_DESCRIBE_STRUCT(AddFinding, (), (inquiry, member, title, problem, suggestion, disclosure))
BOOST_DESCRIBE_STRUCT(ListInquiries, (), ())
BOOST_DESCRIBE_STRUCT(InquiryList, (), (inquiries, findings, solved))

std::vector<Route> inquiry_routes() {
    std::string const all = "/voice-inquiries";
    return {
        get(all, anyone, "list_inquiries", list_inquiries),
        creates(post(all, screen_voices, "record_inquiry", record_inquiry)),
        creates(post(all + "/{inquiry}/visits", screen_voices, "add_visit", add_visit)),
        creates(post(all + "/{inquiry}/findings", screen_voices, "add_finding", add_finding)),
    };
}

}  // namespace banshi::voices
