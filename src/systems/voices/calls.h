#pragma once
// Calls for opinions 主题征集: the office asks about a topic for some days; what advisers and
// officers hand in on it stands on the call's own public page.

#include "systems/voices/lists.h"

namespace banshi::voices {

struct PostCall {
    std::string topic;
    std::string title;
    std::string text;
    Day from;
    Day to;  // the last day
};
struct OpinionCall {  // 征集
    std::string call;
    std::string topic;
    std::string topic_name;
    std::string title;
    std::string text;
    Day from;
    Day to;
    bool open;  // today
    int received;
    int answered;
    int solved;
};
Result<OpinionCall> post_opinion_call(Call&, PostCall const&);

struct EndCall {
    std::string call;
    Day to;
};
Result<OpinionCall> end_opinion_call(Call&, EndCall const&);

struct ListCalls {};
struct CallList {
    std::vector<OpinionCall> calls;  // those that end last first
};
Result<CallList> list_opinion_calls(Call&, ListCalls const&);

struct OfCall {
    std::string call;
};
struct CallPage {
    OpinionCall call;
    std::vector<VoiceRow> voices;  // those that are public
};
Result<CallPage> see_opinion_call(Call&, OfCall const&);

// Refuses call.not_found, call.closed.
Result<void> check_call(Call&, std::string const& call, std::string const& topic);

}  // namespace banshi::voices
