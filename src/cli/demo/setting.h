#pragma once
// The demo city 演示城市 as config/demo.toml describes it: who works there, who comes, and how
// often something goes otherwise than planned.

#include "cli/demo/problem_setting.h"
#include "systems/system.h"

namespace banshi::demo {

struct Habits {  // in percent
    int booked_percent;
    int show_percent;
    int cancel_percent;
    int late_percent;
    int priority_percent;
    int deaf_percent;  // not there when called first
    int back_percent;  // of those who were missed
    int leave_percent;
    int transfer_percent;
    int park_percent;
    int graded_percent;
    std::vector<int> grades;  // weights, from very satisfied down
};

struct AdviceSetting {  // 建言: what is written, and what is answered
    std::string topic;
    std::string title;
    std::string place;
    std::string problem;
    std::string suggestion;
    std::string unit;
    std::string answer;
};

struct OpinionCallSetting {  // 主题征集, open since the first day
    std::string topic;
    std::string title;
    std::string text;
    int days;
};

struct DigestSetting {  // 专报, and what a leader writes on its first item
    std::string title;
    std::string words;
    std::string leader;
    std::string instruction;
    std::string unit;
    int days;
};

struct WorkSetting {  // 办实事: what is proposed, built and reported
    std::string title;
    std::string text;
    std::string place;
    std::string unit;
    std::string leader;
    std::int64_t budget;                  // fen
    std::vector<std::string> milestones;  // three
    std::string done;                     // said when one is reached
    std::string report;                   // or why it was not taken up
};

struct Setting {
    std::string district;  // the one whose hall is staffed in full
    int days;
    int lighter_days;
    std::string free_window;  // nobody works there today: for whoever tries the demo out
    std::string region;       // of ID numbers: a code that no place has
    std::string phone_prefix;
    std::string password;
    int load_percent;  // of what the windows could serve
    int lighter_load_percent;
    std::vector<int> crowd;  // weights of equal parts of the open time
    std::vector<std::string> surnames;
    std::vector<std::string> given;
    std::vector<std::string> answers;  // to bad grades
    std::vector<std::string> sectors;  // 界别, of the advisers in turn
    Habits habits;
    std::vector<AdviceSetting> advice;  // the first of them are found on trips
    OpinionCallSetting opinion_call;
    DigestSetting digest;
    std::vector<WorkSetting> works;
    std::vector<AccountSetting> accounts;
    ProblemSetting problems;
};

// Refuses with config.* and the facts file, line, field, allowed.
Result<Setting> read_setting(std::string_view toml, std::string const& file);

}  // namespace banshi::demo
