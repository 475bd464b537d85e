#pragma once
// The demo city made in an empty installation, and what it told: log-ins and devices.

#include "cli/demo/expected.h"
#include "cli/demo/setting.h"
#include "cli/environment.h"

namespace banshi::cli {

// Says what is wrong with config/demo.toml and throws Stopped.
demo::Setting read_demo(Environment const&, City const&);

// Replays the past of every district; says how far it is on stderr.
void make_demo(Environment const&, City const&, demo::Setting const&);

// The token of a demo device, kept for `banshi play` and `banshi user --demo`.
std::optional<std::string> demo_token(Environment const&, std::string const& login);

// Who can log in to the demo city, with what, as a table.
int print_log_ins(Environment const&, City const&);

// Those who booked in the replay and come later.
std::vector<demo::Expected> demo_expected(Environment const&);

}  // namespace banshi::cli
