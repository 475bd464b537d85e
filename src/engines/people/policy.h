#pragma once
// What a district sets for its accounts, in people.toml.

#include <boost/describe.hpp>
#include <string>
#include <vector>

#include "store/call.h"

namespace banshi::people {

struct Role {  // 角色
    std::string id;
    std::string name;
    std::string name_en;
    std::vector<Right> rights;
};
BOOST_DESCRIBE_STRUCT(Role, (), (id, name, name_en, rights))

struct PasswordRules {
    int least_length;
    int tries;          // so many wrong ones within ...
    int tries_minutes;  // ... so long lock the account
    int lock_minutes;   // the first time; each further time twice as long, at most a day
};
BOOST_DESCRIBE_STRUCT(PasswordRules, (), (least_length, tries, tries_minutes, lock_minutes))

struct SessionRules {
    int staff_idle_minutes;
    int staff_hours;
    int citizen_days;
    int device_days;
};
BOOST_DESCRIBE_STRUCT(SessionRules, (),
                      (staff_idle_minutes, staff_hours, citizen_days, device_days))

struct CodeRules {  // 验证码
    int minutes;
    int tries;
    int gap_seconds;  // between two codes to one phone
    int a_day;        // codes to one phone
};
BOOST_DESCRIBE_STRUCT(CodeRules, (), (minutes, tries, gap_seconds, a_day))

struct Policy {
    PasswordRules passwords;
    SessionRules sessions;
    CodeRules codes;
    std::vector<Role> roles;

    Role const* role(std::string_view id) const;  // null: no such role
};

}  // namespace banshi::people
