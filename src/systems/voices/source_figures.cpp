// The figures that the source names of the advice platform, each counted when somebody asks.

#include "systems/voices/source_figures.h"

#include "systems/voices/inquiries.h"
#include "systems/voices/lists.h"

namespace banshi::voices {

namespace {

constexpr int items_named = 136;  // advisers and streets
constexpr int streets_named = 7;  // of the first stage
constexpr int solved_named = 8;   // through inquiries

json::object figure(char const* name, int named, std::int64_t counted) {
    return {{"name", name}, {"source", named}, {"counted", counted}, {"equal", named == counted}};
}

}  // namespace

json::array source_figures(Call& call) {
    auto const counts = count_voices(call, {}).value();
    auto sum = counts.advisers.received;
    for (auto const& street : counts.streets) sum += street.received;
    auto const inquiries = list_inquiries(call, {}).value();
    return json::array{
        figure("figure.voices.items", items_named, sum),
        figure("figure.voices.streets", streets_named,
               static_cast<std::int64_t>(counts.streets.size())),
        figure("figure.voices.solved", solved_named, inquiries.solved),
    };
}

}  // namespace banshi::voices
