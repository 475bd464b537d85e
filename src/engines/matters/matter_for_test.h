#pragma once
// A matter of no particular kind, for the tests of this engine.

#include "engines/matters/rows.h"
#include "engines/people/world_for_test.h"

namespace banshi::matters {

using people::both_databases;
using people::database_name;
using people::World;

struct Sample {
    std::string title = "路灯不亮";
    std::string place = "幸福路12号";
    State state = State::working;
    std::string street = "s1";
    std::string unit = "u1";
    std::string kind = "livelihood";
    std::string category = "street_lamp";
    Visibility visibility = Visibility::open;
    std::optional<Instant> at = {};
};

inline Matter matter_for_test(Call& call, Sample const& sample = {}) {
    Matter matter{};
    matter.id = call.fresh<MatterId>();
    matter.book = "supervision";
    matter.number = "XQD-2026-" + matter.id.text.substr(20);
    matter.kind = sample.kind;
    matter.grade = "usual";
    matter.category = sample.category;
    matter.title = sample.title;
    matter.text = "晚上看不见路";
    matter.place = sample.place;
    matter.street = {sample.street};
    matter.channel = "web";
    matter.visibility = sample.visibility;
    matter.state = sample.state;
    matter.round = 1;
    matter.unit = {sample.unit};
    matter.registered_at = sample.at.value_or(call.now);
    matter.day = call.district.zone().day_of(matter.registered_at);
    matter.changed_at = call.now;
    return matter;
}

inline Matter insert_for_test(Call& call, Sample const& sample = {}) {
    auto const matter = matter_for_test(call, sample);
    rows::insert(call, matter);
    return matter;
}

}  // namespace banshi::matters
