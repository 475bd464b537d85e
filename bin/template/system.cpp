#include "systems/heating/system.h"

#include "systems/heating/heating.h"
#include "systems/route.h"

namespace banshi::heating {

BOOST_DESCRIBE_STRUCT(RegisterCase, (), (title))
BOOST_DESCRIBE_STRUCT(SeeCase, (), (number))
BOOST_DESCRIBE_STRUCT(ClearCase, (), (number, evidence))
BOOST_DESCRIBE_STRUCT(Case, (), (number, title, state, registered_by))

static Right const see{"heating.see_cases"};
static Right const handle{"heating.handle_cases"};

System system() {
    return {
        .name = "heating",
        .title = "system.heating",
        .routes =
            {
                creates(post("/heating/cases", handle, "register_heating_case",
                             register_heating_case)),
                get("/heating/cases/{number}", see, "see_heating_case", see_heating_case),
                post("/heating/cases/{number}/clearance", handle, "clear_heating_case",
                     clear_heating_case),
            },
    };
}

}  // namespace banshi::heating
