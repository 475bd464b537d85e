#pragma once
// The ways out of the house in a district: each channel is one, and so is each robot.

#include "engines/notices/notices.h"

namespace banshi::notices {

struct WayOut {
    Channel channel;
    std::string robot = {};

    std::string name() const;  // "sms", "wecom/inspection"
};

std::vector<WayOut> ways_out(Policy const&);

}  // namespace banshi::notices
