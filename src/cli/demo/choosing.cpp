#include "cli/demo/choosing.h"

#include <fmt/format.h>

#include <stdexcept>

#include "cli/demo/chance.h"
#include "cli/demo/people.h"
#include "documents/csv.h"
#include "engines/draws/protocol.h"
#include "engines/people/orgs.h"
#include "systems/aid/settings.h"

namespace banshi::demo {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

constexpr int households = 3'012;
constexpr int categories_most = 5;  // of minimum_living, one of the others
constexpr std::int64_t first_phone = 8'000'000;

json::array of_names(std::vector<std::string> const& names) {
    return json::array(names.begin(), names.end());
}

std::vector<std::string> street_names(Deeds& deeds, Instant now) {
    std::vector<std::string> names;
    deeds.look(now, [&](Call& call) {
        for (auto const& org : people::list_streets(call)) names.push_back(org.id.text);
    });
    return names;
}

std::string category(Random& random) {
    if (random.below(categories_most) > 0) return "minimum_living";
    return one_of(random, std::vector<std::string>{"destitute", "margin", "rigid_spending",
                                                   "relapse_watched", "other_difficulty"});
}

}  // namespace

Choosing::Choosing(Setting const& setting, Deeds& deeds, Staff const& staff, std::string campaign,
                   Instant from)
    : setting_(setting),
      deeds_(deeds),
      staff_(staff),
      campaign_(std::move(campaign)),
      from_(from) {}

std::string Choosing::list_of_households() {
    auto& random = deeds_.random();
    auto const streets = street_names(deeds_, from_);
    People people(setting_, random.below(1'000'000), first_phone);
    auto const today = deeds_.district().zone().day_of(from_);
    auto const& bank = deeds_.district().policy<aid::Settings>().bank.name;
    std::vector<std::vector<std::string>> table{
        {"name", "id_number", "street", "category", "members", "income", "disabled_or_ill",
         "pupils", "workers", "housing", "evidence", "account", "bank"}};
    // In steps of 200 yuan a head many stand equal, and the last places are drawn.
    for (int at = 0; at < households; ++at) {
        auto const head = people.next(today);
        auto const members = between(random, 1, 5);
        auto const workers = std::min(members, between(random, 0, 2));
        auto const pupils = std::min(members - workers, between(random, 0, 2));
        table.push_back(
            {head.name, head.id_number, one_of(random, streets), category(random),
             std::to_string(members), std::to_string(members * between(random, 1, 5) * 200),
             std::to_string(std::min(members, between(random, 0, 2))), std::to_string(pupils),
             std::to_string(workers),
             one_of(random, std::vector<std::string>{"own", "own", "rented", "unsafe", "none"}),
             fmt::format("D{:05}", at + 1), fmt::format("62179901{:08}", at), bank});
    }
    return documents::written_csv(table);
}

// Each party commits and shows its secret; the value that nobody can know is told by two.
void Choosing::draw_ties() {
    auto const day = deeds_.district().zone().day_of(from_) + days{3};
    auto const noon = deeds_.district().zone().midnight(day) + hours{12};
    auto const known = noon + hours{9} + minutes{30};
    auto const& zone = deeds_.district().zone();
    auto const announced =
        deeds_.must(staff_.of_role.at("aid_jury"), noon - hours{26}, "announce_tie_draw",
                    {{"campaign", campaign_},
                     {"closes_at", written(noon, zone)},
                     {"reveals_until", written(noon + hours{6}, zone)},
                     {"late_source", "lottery_3d"},
                     {"late_reference", campaign_ + "-150"},
                     {"late_at", written(known, zone)}});
    auto const draw = text_at(announced, "draw");
    auto const& keeper = staff_.of_role.at("draw_keeper");
    std::vector<std::pair<json::value, record::Hash>> secrets;
    for (auto const& party : announced.at("codes").as_array()) {
        auto& [code, secret] = secrets.emplace_back(party.at("code"), record::Hash{});
        deeds_.random().fill(secret.bytes);
        auto const commitment =
            draws::commitment("banshi/draw/" + draw, text_at(party, "party"), secret);
        deeds_.must(keeper, noon - hours{25}, "commit_draw",
                    {{"draw", draw}, {"code", code}, {"commitment", record::hex(commitment)}});
    }
    for (auto const& [code, secret] : secrets)
        deeds_.must(keeper, noon + hours{1}, "reveal_draw",
                    {{"draw", draw}, {"code", code}, {"secret", record::hex(secret)}});
    auto const value = fmt::format("{:03}", deeds_.random().below(1000));
    for (auto const* role : {"draw_witness", "draw_keeper"})
        deeds_.must(staff_.of_role.at(role),
                    known + minutes{role == std::string("draw_keeper") ? 6 : 5}, "tell_late_value",
                    {{"draw", draw}, {"value", value}});
}

void Choosing::publish_and_select() {
    auto const& jury = staff_.of_role.at("aid_jury");
    deeds_.must(jury, from_ + days{4}, "shortlist_families", of_campaign());
    auto const& second = staff_.by_login.at("aid-jury-2");
    deeds_.must(second, from_ + days{4} + hours{1}, "publicise_families", of_campaign());
    std::vector<std::string> voters;
    for (auto const* role : {"aid_jury", "aid_keeper", "aid_lead"})
        voters.push_back(staff_.of_role.at(role).name);
    deeds_.must(second, from_ + days{16}, "select_families",
                {{"campaign", campaign_}, {"voters", of_names(voters)}});
}

std::vector<std::string> Choosing::live() {
    auto const& keeper = staff_.of_role.at("aid_keeper");
    auto const& jury = staff_.of_role.at("aid_jury");
    deeds_.must(keeper, from_, "import_candidates",
                {{"campaign", campaign_},
                 {"file", upload_value("households.csv", "text/csv", list_of_households())}});
    deeds_.must(keeper, from_ + hours{3}, "check_families", of_campaign());
    deeds_.must(jury, from_ + days{1}, "plan_selection",
                {{"campaign", campaign_}, {"by_street", false}});
    auto const scored =
        deeds_.must(jury, from_ + days{1} + hours{3}, "score_families", of_campaign());
    if (!scored.at("ties").as_array().empty()) draw_ties();
    publish_and_select();
    std::vector<std::string> chosen;
    std::string after;
    for (bool more = true; more;) {
        json::object request{{"campaign", campaign_}, {"state", "selected"}};
        if (!after.empty()) request["after"] = after;
        auto const list =
            deeds_.must(keeper, from_ + days{16} + hours{1}, "list_families", request);
        for (auto const& line : list.at("families").as_array()) {
            chosen.push_back(text_at(line, "family"));
            after = chosen.back();
        }
        more = list.at("more").as_bool();
    }
    for (auto const& family : chosen)
        deeds_.must(jury, from_ + days{17}, "move_family",
                    {{"family", family},
                     {"to", "active"},
                     {"why", deeds_.texts().say(Language::zh, "aid.demo.begins")}});
    return chosen;
}

}  // namespace banshi::demo
