#include "systems/supervision/filing.h"

#include "engines/matters/points.h"
#include "engines/matters/telling.h"
#include "engines/people/accounts.h"
#include "engines/people/keys.h"
#include "engines/people/own_phone.h"
#include "engines/people/people.h"
#include "engines/people/place.h"
#include "systems/supervision/words.h"

namespace banshi::supervision {

namespace {

using matters::Matter;
using matters::Visibility;

Result<std::string> phone_of(std::optional<std::string> const& typed) {
    if (!typed || typed->empty()) return std::string();
    return people::normalise_phone(*typed);
}

// A citizen says what it is about; which kind of supervision it becomes is for the office.
Result<matters::Filing> filing_of(Call& call, ReportProblem const& form) {
    auto const& book = call.district.policy<Settings>().book;
    matters::Filing filing{book_name, book.kinds.front(), form.category, form.title.value_or(""),
                           form.text};
    filing.place = form.place.value_or("");
    filing.point = TRY(matters::read_point(form.latitude, form.longitude));
    filing.street = form.street.value_or(OrgId{});
    if (!filing.street.empty()) TRY(check_unit(call, filing.street, "street"));
    filing.households = form.households;
    filing.problem_since = form.since;
    filing.visibility = form.visibility.value_or(Visibility::open);
    return filing;
}

bool hidden(Matter const& matter) {
    return matter.visibility == Visibility::closed || matter.visibility == Visibility::sealed ||
           !matter.numbered() || matter.state == matters::State::draft;
}

// Which reporter has logged in with the telephone that was left with the matter; 0: none.
int logged_in(Call& call, MatterId const& matter) {
    if (call.actor.kind != Actor::Kind::citizen) return 0;
    auto const mine = people::phone_lookup_of(call, call.actor.account);
    for (auto const& reporter : matters::reporters_of(call, matter))
        if (!reporter.phone.empty() && people::lookup_hash("phone", reporter.phone) == mine)
            return reporter.serial;
    return 0;
}

// Who has logged in is known 已验证 by the telephone or as a person; all others may type any
// number.
void prove(Call& call, matters::Reporter& reporter) {
    if (!call.actor.person.empty()) reporter.person = call.actor.person;
    if (reporter.person || people::is_own_phone(call, reporter.phone))
        reporter.proved_at = call.now;
}

// With the code of a reporter or after a log-in, whatever its visibility; else as everybody.
struct Opened {
    Matter matter;
    int reporter = 0;
};
Result<Opened> opened(Call& call, std::string const& number,
                      std::optional<std::string> const& code) {
    auto matter = TRY(find_matter(call, number));
    if (!code || code->empty()) {
        if (auto const mine = logged_in(call, matter.id)) return Opened{matter, mine};
        return Opened{TRY(find_public(call, number))};
    }
    auto const reporter = matters::open_by_code(call, matter.id, *code);
    if (!reporter && hidden(matter))
        return Refusal{Why::not_found, "matter.not_found", number, "number"};
    auto const mine = TRY(reporter);
    return Opened{matter, mine};
}

}  // namespace

Result<Matter> find_public(Call& call, std::string const& number) {
    auto matter = TRY(find_matter(call, number));
    if (hidden(matter)) return Refusal{Why::not_found, "matter.not_found", number, "number"};
    return matter;
}

Result<int> reporter_who_opens(Call& call, Matter const& matter,
                               std::optional<std::string> const& code) {
    if (code && !code->empty()) return matters::open_by_code(call, matter.id, *code);
    if (auto const mine = logged_in(call, matter.id)) return mine;
    return Refusal{Why::forbidden, "matter.code_wrong", "", "code"};
}

Result<FilingChoices> filing_choices(Call& call, Nothing const&) {
    auto const& settings = call.district.policy<Settings>();
    bool const english = call.language == Language::en;
    FilingChoices choices{{}, {}, settings.phone};
    for (auto const& each : settings.book.categories)
        if (!each.retired)
            choices.categories.push_back({each.id, english ? each.name_en : each.name,
                                          english ? each.group_en : each.group,
                                          questions_of(call, each.id)});
    for (auto const& street : matters::streets_of(call))
        choices.streets.push_back({street.id, street.name});
    return choices;
}

Result<Reported> report_problem(Call& call, ReportProblem const& form) {
    auto filing = TRY(filing_of(call, form));
    matters::Reporter reporter{};
    if (form.visibility != Visibility::anonymous) {
        if (form.name && !form.name->empty())
            reporter.name = TRY(people::normalise_name(*form.name));
        reporter.phone = TRY(phone_of(form.phone));
        reporter.email = form.email.value_or("");
        prove(call, reporter);
    }
    if (form.name) filing.names.push_back(*form.name);
    auto const filed = TRY(matters::file(call, filing, reporter));
    if (form.answers) TRY(keep_answers(call, filed.matter, *form.answers));
    return Reported{filed.matter.number, filed.code, matters::address_of(call, filed.matter)};
}

Result<PublicMatter> see_matter(Call& call, OfMatter const& form) {
    auto const matter = TRY(find_public(call, form.number));
    return public_view(call, matter);
}

Result<PublicMatter> open_matter(Call& call, WithCode const& form) {
    auto const mine = TRY(opened(call, form.number, form.code));
    return public_view(call, mine.matter, mine.reporter);
}

// A word through the number of a matter that was merged lands where the work is done.
Result<PublicMatter> add_word(Call& call, AddWord const& form) {
    auto const mine = TRY(opened(call, form.number, form.code));
    auto matter = TRY(matters::survivor(call, mine.matter));
    auto const by = mine.reporter > 0 ? "reporter" : "neighbour";
    TRY(matters::comment(call, matter, form.words, by));
    return public_view(call, matter,
                       matters::serial_in_survivor(call, mine.matter, mine.reporter).value_or(0));
}

Result<Reported> join_matter(Call& call, JoinMatter const& form) {
    auto const asked = TRY(find_public(call, form.number));
    auto matter = TRY(matters::survivor(call, asked));
    matters::Reporter reporter{};
    reporter.name = TRY(people::normalise_name(form.name));
    reporter.phone = TRY(people::normalise_phone(form.phone));
    prove(call, reporter);
    auto const code = TRY(matters::add_reporter(call, matter, reporter));
    return Reported{matter.number, code, matters::address_of(call, matter)};
}

Result<PublicMatter> withdraw_matter(Call& call, WithdrawMatter const& form) {
    auto mine = TRY(opened(call, form.number, form.code));
    if (mine.reporter == 0) return Refusal{Why::forbidden, "matter.code_wrong", "", "code"};
    if (!matters::stands_alone(call, mine.matter.id, mine.reporter))
        return Refusal{Why::conflict, "matter.not_alone", form.number};
    TRY(matters::withdraw(call, mine.matter, form.why));
    matters::tell_other_reporters(call, mine.matter, mine.reporter, "withdrawn");
    return public_view(call, mine.matter, mine.reporter);
}

// Who reported what was merged judges the work where it was done.
Result<PublicMatter> judge_matter(Call& call, JudgeMatter const& form) {
    auto const mine = TRY(opened(call, form.number, form.code));
    auto const reporter = matters::serial_in_survivor(call, mine.matter, mine.reporter);
    if (mine.reporter == 0 || !reporter)
        return Refusal{Why::forbidden, "matter.code_wrong", "", "code"};
    auto matter = TRY(matters::survivor(call, mine.matter));
    TRY(matters::evaluate(call, matter, *reporter,
                          {form.solved, form.rating, form.reason.value_or("")}));
    return public_view(call, matter, *reporter);
}

}  // namespace banshi::supervision
