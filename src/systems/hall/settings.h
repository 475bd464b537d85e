#pragma once
// What a district sets for its halls, in config/districts/<name>/hall.toml and on the page of
// the hall manager. A visit runs under the settings of the day on which it was booked or issued.

#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/shape.h"

namespace banshi::hall {

// Numbers a manager may change 设置; every number has the default of the office's own rules.
struct Rules {
    std::optional<Day> since;  // in force from this day on
    std::string basis;         // 依据
    int boost_minutes;         // H: a walk-in's due lies so long behind its issue
    int early_minutes;         // check-in opens so long before the booked time
    int grace_minutes;         // still in time until so long after it
    int hold_minutes;          // places kept while the citizen types
    int cool_least_minutes;    // a cancelled place returns after a random time between
    int cool_most_minutes;     // these two; both 0: at once
    int calls_most;            // calls of one number altogether
    int recall_gap_seconds;
    int return_behind;  // a missed number stands behind so many
    int returns_most;
    int booked_share_percent;  // of the staffed windows, for bookings
    int internal_percent;      // of those for bookings, for internal ones only
    int slot_minutes;
    int visit_slots_most;
    int book_ahead_working_days;
    int book_before_minutes;  // the latest booking before the time itself
    int cancel_before_minutes;
    int block_no_shows;  // so many in block_days: no booking for block_days
    int block_cancellations;
    int block_days;
    int reminder_minutes;    // the second reminder; the first is a day before
    int soon_ahead;          // "soon your turn" at so many ahead
    int last_issue_minutes;  // no number in the last minutes before closing
    bool stop_when_full;     // no number whose turn would come after closing
    int walkins_most;        // a day and service; 0: no limit
    int kiosk_block;         // numbers reserved ahead for a kiosk without network
    int heartbeat_seconds;   // a console silent for so long is gone
    int evaluation_days;
    int follow_up_contact_days;  // working days
    int follow_up_answer_days;
    int target_minutes;  // share of people served within
    int target_percent;
    bool waiting_list;
    std::vector<std::string> priority_groups;  // keys of the words: elderly, disabled, soldier ...
};

struct Period {   // 开放时段
    int weekday;  // 1 Monday .. 7 Sunday
    Clock from;
    Clock to;
};

struct Week {  // 每周开放时间
    std::vector<Period> opening;
};

struct ServiceSetting {  // 业务
    ServiceId id;
    QueueId queue;
    std::string name;  // Chinese, as the office names it
    std::string name_en;
    std::string prefix;                  // of its numbers: A
    int slots;                           // length of a visit in slots
    int minutes;                         // mean service time, until enough were measured
    std::vector<std::string> documents;  // 所需材料
    std::vector<std::string> documents_en;
};

struct WindowSetting {  // 窗口
    WindowId id;        // "1", as painted on the window
    std::vector<ServiceId> services;
};

struct Loudness {  // 音量时段: calls are spoken more softly at a time of day
    Clock from;
    Clock to;
    int percent;  // of what the screen is set to
};

struct HallSetting {  // 大厅
    HallId id;
    std::string name;
    std::string name_en;
    std::string address;
    std::string address_en;
    std::string phone;
    std::string waiting_area;  // 东侧等候区
    std::string waiting_area_en;
    std::string printer;  // host:port of the ticket printer; empty: none
    std::vector<Period> opening;
    std::vector<ServiceSetting> services;
    std::vector<WindowSetting> windows;
    std::optional<std::vector<Loudness>> volume;
};

// 暂占上限: places that one may keep at once while typing; 0: no limit.
struct HoldLimits {
    int an_account = 3;
    int an_address = 10;  // of those who have not logged in; an office or a lane may share it
};

struct Settings {
    Rules rules;
    std::vector<HallSetting> halls;
    std::optional<HoldLimits> holds = {};
};

// Refuses with config.* and the facts file, line, field, allowed.
Result<Settings> read_settings(std::string_view toml, std::string const& file);
// Each number within its bounds.
Result<void> check(Rules const&);
// Weekdays and times as they are, no two periods of a day that overlap; `at` names the list.
Result<void> check_opening(std::vector<Period> const&, std::string const& at);
// To keep in a row and back.
std::string rules_text(Rules const&);
Result<Rules> read_rules(std::string const&);
std::string week_text(std::vector<Period> const&);
std::vector<Period> read_week(std::string const&);

}  // namespace banshi::hall
