#pragma once
// Files that hold a secret and are named by settings: webhooks of robots, clients of single
// sign-on.

#include "cli/environment.h"

namespace banshi::cli {

struct BadSecret {
    std::string district;
    std::filesystem::path file;
    std::string why;  // missing, open to others
};
std::vector<BadSecret> bad_secrets(Environment const&, City const&);

}  // namespace banshi::cli
