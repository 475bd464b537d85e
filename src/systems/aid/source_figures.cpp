// The figures that the source names of the aid, each counted from donations and payments.

#include "systems/aid/source_figures.h"

#include <map>
#include <set>

#include "systems/aid/donation_rows.h"
#include "systems/aid/gap.h"
#include "systems/aid/payment_rows.h"
#include "systems/aid/selection_rows.h"

namespace banshi::aid {

namespace {

constexpr int donors_named = 172;
constexpr int yuan_named = 220'000;  // "over"
constexpr int families_named = 75;
constexpr int households_named = 3000;  // "over"
constexpr int yuan_a_family_named = 3000;
constexpr int years_named = 3;
constexpr int fen_a_yuan = 100;

json::object figure(char const* name, std::int64_t named, std::int64_t counted, bool equal) {
    return {{"name", name}, {"source", named}, {"counted", counted}, {"equal", equal}};
}
json::object figure(char const* name, std::int64_t named, std::int64_t counted) {
    return figure(name, named, counted, named == counted);
}

struct Counted {
    std::set<std::string> donors, families;
    Fen first_year = 0;
    std::map<std::pair<std::string, int>, Fen> paid;  // by family and year
    std::set<int> years;
    int late = 0;
    std::int64_t households = 0;  // of the list, with points
};

Counted count(Call& call, Campaign const& campaign) {
    Counted counted;
    for (auto const& donation : rows::donations_in(call, campaign.number)) {
        if (donation.reversed_at || year_of(donation.day) != campaign.first_year) continue;
        counted.donors.insert(donation.donor);
        counted.first_year += donation.fen;
    }
    counted.households = std::ssize(rows::scores(call, campaign.number));
    for (int year = campaign.first_year; year <= campaign.last_year(); ++year) {
        auto const last = pay_by(call, year);
        for (auto const& order : rows::orders_of_year(call, year)) {
            if (order.state != OrderState::paid) continue;
            counted.families.insert(order.family);
            counted.years.insert(year);
            counted.paid[{order.family, year}] += order.fen;
            counted.late += !last || *order.paid_on > last.value();
        }
    }
    return counted;
}

}  // namespace

json::array source_figures(Call& call) {
    auto const campaign = find_campaign(call, {});
    auto const counted = campaign ? count(call, campaign.value()) : Counted{};
    Fen most = 0;
    for (auto const& [key, fen] : counted.paid) most = std::max(most, fen);
    auto const yuan = counted.first_year / fen_a_yuan;
    return json::array{
        figure("figure.aid.donors", donors_named, std::ssize(counted.donors)),
        figure("figure.aid.raised", yuan_named, yuan, yuan >= yuan_named),
        figure("figure.aid.households", households_named, counted.households,
               counted.households >= households_named),
        figure("figure.aid.families", families_named, std::ssize(counted.families)),
        figure("figure.aid.years", years_named, std::ssize(counted.years)),
        figure("figure.aid.a_family", yuan_a_family_named, most / fen_a_yuan),
        figure("figure.aid.late", 0, counted.late),
    };
}

}  // namespace banshi::aid
