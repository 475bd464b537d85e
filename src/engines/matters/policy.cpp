#include "engines/matters/policy.h"

#include <algorithm>

#include "base/check.h"
#include "engines/matters/hours.h"

namespace banshi::matters {

namespace {

bool fits(std::vector<std::string> const& wanted, std::string_view value) {
    return wanted.empty() || std::ranges::find(wanted, value) != wanted.end();
}

bool contains(std::vector<std::string> const& list, std::string_view value) {
    return std::ranges::find(list, value) != list.end();
}

Refusal bad(std::string const& field) {
    return {Why::invalid, "config.value", field, field, {{"field", field}}};
}

Result<void> check_limit(Limit const& limit, std::string const& at) {
    if (limit.count < 1 || limit.count > 3660) return bad(at + ".count");
    bool const of_joint = limit.clock == ClockKind::joint && limit.unit == LimitUnit::working_days;
    if (limit.before_lead && (*limit.before_lead < 0 || !of_joint)) return bad(at + ".before_lead");
    if (limit.extension_most < 0) return bad(at + ".extension_most");
    if (limit.levels_most < 0 || limit.levels_most > 3) return bad(at + ".levels_most");
    return {};
}

Result<void> check_hours(WorkingHours const& hours, std::string const& at) {
    // A leap year has all days.
    if (!read_day("2024-" + hours.from_day)) return bad(at + ".from_day");
    if (!read_day("2024-" + hours.to_day)) return bad(at + ".to_day");
    if (hours.opens.empty() || hours.opens.size() != hours.closes.size()) return bad(at + ".opens");
    for (std::size_t i = 0; i < hours.opens.size(); ++i)
        if (hours.closes[i] <= hours.opens[i] || (i > 0 && hours.opens[i] < hours.closes[i - 1]))
            return bad(at + ".closes");
    return {};
}

// A clock that counts working hours needs some in every season.
bool covers_the_year(std::vector<WorkingHours> const& hours) {
    auto const first = Day{std::chrono::year{2024} / 1 / 1};
    for (auto day = first; day < first + std::chrono::days{366}; day += std::chrono::days{1})
        if (!hours_on(day, hours)) return false;
    return true;
}

Result<void> check_rules(Rules const& rules, std::string const& at) {
    for (std::size_t i = 0; i < rules.limits.size(); ++i)
        TRY(check_limit(rules.limits[i], at + ".limits[" + std::to_string(i) + "]"));
    for (std::size_t i = 0; i < rules.working_hours.size(); ++i)
        TRY(check_hours(rules.working_hours[i], at + ".working_hours[" + std::to_string(i) + "]"));
    auto const by_hours = [](auto const& limit) { return limit.unit == LimitUnit::working_hours; };
    if (std::ranges::any_of(rules.limits, by_hours) && !covers_the_year(rules.working_hours))
        return bad(at + ".working_hours");
    if (rules.level_2_days < 1) return bad(at + ".level_2_days");
    if (rules.level_3_days < 1) return bad(at + ".level_3_days");
    if (rules.yellow_share < 1) return bad(at + ".yellow_share");
    if (rules.red_days < 0 || rules.yellow_least < rules.red_days) return bad(at + ".yellow_least");
    if (rules.return_days < 0) return bad(at + ".return_days");
    if (rules.returns_most < 1) return bad(at + ".returns_most");
    if (rules.evaluation_days < 1) return bad(at + ".evaluation_days");
    if (rules.review_months < 1) return bad(at + ".review_months");
    return {};
}

}  // namespace

Rules const& Book::rules_on(Day day) const {
    auto const* found = &rules.front();
    for (auto const& each : rules)
        if (each.since <= day) found = &each;
    return *found;
}

Category const* Book::category(std::string_view id) const {
    auto const found = std::ranges::find(categories, id, &Category::id);
    return found == categories.end() ? nullptr : &*found;
}

DeclineReason const* Book::decline(std::string_view id) const {
    auto const found = std::ranges::find(declines, id, &DeclineReason::id);
    return found == declines.end() ? nullptr : &*found;
}

bool Book::has_kind(std::string_view id) const { return contains(kinds, id); }
bool Book::has_grade(std::string_view id) const { return contains(grades, id); }

Result<void> check(Book const& book) {
    auto const is_letter = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (book.prefix.empty() || book.prefix.size() > 8 ||
        !std::ranges::all_of(book.prefix, is_letter))
        return bad("prefix");
    if (book.kinds.empty()) return bad("kinds");
    if (book.grades.empty()) return bad("grades");
    if (book.categories.empty()) return bad("categories");
    for (auto const& each : book.declines)
        if (book.decline(each.id) != &each) return bad("declines.id");
    if (book.rules.empty()) return bad("rules");
    if (!std::ranges::is_sorted(book.rules, {}, &Rules::since)) return bad("rules.since");
    for (std::size_t i = 0; i < book.rules.size(); ++i)
        TRY(check_rules(book.rules[i], "rules[" + std::to_string(i) + "]"));
    return {};
}

std::string decline_name(Book const& book, std::string const& reason, Language language) {
    auto const* const known = book.decline(reason);
    if (!known) return reason;
    return language == Language::en ? known->name_en : known->name;
}

void put_book(District& district, Book book) {
    Books books;
    if (district.has<Books>()) books = district.policy<Books>();
    std::erase_if(books.all, [&](Book const& known) { return known.name == book.name; });
    books.all.push_back(std::move(book));
    district.set(std::move(books));
}

Book const& book(District const& district, std::string_view name) {
    auto const& all = district.policy<Books>().all;
    auto const found = std::ranges::find(all, name, &Book::name);
    CHECK(found != all.end());
    return *found;
}

Limit const* limit_of(Rules const& rules, ClockKind clock, std::string_view kind,
                      std::string_view category, std::string_view grade) {
    for (auto const& limit : rules.limits)
        if (limit.clock == clock && fits(limit.kinds, kind) && fits(limit.categories, category) &&
            fits(limit.grades, grade))
            return &limit;
    return nullptr;
}

}  // namespace banshi::matters
