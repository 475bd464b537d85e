#pragma once
// What a district opens to other programs by Open311, in the part [open311] of supervision.toml.

#include <boost/describe/enum.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "base/time.h"
#include "engines/matters/policy.h"

namespace banshi::supervision {

enum class Datatype { text, string, number, datetime, singlevaluelist, multivaluelist };
BOOST_DESCRIBE_ENUM(Datatype, text, string, number, datetime, singlevaluelist, multivaluelist)

struct AnswerChoice {
    std::string key;
    std::string name;
    std::string name_en;
};
struct Question {  // 附加问题 of a category
    std::string code;
    Datatype datatype;
    bool required;
    bool variable;  // false: a text to show, which nobody answers
    std::string text;
    std::string text_en;
    std::string hint;
    std::string hint_en;
    std::vector<AnswerChoice> values;
};

enum class Numbering {
    realtime,  // the number at once
    batch,     // a clerk looks first: a token, which turns into the number
};
BOOST_DESCRIBE_ENUM(Numbering, realtime, batch)

struct OpenService {  // 开放类别: its code is that of the category
    std::string category;
    Numbering type;
    std::string description;
    std::string description_en;
    std::string keywords;  // a list with commas
    std::vector<Question> questions;
};

enum class Outside { accept, refuse };  // places beyond the bounds; accepted ones carry a flag
BOOST_DESCRIBE_ENUM(Outside, accept, refuse)

struct Open311Settings {
    std::string jurisdiction;  // harbin.gov.cn
    bool production;           // false: a test endpoint
    std::string trial_key;     // of a test endpoint, known to everybody; empty: none
    Day changed;               // of this list: the changeset
    std::string contact;
    std::string contact_en;
    int per_minute;  // filings and updates of one key
    Outside outside;
    // Bounds of the district, WGS 84, in ten-millionths of a degree.
    std::int64_t south, west, north, east;
    std::vector<OpenService> services;

    OpenService const* service(std::string_view category) const;
};

// Refuses config.value with the name of the field.
Result<void> check(Open311Settings const&, matters::Book const&);

}  // namespace banshi::supervision
