#pragma once
// Heating 供热: what people ask of the office is registered 挂号, handled and cleared 销号.

#include <boost/describe.hpp>
#include <string>

#include "base/result.h"
#include "store/call.h"

namespace banshi::heating {

enum class State {
    open,     // 办理中
    cleared,  // 已销号
};
BOOST_DESCRIBE_ENUM(State, open, cleared)

struct RegisterCase {  // 挂号
    std::string title;
};
struct SeeCase {
    int number;
};
struct ClearCase {  // 销号
    int number;
    std::string evidence;
};
struct Case {  // 事项
    int number;
    std::string title;
    State state;
    std::string registered_by;
};

Result<Case> register_heating_case(Call&, RegisterCase const&);
Result<Case> see_heating_case(Call&, SeeCase const&);
Result<Case> clear_heating_case(Call&, ClearCase const&);

// The decision alone: who registered a case cannot also strike it off.
Result<Case> cleared(Case, std::string const& by, std::string const& evidence);

}  // namespace banshi::heating
