#pragma once
// 视察调研 and 民主监督: advisers go and look; each finding becomes an advice with a number, and
// counts as solved when its answer says so.

#include "systems/voices/office.h"

namespace banshi::voices {

enum class InquiryKind {
    inspection,   // 视察
    research,     // 调研
    supervision,  // 民主监督
};
BOOST_DESCRIBE_ENUM(InquiryKind, inspection, research, supervision)

struct RecordInquiry {
    InquiryKind kind;
    std::string topic;
    std::string title;
    std::string place;
    Day day;
    std::string members;  // names, as they went
};
struct FindingView {
    int serial;
    std::string voice;
    std::string number;
    std::string title;
    matters::State state;
    bool solved;
};
struct VisitView {  // 回访
    Day day;
    std::string place;
    std::string words;
};
struct InquiryView {
    std::string inquiry;
    InquiryKind kind;
    std::string topic_name;
    std::string title;
    std::string place;
    Day day;
    std::string members;
    std::vector<VisitView> visits;  // after the first
    std::vector<FindingView> findings;
    int solved;
};
Result<InquiryView> record_inquiry(Call&, RecordInquiry const&);

// Gone there again. Refuses inquiry.day.
struct AddVisit {
    std::string inquiry;
    Day day;
    std::string place;
    std::string words;  // what was seen
};
Result<InquiryView> add_visit(Call&, AddVisit const&);

// Handed in for the adviser who found it.
struct AddFinding {
    std::string inquiry;
    std::string member;
    std::string title;
    std::string problem;
    std::string suggestion;
    std::optional<Disclosure> disclosure;
};
Result<InquiryView> add_finding(Call&, AddFinding const&);

struct ListInquiries {};
struct InquiryList {
    std::vector<InquiryView> inquiries;  // the newest first
    int findings;
    int solved;
};
Result<InquiryList> list_inquiries(Call&, ListInquiries const&);

// 转督查督办: what was answered and not solved gets a number of supervision, linked both ways.
// Refuses handing.none (no such book here), handing.solved, handing.done.
struct HandToSupervision {
    std::string number;
    std::optional<int> if_match;
    std::string category;  // of the book of supervision
    std::string why;
};
Result<VoiceView> hand_to_supervision(Call&, HandToSupervision const&);
// What was solved there solves the advice, once; says how many.
int follow_handings(Call&, int limit);

}  // namespace banshi::voices
