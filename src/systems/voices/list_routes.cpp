#include "systems/route.h"
#include "systems/voices/calls.h"
#include "systems/voices/feed.h"
#include "systems/voices/lists.h"
#include "systems/voices/routes.h"

namespace banshi::voices {

BOOST_DESCRIBE_STRUCT(VoiceRow, (),
                      (voice, number, title, kind, source, street_name, topic_name, unit_name,
                       state, outcome, submitted_at, filed_at, due, colour, level, latitude,
                       longitude, to_read, asked))
BOOST_DESCRIBE_STRUCT(VoiceList, (), (voices, next, now))
BOOST_DESCRIBE_STRUCT(ListVoices, (), (topic, kind, street, state, words, after))
BOOST_DESCRIBE_STRUCT(MyVoices, (), ())
BOOST_DESCRIBE_STRUCT(FindSimilar, (), (topic, title))
BOOST_DESCRIBE_STRUCT(TopicView, (), (id, name))
BOOST_DESCRIBE_STRUCT(UnitView, (), (id, name))
BOOST_DESCRIBE_STRUCT(VoiceChoices, (), (topics, streets, units, declines, pauses, phone, citizens))
BOOST_DESCRIBE_STRUCT(MapVoices, (), ())
BOOST_DESCRIBE_STRUCT(VoicesOfStreet, (), (street, open, levels))
BOOST_DESCRIBE_STRUCT(VoiceMap, (), (streets))
BOOST_DESCRIBE_STRUCT(CountVoices, (), (day))
BOOST_DESCRIBE_STRUCT(SourceFigures, (),
                      (street, name, received, filed, answered, solved, adopted_percent, since))
BOOST_DESCRIBE_STRUCT(TopicFigures, (), (topic, name, received, filed, answered, solved))
BOOST_DESCRIBE_STRUCT(VoiceFigures, (),
                      (total, advisers, citizens, streets, topics, in_time_percent,
                       satisfied_percent, day))
BOOST_DESCRIBE_STRUCT(VoicesFeed, (), (topic))
BOOST_DESCRIBE_STRUCT(ListActivity, (), ())
BOOST_DESCRIBE_STRUCT(ActivityRow, (),
                      (member, name, role, street_name, received, joined, filed, answered, solved))
BOOST_DESCRIBE_STRUCT(ActivityList, (), (members))
BOOST_DESCRIBE_STRUCT(PostCall, (), (topic, title, text, from, to))
BOOST_DESCRIBE_STRUCT(OpinionCall, (),
                      (call, topic, topic_name, title, text, from, to, open, received, answered,
                       solved))
BOOST_DESCRIBE_STRUCT(EndCall, (), (call, to))
BOOST_DESCRIBE_STRUCT(ListCalls, (), ())
BOOST_DESCRIBE_STRUCT(CallList, (), (calls))
BOOST_DESCRIBE_STRUCT(OfCall, (), (call))
BOOST_DESCRIBE_STRUCT(CallPage, (), (call, voices))

std::vector<Route> list_routes() {
    std::string const calls = "/voice-calls";
    return {
        get("/voices", anyone, "list_voices", list_voices),
        live("matters/voices", get("/voice-desk", see_voices, "list_voice_desk", list_voice_desk)),
        get("/my-voices", anyone, "list_my_voices", list_my_voices),
        get("/followed-voices", anyone, "list_followed_voices", list_followed_voices),
        get("/similar-voices", anyone, "find_similar_voices", find_similar_voices),
        get("/voice-choices", anyone, "voice_choices", voice_choices),
        get("/voice-map", anyone, "map_voices", map_voices),
        get("/voice-figures", anyone, "count_voices", count_voices),
        get("/voices.atom", anyone, "voices_feed", voices_feed),
        get("/voice-activity", see_voices, "list_activity", list_activity),
        get(calls, anyone, "list_opinion_calls", list_opinion_calls),
        creates(post(calls, screen_voices, "post_opinion_call", post_opinion_call)),
        get(calls + "/{call}", anyone, "see_opinion_call", see_opinion_call),
        post(calls + "/{call}/end", screen_voices, "end_opinion_call", end_opinion_call),
    };
}

}  // namespace banshi::voices
