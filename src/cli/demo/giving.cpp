#include "cli/demo/giving.h"

#include <fmt/format.h>

#include <stdexcept>

#include "cli/demo/choosing.h"
#include "documents/csv.h"
#include "systems/aid/payments.h"
#include "systems/aid/settings.h"
#include "systems/aid/simulated_bank.h"

namespace banshi::demo {

using std::chrono::days;
using std::chrono::hours;

namespace {

constexpr int first_year = 2021, years = 3;
constexpr int donors = 172, collectives = 20, families = 75;
constexpr std::int64_t a_family = 300'000;
constexpr std::int64_t a_person = 100'000, more_a_person = 110'000;
constexpr int persons_with_more = 130;  // so that a year brings exactly what 75 families need
constexpr int unnamed_each = 7;

using Table = std::vector<std::vector<std::string>>;

}  // namespace

bool has_aid(District const& district) { return district.has<aid::Settings>(); }

Day Giving::hired_on() { return Day{std::chrono::year{first_year} / 1 / 15}; }

Giving::Giving(Setting const& setting, Deeds& deeds, Staff const& staff)
    : setting_(setting),
      deeds_(deeds),
      staff_(staff),
      lead_(staff.of_role.at("aid_lead")),
      cashier_(staff.of_role.at("aid_cashier")),
      approver_(staff.of_role.at("aid_approver")),
      keeper_(staff.of_role.at("aid_keeper")),
      jury_(staff.of_role.at("aid_jury")) {}

Instant Giving::at(int year, int month, int day, int hour) const {
    return deeds_.district().zone().midnight(Day{std::chrono::year{year} / month / day}) +
           hours{hour};
}

std::string Giving::said(char const* key, std::string const& name) const {
    return deeds_.texts().say(Language::zh, std::string("aid.demo.") + key, {{"name", name}});
}

// Collectives give for a whole family, persons for a third of one.
void Giving::pledge_all() {
    auto& random = deeds_.random();
    for (int at = 0; at < donors; ++at) {
        auto const surname = setting_.surnames[random.below(setting_.surnames.size())];
        auto const name = surname + setting_.given[random.below(setting_.given.size())];
        bool const collective = at < collectives;
        auto const fen = collective                             ? a_family
                         : at < collectives + persons_with_more ? more_a_person
                                                                : a_person;
        auto const when = this->at(first_year, 3, 8) + days{at / 2} + hours{at % 2};
        auto const made = deeds_.must(cashier_, when, "make_pledge",
                                      {{"kind", collective ? "collective" : "person"},
                                       {"name", collective ? said("company", surname) : name},
                                       {"anonymous", at % unnamed_each == 0},
                                       {"fen", fen * years},
                                       {"instalments", years}});
        auto const& pledge = made.at("pledge");
        donors_.push_back({text_at(pledge, "donor"), text_at(pledge, "pledge"), name, fen});
    }
}

// The statement of the day on which the instalments are due.
std::string Giving::statement_of(int year) {
    Table table{{"account", "booked_on", "value_on", "amount_fen", "currency", "balance_after_fen",
                 "counterparty_name", "counterparty_account", "bank_ref", "remark"}};
    auto const& account = deeds_.district().policy<aid::Settings>().bank.account;
    auto const day = fmt::format("{}-08-19", year);
    int serial = 0;
    for (auto const& donor : donors_) {
        balance_ += donor.fen;
        table.push_back({account, day, day, std::to_string(donor.fen), "CNY",
                         std::to_string(balance_), donor.name, "",
                         fmt::format("IN{}-{:04}", year, ++serial), donor.pledge});
    }
    return documents::written_csv(table);
}

void Giving::money_comes(int year) {
    deeds_.must(cashier_, at(year, 8, 20), "import_statement",
                {{"file", upload_value("statement.csv", "text/csv", statement_of(year))}});
    deeds_.must(lead_, at(year, 8, 21), "publish_promise",
                {{"year", year}, {"families", families}});
}

// The plan of pairs, and the word of everybody in it.
void Giving::pair_all(Instant now) {
    auto const campaign = std::to_string(first_year);
    auto const plan = deeds_.must(keeper_, now, "propose_pairings", {{"campaign", campaign}});
    for (auto const& pairing : plan.at("pairings").as_array()) {
        pairings_.push_back(text_at(pairing, "pairing"));
        for (auto const& share : pairing.at("shares").as_array())
            deeds_.must(keeper_, now + days{1}, "agree_pairing",
                        {{"pairing", pairings_.back()}, {"donor", text_at(share, "donor")}});
        deeds_.must(keeper_, now + days{1}, "agree_pairing", {{"pairing", pairings_.back()}});
    }
}

// Once the first instalments are there.
void Giving::begin_pairings(Instant now) {
    for (auto const& pairing : pairings_)
        deeds_.must(keeper_, now, "begin_pairing", {{"pairing", pairing}});
}

void Giving::allocate_all(int year, Instant now) {
    auto const done = deeds_.must(cashier_, now, "allocate_pairings", {{"year", year}});
    if (!done.at("lacking").as_array().empty()) throw std::runtime_error("pairings lack money");
}

// 回访 and 抽查: the first year everybody, each year those that the record picks.
void Giving::visit_all(int year) {
    auto const visited = [&](json::value const& visit, char const* field, json::value found) {
        deeds_.must(keeper_, at(year, 10, 20), "report_visit",
                    {{"visit", text_at(visit, "visit")},
                     {"on", fmt::format("{}-10-19", year)},
                     {"done", true},
                     {field, std::move(found)},
                     {"note", said("visited")}});
    };
    auto const on = fmt::format("{}-10-12", year);
    std::vector<json::value> follow_ups;
    for (auto const& family : families_)
        if (year == first_year)
            follow_ups.push_back(deeds_.must(keeper_, at(year, 10, 8), "plan_visit",
                                             {{"family", family}, {"on", on}}));
    auto const picked =
        deeds_.must(jury_, at(year, 10, 9), "draw_spot_checks",
                    {{"campaign", std::to_string(first_year)}, {"year", year}, {"on", on}});
    for (auto const& visit : follow_ups) visited(visit, "received", a_family);
    for (auto const& visit : picked.at("visits").as_array())
        if (text_at(visit, "kind") == "spot_check") visited(visit, "rightly", true);
}

// Fetches the bank's file as the cashier does, and brings the bank's answer.
void Giving::pay(std::string const& batch, Instant now,
                 std::map<std::string, std::string> refused) {
    deeds_.must(cashier_, now, "check_batch", {{"batch", batch}});
    deeds_.must(approver_, now + hours{2}, "approve_batch", {{"batch", batch}});
    deeds_.must(cashier_, now + hours{3}, "send_batch", {{"batch", batch}});
    std::string answer;
    deeds_.look(now + hours{3}, [&](Call& call) {
        Call cashier{cashier_, call.now, call.district, call.tx, call.random, call.texts};
        auto const file = aid::batch_file(cashier, {batch}).value();
        auto const day = call.district.zone().day_of(now) + days{1};
        answer = aid::answered(file.bytes, day, refused).value();
    });
    deeds_.must(cashier_, now + days{1} + hours{3}, "take_answer",
                {{"file", upload_value("answer.csv", "text/csv", answer)}});
}

void Giving::pay_all(int year, Instant now) {
    auto const drafted = deeds_.must(cashier_, now, "draft_batch", {{"year", year}});
    auto const& orders = drafted.at("orders").as_array();
    std::map<std::string, std::string> refused;
    if (year == first_year)
        for (std::size_t each : {11u, 42u})
            refused[text_at(orders.at(each), "number")] = said("refused");
    pay(text_at(drafted.at("batch"), "number"), now, refused);
    if (refused.empty()) return;
    for (std::size_t each : {11u, 42u})
        deeds_.must(cashier_, now + days{2}, "put_payee",
                    {{"family", text_at(orders.at(each), "family")},
                     {"name", donors_[each].name},
                     {"account", fmt::format("62179902{:08}", each)},
                     {"bank", deeds_.district().policy<aid::Settings>().bank.name}});
    auto const again = deeds_.must(cashier_, now + days{2}, "draft_batch", {{"year", year}});
    pay(text_at(again.at("batch"), "number"), now + days{2}, {});
}

// The bank's statement of the payments, so that the books of the year can be closed.
void Giving::settle_with_bank(int year) {
    Table table{{"account", "booked_on", "value_on", "amount_fen", "currency", "balance_after_fen",
                 "counterparty_name", "counterparty_account", "bank_ref", "remark"}};
    auto const& account = deeds_.district().policy<aid::Settings>().bank.account;
    auto const batches = deeds_.must(cashier_, at(year, 9, 8), "list_batches", {{"year", year}})
                             .at("batches")
                             .as_array();
    std::map<std::string, std::vector<std::string>> paid;
    for (auto const& batch : batches) {
        auto const seen = deeds_.must(cashier_, at(year, 9, 8), "see_batch",
                                      {{"batch", text_at(batch, "number")}});
        for (auto const& order : seen.at("orders").as_array())
            if (text_at(order, "state") == "paid")
                paid[text_at(order, "paid_on")].push_back(text_at(order, "number"));
    }
    std::string last;
    for (auto const& [day, orders] : paid)
        for (auto const& order : orders) {
            balance_ -= a_family;
            last = day;
            table.push_back({account, day, day, std::to_string(-a_family), "CNY",
                             std::to_string(balance_), "", "", "OUT-" + order, order});
        }
    deeds_.must(
        cashier_, at(year, 9, 8), "import_statement",
        {{"file", upload_value("payments.csv", "text/csv", documents::written_csv(table))}});
    deeds_.must(cashier_, at(year, 9, 8, 16), "close_statement_day", {{"day", last}});
}

void Giving::live() {
    auto const begin = at(first_year, 3, 1);
    auto const& name = deeds_.district().policy<aid::Settings>().plan.name;
    deeds_.must(lead_, begin, "prepare_campaign", {{"name", name}, {"first_year", first_year}});
    auto const move = [&](Instant when, char const* to) {
        deeds_.must(lead_, when, "move_campaign",
                    {{"campaign", std::to_string(first_year)}, {"to", to}});
    };
    move(begin + hours{1}, "open");
    pledge_all();
    families_ =
        Choosing(setting_, deeds_, staff_, std::to_string(first_year), at(first_year, 6, 7)).live();
    pair_all(at(first_year, 6, 28));
    for (int year = first_year; year < first_year + years; ++year) {
        money_comes(year);
        if (year == first_year) begin_pairings(at(year, 8, 23));
        allocate_all(year, at(year, 8, 24));
        if (year == first_year) move(at(year, 8, 25), "closed");
        if (year == first_year) move(at(year, 8, 25, 10), "running");
        pay_all(year, at(year, 8, 30));
        settle_with_bank(year);
        visit_all(year);
        if (year == first_year)
            deeds_.must(lead_, at(year, 11, 10), "publish_report",
                        {{"campaign", std::to_string(first_year)},
                         {"kind", "full"},
                         {"text", said("reported")}});
    }
}

}  // namespace banshi::demo
