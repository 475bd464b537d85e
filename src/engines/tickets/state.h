#pragma once
// The way of a ticket 号: one state at a time, and a table of where it may go from there.

#include <boost/describe/enum.hpp>

namespace banshi::tickets {

enum class State {
    held,              // 暂占
    booked,            // 已预约
    waiting,           // 等候
    called,            // 已叫号
    serving,           // 办理中
    parked,            // 挂起
    missed,            // 过号
    served,            // 办结
    cancelled,         // 已取消
    office_cancelled,  // 大厅取消
    expired,           // 过期
    no_show,           // 爽约
    left,              // 离开
    unserved,          // 未办
    unfinished,        // 未办完
};
BOOST_DESCRIBE_ENUM(State, held, booked, waiting, called, serving, parked, missed, served,
                    cancelled, office_cancelled, expired, no_show, left, unserved, unfinished)

bool may_go(State from, State to);
bool is_end(State);

}  // namespace banshi::tickets
