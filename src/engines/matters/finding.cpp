#include <algorithm>
#include <set>

#include "engines/matters/number.h"
#include "engines/matters/rows.h"
#include "engines/matters/step.h"

namespace banshi::matters {

Result<Matter> find(Call& call, MatterId const& id) {
    if (auto matter = rows::find(call, id)) return std::move(*matter);
    return Refusal{Why::not_found, "matter.not_found", id.text};
}

Result<Matter> find_by_number(Call& call, std::string_view typed) {
    auto const number = read_number(typed);
    if (!number)
        return Refusal{Why::not_found,
                       "matter.number_wrong",
                       std::string(typed),
                       "number",
                       {{"number", std::string(typed)}}};
    if (auto matter = rows::find_by_number(call, *number)) return std::move(*matter);
    return Refusal{Why::not_found, "matter.not_found", *number, "number"};
}

Result<Matter> survivor(Call& call, Matter matter) {
    while (matter.merged_into) matter = TRY(find(call, *matter.merged_into));
    return matter;
}

std::optional<int> serial_in_survivor(Call& call, Matter const& matter, int reporter) {
    if (!matter.merged_into) return reporter;
    // They were copied in their order.
    auto const here = rows::reporters_of(call, matter.id);
    auto const place = std::ranges::find(here, reporter, &Reporter::serial) - here.begin();
    std::ptrdiff_t at = 0;
    for (auto const& there : rows::reporters_of(call, *matter.merged_into))
        if (there.through == matter.id && at++ == place)
            return serial_in_survivor(call, rows::find(call, *matter.merged_into).value(),
                                      there.serial);
    return std::nullopt;
}

std::vector<std::string> merged_with(Call& call, MatterId const& id) {
    std::vector<std::string> numbers;
    for (auto const& gone : rows::merged_into(call, id)) numbers.push_back(gone.number);
    return numbers;
}

std::vector<Matter> following(Call& call, MatterId const& id) { return rows::following(call, id); }

std::vector<Task> tasks_of(Call& call, MatterId const& id) { return rows::tasks_of(call, id); }

std::optional<Task> lead_task(Call& call, Matter const& matter) {
    for (auto& task : rows::tasks_of(call, matter.id))
        if (task.lead && task.open() && task.round == matter.round) return std::move(task);
    return std::nullopt;
}

std::vector<Deed> deeds_of(Call& call, MatterId const& id) { return rows::deeds_of(call, id); }
std::string latest_progress(Call& call, MatterId const& id) {
    auto const deed = rows::latest_deed(call, id, Verb::progress);
    return deed ? deed->why : "";
}

std::vector<Answer> answers_of(Call& call, MatterId const& id) {
    return rows::answers_of(call, id);
}
std::vector<Quantity> quantities_of(Call& call, MatterId const& id) {
    return rows::quantities_of(call, id);
}
std::vector<Reporter> reporters_of(Call& call, MatterId const& id) {
    return rows::reporters_of(call, id);
}

namespace {

bool is_certain(Reporter const& reporter) {
    return reporter.proved_at || reporter.through || !reporter.recorded_by.empty();
}

}  // namespace

PeopleBehind people_behind(Call& call, MatterId const& id) {
    std::set<std::string> all, certain;
    for (auto const& reporter : reporters_of(call, id)) {
        auto const who = reporter.phone.empty() ? std::to_string(reporter.serial) : reporter.phone;
        all.insert(who);
        if (is_certain(reporter)) certain.insert(who);
    }
    return {static_cast<int>(all.size()), static_cast<int>(certain.size())};
}

bool stands_alone(Call& call, MatterId const& id, int reporter) {
    auto const all = reporters_of(call, id);
    auto const own = std::ranges::find(all, reporter, &Reporter::serial);
    return std::ranges::none_of(all, [&](Reporter const& each) {
        bool const same = own != all.end() && !own->phone.empty() && own->phone == each.phone;
        return each.serial != reporter && !same && is_certain(each);
    });
}

Result<int> open_by_code(Call& call, MatterId const& id, std::string const& code) {
    if (auto const serial = rows::reporter_by_code(call, id, code)) return *serial;
    return Refusal{Why::forbidden, "matter.code_wrong", id.text, "code"};
}

Result<void> expect_version(Call& call, Matter const& matter, std::optional<int> seen) {
    if (!seen) return Refusal{Why::unguarded, "matter.version_missing", "", "if_match"};
    if (*seen == matter.version) return {};
    if (*seen > matter.version)
        return Refusal{Why::stale,
                       "matter.version_unknown",
                       matter.id.text,
                       "if_match",
                       {{"version", std::to_string(matter.version)}}};
    std::string deeds;
    auto const all = rows::deeds_of(call, matter.id);
    auto const missed = std::min<std::size_t>(all.size(), std::max(0, matter.version - *seen));
    for (auto deed = all.end() - static_cast<std::ptrdiff_t>(missed); deed != all.end(); ++deed)
        deeds += (deeds.empty() ? "" : call.texts.say(call.language, "matter.and")) +
                 call.texts.say(call.language, std::string("matter.verb.") +
                                                   boost::describe::enum_to_string(deed->verb, ""));
    return Refusal{Why::stale,
                   "matter.stale",
                   matter.id.text,
                   "if_match",
                   {{"version", std::to_string(matter.version)}, {"deeds", deeds}}};
}

}  // namespace banshi::matters
