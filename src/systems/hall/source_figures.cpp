// The figures that the source names of a service hall, each counted when somebody asks.

#include "systems/hall/source_figures.h"

#include "systems/hall/figures.h"
#include "systems/hall/hall.h"

namespace banshi::hall {

namespace {

constexpr int modules_named = 6;  // 六个业务模块可预约
constexpr int share_named = 100;  // 网上取号优先: every booked number

json::object figure(char const* name, int named, std::int64_t counted) {
    return {{"name", name}, {"source", named}, {"counted", counted}, {"equal", named == counted}};
}

}  // namespace

json::array source_figures(Call& call) {
    std::int64_t modules = 0;
    figures::ByRule all{0, 0};
    for (auto const& hall : call.district.policy<Settings>().halls) {
        modules = std::max<std::int64_t>(modules, static_cast<std::int64_t>(hall.services.size()));
        auto const some = figures::called_by_rule(call, hall.id);
        all.called += some.called;
        all.by_rule += some.by_rule;
    }
    return json::array{figure("figure.hall.modules", modules_named, modules),
                       figure("figure.hall.called_by_rule", share_named,
                              figures::percent(all.by_rule, all.called))};
}

}  // namespace banshi::hall
