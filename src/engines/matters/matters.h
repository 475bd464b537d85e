#pragma once
// The deeds on a matter. Each checks that the state allows it and that the rules of the engine are
// kept (an approver is not the handler, nothing is cleared without evidence), moves the matter on,
// starts and ends its clocks and appends deed and leaf. Who may do it is asked by the system,
// before.
//
// A deed in a wrong state refuses matter.state with the facts state and allowed.

#include "engines/matters/clocks.h"
#include "engines/matters/matter.h"

namespace banshi::matters {

// ---- finding

Result<Matter> find(Call&, MatterId const&);
// By the number as people write it. Refuses matter.number_wrong (a digit is mistyped) and
// matter.not_found.
Result<Matter> find_by_number(Call&, std::string_view typed);
// The numbers of those that were merged into it.
std::vector<std::string> merged_with(Call&, MatterId const&);
// Those that name this one as the one before them, the oldest first.
std::vector<Matter> following(Call&, MatterId const&);
std::vector<Task> tasks_of(Call&, MatterId const&);
std::optional<Task> lead_task(Call&, Matter const&);
std::vector<Deed> deeds_of(Call&, MatterId const&);
// The latest words of the office about it; empty before the first.
std::string latest_progress(Call&, MatterId const&);
std::vector<Answer> answers_of(Call&, MatterId const&);
std::vector<Quantity> quantities_of(Call&, MatterId const&);
std::vector<Reporter> reporters_of(Call&, MatterId const&);
// How many people stand behind it: a telephone counts once, however often it was registered. For
// certain are those who proved who they are, whom a clerk wrote down, or whose own matter was
// merged in; any other telephone may be anybody's.
struct PeopleBehind {
    int all;
    int certain;
};
PeopleBehind people_behind(Call&, MatterId const&);
// Whether nobody but this reporter stands behind it for certain.
bool stands_alone(Call&, MatterId const&, int reporter);
// Refuses matter.code_wrong. Gives the serial of the reporter.
Result<int> open_by_code(Call&, MatterId const&, std::string const& code);

// Those that are in force now.
Rules const& rules_of(Call&, Matter const&);
// The office works on what it has seen: refuses matter.stale (412) when it has changed since, with
// the facts version and deeds, and matter.version_missing (428).
Result<void> expect_version(Call&, Matter const&, std::optional<int> seen);
// The matter itself, or the one that it was merged into in the end.
Result<Matter> survivor(Call&, Matter);
// The serial that its reporter has there.
std::optional<int> serial_in_survivor(Call&, Matter const&, int reporter);

// ---- registering

struct Filing {
    std::string book, kind, category, title, text;
    std::string grade = {};  // the usual one
    std::string place = {};
    std::optional<Point> point = {};
    OrgId street = {};
    std::optional<int> households = {};
    std::optional<Day> problem_since = {};
    std::string channel = "web";
    std::string client = {};
    std::string old_number = {};
    Visibility visibility = Visibility::open;
    std::optional<MatterId> previous = {};
    std::optional<Instant> at = {};  // an import's own day
    bool unnumbered = false;         // a clerk looks first and issues the number
    bool draft = false;
    // Whom the words may name beside the reporter: somebody who stays unknown.
    std::vector<std::string> names = {};
    std::optional<ClockKind> clock = {};  // that runs from its filing on, beside `accept`
};
struct Filed {
    Matter matter;
    std::string code;  // opens the matter to its reporter; told once
};
// The text that the public reads has passed the filter for personal data; the words as they came
// are kept for the office. Refuses matter.kind, matter.category, matter.category_retired,
// matter.title_missing, matter.text_long.
Result<Filed> file(Call&, Filing const&, Reporter const&);
// Issues the number of a draft or of what was filed unnumbered.
Result<void> issue_number(Call&, Matter&);
// One more person with the same problem; gives their code.
Result<std::string> add_reporter(Call&, Matter&, Reporter);

// Who spoke of it through another program: kept with those who reported it and told from now on.
// Who is among them already, or gave nothing, is not kept again.
void keep_sender(Call&, Matter const&, Reporter);

// ---- working

Result<void> accept(Call&, Matter&);
// `reason` is one of the book's. Refuses decline.reason, decline.where_missing.
Result<void> decline(Call&, Matter&, std::string const& reason, std::string const& where_instead);
Result<void> ask_changes(Call&, Matter&, std::string const& points);
Result<void> resubmit(Call&, Matter&, std::string const& title, std::string const& text);

struct Dispatch {
    OrgId lead;
    std::vector<OrgId> joint = {};
    std::string why = {};
};
// Refuses dispatch.unit_twice; where returns are used up (force_assign alone is left)
// return.used_up.
Result<void> dispatch(Call&, Matter&, Dispatch const&);
Result<void> force_assign(Call&, Matter&, Dispatch const&);
Result<void> sign(Call&, Matter&);
// Refuses return.too_late, return.forced, return.grounds_missing.
Result<void> give_back(Call&, Matter&, std::string const& grounds);
// Refuse pause.reason; pause.leader, where a level is raised or the reason asks for the leader.
Result<void> wait(Call&, Matter&, std::string const& reason, bool leader);
Result<void> resume(Call&, Matter&, std::string const& why, bool leader);
// A time of waiting that nobody noted when it began 补记; levels that were raised meanwhile stay.
// Refuses pause.reason, pause.times.
Result<void> backdate_pause(Call&, Matter&, std::string const& reason, Instant from, Instant to,
                            std::string const& why);
Result<void> extend(Call&, Matter&, ClockKind, int days, std::string const& why);

// A joint unit's part. Refuses task.not_yours, task.answered.
Result<void> answer_part(Call&, Matter&, OrgId const& unit, std::string const& text);
struct Drafted {
    Outcome outcome;
    std::string text;
    std::vector<Quantity> quantities = {};
    std::string why_without_joint = {};
};
// Refuses joint.open, answer.text_missing, quantity.unknown.
Result<void> answer(Call&, Matter&, Drafted const&);
Result<void> send_back(Call&, Matter&, std::string const& why);
// Where a book publishes: fixes the text, which goes out at that moment.
Result<void> approve(Call&, Matter&, Instant publish_at);
// Refuses verify.not_called_back where the rules call nobody back.
Result<void> verify(Call&, Matter&);
// By another than the handler, with evidence: `evidence` is how many photos and documents there
// are. Refuses clear.same_person, clear.evidence_missing.
Result<void> clear(Call&, Matter&, int evidence);
// Clears what was approved and whose moment has come; at most so many.
int publish_due(Call&, int limit);
// What was answered is listed where the answer says that it cannot be done now. Refuses
// list.outcome, list.review_day.
bool may_list(Call&, Matter const&);
Result<void> list(Call&, Matter&, std::string const& public_reason, Day review_on);
Result<void> reopen(Call&, Matter&, std::string const& why);
Result<void> withdraw(Call&, Matter&, std::string const& why);

// The second goes into the first; both numbers stay alive. Refuses merge.self, merge.cycle,
// merge.kind (others may see the one than the other), merge.closed.
Result<void> merge(Call&, Matter& into, Matter& gone, std::string const& why);
Result<void> unmerge(Call&, Matter& gone, std::string const& why);

// ---- words and changes

// Of a citizen; never changes the state.
Result<void> comment(Call&, Matter&, std::string const& words, std::string const& by);
// Of the office, for everybody.
Result<void> note_progress(Call&, Matter&, std::string const& words);
Result<void> regrade(Call&, Matter&, std::string const& grade, std::string const& why);
// What was registered wrongly, put right 更正: the running clocks take the limits of what it is
// now, from their own start. What is not said stays. Refuses matter.kind, matter.category,
// matter.category_retired, correct.nothing.
struct Correction {
    std::optional<std::string> kind = {};
    std::optional<std::string> category = {};
    std::optional<OrgId> street = {};
    std::optional<std::string> place = {};
};
Result<void> correct(Call&, Matter&, Correction const&, std::string const& why);
Result<void> set_leader(Call&, Matter&, std::string const& leader, std::string const& why);
// The same facts have been brought before.
Result<void> set_previous(Call&, Matter&, Matter const& earlier, std::string const& why);
Result<void> moderate(Call&, Matter&, std::string const& title, std::string const& text,
                      std::string const& why);
Result<LevelRow> raise(Call&, Matter&, int level, std::string const& why,
                       std::optional<Day> new_last_day);

// What became of an order, said by the unit; and an order taken back, which stays readable. Refuse
// level.not_found, level.answered.
Result<void> answer_order(Call&, Matter&, int clock, int level, std::string const& answer);
Result<void> annul_order(Call&, Matter&, int clock, int level, std::string const& why);

// Moves the matter on, and appends deed and leaf: for deeds of a system's own that keep the state.
// `facts` is what the deed says to the office.
Result<void> note(Call&, Matter&, Verb, std::string const& why, json::object facts = {});
// Of somebody outside: conflicts with nothing that the office has seen.
Result<void> note_from_outside(Call&, Matter&, Verb, std::string const& why, json::object facts);

}  // namespace banshi::matters
