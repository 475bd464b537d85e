#include "simulation/stories.h"

namespace banshi::simulation {

namespace {

// What those who have a part in a matter do in its state; nobody: it waits for no one.
Asked next_part(Stage& stage, std::string const& state, std::string const& number,
                std::int64_t version) {
    auto const of_it = fmt::format("number={} if_match={}", number, version);
    if (state == "registered") return as("intake_li", "accept_matter {}", of_it);
    if (state == "accepted" || state == "returned")
        return as("intake_li", "dispatch_matter {} lead={}", of_it,
                  stage.happens(50) ? "housing" : "urban");
    if (state == "dispatched")
        return stage.happens(80) ? as("handler_wang", "sign_matter {}", of_it)
                                 : as("handler_wang", "return_matter {} why=不归我们管", of_it);
    if (state == "working")
        return as("handler_wang", "answer_matter {} outcome={} text=已处理", of_it,
                  stage.happens(70) ? "explained" : "partly");
    if (state == "answered")
        return stage.happens(50)
                   ? as("handler_wang", "attach_file number={} file=@road.png", number)
                   : as("approver_zhou", "clear_matter {}", of_it);
    return {};
}

}  // namespace

// Who has the next part looks first, as a page does, for the version that was seen.
Story report(Stage& stage) {
    ++stage.people;
    Told const told = co_yield as("visitor", "report_problem category={} text=路面塌陷 phone={}",
                                  stage.happens(50) ? "road" : "waste", stage.phone());
    if (!told.ok()) co_return;
    auto const number = told.text("/number");
    if (stage.happens(10)) {
        co_yield as("visitor", "withdraw_matter number={} code={} why=已经好了", number,
                    told.text("/code"));
        co_return;
    }
    for (int turns = 12; turns > 0; --turns) {
        Told const seen = co_yield as("inspector_one", "see_case number={}", number);
        auto part = next_part(stage, seen.text("/state"), number, seen.number("/version"));
        if (part.verb.empty()) co_return;
        co_yield std::move(part);
    }
}

Story look_around(Stage& stage) {
    constexpr char const* pages[]{"see_figures", "see_display hall=hall",
                                  "list_slots hall=hall service=a"};
    if (stage.happens(25))
        co_yield as("inspector_one", "list_cases");
    else
        co_yield as("visitor", "{}", stage.pick(pages));
}

}  // namespace banshi::simulation
