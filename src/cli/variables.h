#pragma once
// What the environment may say 环境变量: each variable is read before anything starts, and whoever
// wrote a wrong one is told what is allowed.

#include <string>
#include <vector>

namespace banshi::cli {

struct Environment;

struct WrongVariable {
    std::string name;
    std::string allowed;
};

// Those of the environment's numbers that are none are known beforehand, in its `unread`.
std::vector<WrongVariable> wrong_variables(Environment const&);

int read_port(std::string const& text);  // -1: names none

}  // namespace banshi::cli
