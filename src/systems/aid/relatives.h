#pragma once
// Relatives 回避: who is related to a family neither proposes nor approves its money, does not
// score it and is not paired with it. Who it is stands as an account's id or a donor's number.

#include <optional>
#include <string>
#include <vector>

#include "systems/aid/aid.h"

namespace banshi::aid {

struct DeclareRelative {
    std::optional<std::string> who;  // oneself, when absent
    std::string family;
};
struct RelativeDeclared {
    int families;  // that this one is related to
};
// Anybody of the staff for themselves; the head of the campaign for everybody.
Result<RelativeDeclared> declare_relative(Call&, DeclareRelative const&);

bool is_relative(Call&, std::string const& who, std::string const& family);
std::vector<std::string> families_related_to(Call&, std::string const& who);

namespace rows {
void insert_relative(Call&, std::string const& who, std::string const& family);
std::vector<std::string> families_related_to(Call&, std::string const& who);
}  // namespace rows

}  // namespace banshi::aid
