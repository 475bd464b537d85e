#include "systems/supervision/import_columns.h"

#include <algorithm>
#include <boost/mp11.hpp>
#include <charconv>

#include "base/tidy_text.h"
#include "documents/characters.h"
#include "documents/known_columns.h"
#include "engines/people/identity.h"
#include "engines/people/keys.h"
#include "engines/people/place.h"
#include "systems/supervision/words.h"

namespace banshi::supervision {

namespace {

using documents::ColumnHolds;

constexpr Language languages[] = {Language::zh, Language::en};
std::string const import_words = "supervision.import.";
constexpr std::size_t title_most = 200, text_most = 4000, name_most = 100;

// [supervision.ledger.*], and other names for them in [supervision.heads.*]
constexpr documents::KnownColumn known[] = {
    {"old_number", ColumnHolds::line},
    {"number", ColumnHolds::line},
    {"registered_at", ColumnHolds::moment},
    {"channel", ColumnHolds::line},
    {"kind", ColumnHolds::line},
    {"grade", ColumnHolds::line},
    {"category", ColumnHolds::line},
    {"title", ColumnHolds::line},
    {"text", ColumnHolds::text},
    {"reporter", ColumnHolds::line},
    {"phone", ColumnHolds::line},
    {"street", ColumnHolds::line},
    {"place", ColumnHolds::line},
    {"households", ColumnHolds::count},
    {"problem_since", ColumnHolds::day},
    {"registered_by", ColumnHolds::line},
    {"lead", ColumnHolds::line},
    {"joint", ColumnHolds::line},
    {"dispatched_at", ColumnHolds::moment},
    {"leader", ColumnHolds::line},
    {"outcome", ColumnHolds::line},
    {"answer", ColumnHolds::text},
    {"done_at", ColumnHolds::moment},
    {"cleared_at", ColumnHolds::moment},
    {"rating", ColumnHolds::line},
};

std::optional<std::string> find(std::map<std::string, std::string> const& names,
                                std::string const& written) {
    auto const found = names.find(documents::folded_name(written));
    return found == names.end() ? std::nullopt : std::optional{found->second};
}

std::size_t length(std::string const& text) { return documents::characters(text).size(); }

// One line, column by column.
class LineReader {
public:
    LineReader(Call const& call, ImportNames const& names, std::vector<std::string> const& columns,
               std::vector<std::string> const& cells)
        : call_(call), names_(names), columns_(columns), cells_(cells) {}

    LineRead read() {
        read_words();
        read_names();
        read_joint();
        read_people();
        read_times();
        return std::move(out_);
    }

private:
    std::string cell(char const* key) const {
        auto const at = std::ranges::find(columns_, key);
        return at == columns_.end()
                   ? ""
                   : tidied(cells_[static_cast<std::size_t>(at - columns_.begin())]);
    }
    void fault(char const* column, char const* code, Facts facts = {}) {
        out_.faults.push_back({column, code, std::move(facts)});
    }
    void remark(char const* column, char const* code) {
        out_.remarks.push_back({column, code, {}});
    }

    std::string short_text(char const* key, std::size_t most) {
        auto text = cell(key);
        if (length(text) > most) fault(key, "long", {{"most", std::to_string(most)}});
        return text;
    }

    void read_words() {
        auto& filing = out_.past.filing;
        filing.book = book_name;
        filing.title = short_text("title", title_most);
        if (filing.title.empty()) fault("title", "title_missing");
        filing.text = short_text("text", text_most);
        filing.place = short_text("place", title_most);
        filing.client = "import";
        filing.old_number = matters::identity_of(columns_, cells_);
        if (filing.old_number.starts_with('=')) filing.old_number.clear();
        auto const households = cell("households");
        int count = 0;
        std::from_chars(households.data(), households.data() + households.size(), count);
        if (!households.empty()) filing.households = count;
    }

    // An empty cell takes what is usual; a word that nobody knows is a fault.
    template <class Find>
    auto named(char const* key, std::string const& usual, Find find) {
        auto const written = cell(key);
        auto found = (names_.*find)(written.empty() ? usual : written);
        if (!found && !(written.empty() && usual.empty())) fault(key, key, {{"word", written}});
        return found;
    }

    void read_names() {
        auto& filing = out_.past.filing;
        auto const& book = call_.district.policy<Settings>().book;
        filing.kind = named("kind", book.kinds.front(), &ImportNames::kind).value_or("");
        filing.grade = named("grade", book.grades.front(), &ImportNames::grade).value_or("");
        filing.category = named("category", "other", &ImportNames::category).value_or("");
        filing.street = named("street", "", &ImportNames::street).value_or(OrgId{});
        out_.past.lead = named("lead", "", &ImportNames::unit).value_or(OrgId{});
        auto const written = cell("channel");
        out_.correction = names_.is_correction(written);
        auto const channel = names_.channel(written);
        if (!channel && !written.empty()) remark("channel", "channel");
        filing.channel = channel.value_or("import");
        out_.past.leader = tidied_line(short_text("leader", name_most));
    }

    // Beside the lead; who is named twice joins once.
    void read_joint() {
        auto const written = documents::several_names(short_text("joint", text_most));
        if (!written.empty() && cell("lead").empty()) fault("lead", "lead_missing");
        auto& joint = out_.past.joint;
        for (auto const& name : written) {
            auto const unit = names_.unit(name);
            if (!unit) fault("joint", "lead", {{"word", name}});
            if (unit && *unit != out_.past.lead && std::ranges::find(joint, *unit) == joint.end())
                joint.push_back(*unit);
        }
    }

    void read_people() {
        auto& reporter = out_.past.reporter;
        reporter.name = tidied_line(short_text("reporter", name_most));
        reporter.recorded_by = tidied_line(short_text("registered_by", name_most));
        auto const typed = cell("phone");
        if (typed.empty()) return;
        if (auto const phone = people::normalise_phone(typed)) {
            reporter.phone = phone.value();
        } else if (auto const mobile = people::mobile_in(typed)) {
            reporter.phone = *mobile;
            remark("phone", "phone_first");
        } else if (typed.find_first_of("0123456789") == typed.npos) {
            remark("phone", "phone_none");  // 无, 不详
        } else {
            reporter.phone = short_text("phone", name_most);
            remark("phone", "phone_kept");
        }
    }

    // Of a cell that the table has read; nothing where it has said what is wrong.
    std::optional<Instant> moment(char const* key) {
        auto const at = documents::moment_in(cell(key), call_.district.zone());
        if (at > call_.now) fault(key, "future");
        return at;
    }

    void read_times() {
        auto& past = out_.past;
        past.filing.at = moment("registered_at");
        if (!past.filing.at && cell("registered_at").empty())
            fault("registered_at", "date_missing");
        auto const registered = past.filing.at.value_or(Instant{});
        if (auto const since = read_day(cell("problem_since"))) {
            past.filing.problem_since = since;
            if (past.filing.at && *since > call_.district.zone().day_of(registered))
                fault("problem_since", "since_after");
        }
        past.dispatched_at = moment("dispatched_at");
        if (past.dispatched_at && *past.dispatched_at < registered)
            fault("dispatched_at", "dispatched_before");
        if (past.dispatched_at && cell("lead").empty()) fault("lead", "lead_missing");
        read_finish(registered);
    }

    // Of whoever reported it.
    std::vector<matters::Rating> read_ratings() {
        auto const written = cell("rating");
        if (written.empty()) return {};
        auto const word = names_.rating(written);
        if (!word) fault("rating", "rating", {{"word", written}});
        matters::Rating rating{};
        if (word) boost::describe::enum_from_string(word->c_str(), rating);
        return {rating};
    }

    void read_finish(Instant registered) {
        auto const* const key = cell("cleared_at").empty() ? "done_at" : "cleared_at";
        auto const at = moment(key);
        auto const written = cell("outcome");
        auto const word = names_.outcome(written);
        if (names_.is_only_finished(written)) remark("outcome", "finished");
        auto const answer = short_text("answer", text_most);
        if (!word && !written.empty()) fault("outcome", "outcome", {{"word", written}});
        if (cell(key).empty() && !written.empty()) fault(key, "finish_missing");
        if (!cell(key).empty() && written.empty()) fault("outcome", "outcome_missing");
        auto const ratings = read_ratings();
        if (cell(key).empty() && !ratings.empty()) fault(key, "rated_early");
        if (!at || !word) return;
        if (*at < registered) fault(key, "finished_before");
        matters::Outcome outcome{};
        boost::describe::enum_from_string(word->c_str(), outcome);
        out_.past.finish = matters::Finish{*at, outcome, answer, ratings};
    }

    Call const& call_;
    ImportNames const& names_;
    std::vector<std::string> const& columns_;
    std::vector<std::string> const& cells_;
    LineRead out_;
};

}  // namespace

std::vector<documents::TableColumn> import_columns(Texts const& texts) {
    auto columns =
        documents::table_columns(texts, known, "supervision.ledger.", "supervision.heads.");
    auto& around = std::ranges::find(columns, "households", &documents::TableColumn::key)->around;
    for (auto const language : languages)
        for (auto const& word : documents::names_in(texts.say(language, import_words + "around")))
            around.push_back(word);
    return columns;
}

ImportNames::ImportNames(Call& call) {
    auto const& settings = call.district.policy<Settings>();
    auto const add = [&](Names& names, std::string const& group, std::string const& id) {
        names.emplace(documents::folded_name(id), id);
        for (auto const language : languages)
            for (auto const& name : documents::names_in(call.texts.say(language, group + id)))
                names.emplace(documents::folded_name(name), id);
    };
    for (auto const& kind : settings.book.kinds) add(kinds_, "supervision.kind.", kind);
    for (auto const& grade : settings.book.grades) add(grades_, "supervision.grade.", grade);
    for (auto const* channel : {"web", "counter", "telephone", "grid", "reception", "letter",
                                "import", "open311", "voices", "works"})
        add(channels_, "supervision.origin.", channel);
    for (auto const* channel : {"web", "counter", "telephone", "grid", "reception", "letter"})
        add(channels_, import_words + "channel_", channel);
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<matters::Outcome>>(
        [&](auto const& each) {
            add(outcomes_, "matter.outcome.", each.name);
            add(outcomes_, import_words + "outcome_", each.name);
        });
    add(corrections_, "supervision.ledger.", "correction");
    for (auto const language : languages)
        for (auto const& word :
             documents::names_in(call.texts.say(language, import_words + "finished"))) {
            finished_.emplace(documents::folded_name(word), "finished");
            outcomes_.emplace(documents::folded_name(word), "solved");
        }
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<matters::Rating>>(
        [&](auto const& each) {
            add(ratings_, "supervision.rating.", each.name);
            add(ratings_, import_words + "rating_", each.name);
        });
    for (auto const& category : settings.book.categories)
        for (auto const& name : {category.id, category.name, category.name_en})
            if (!category.retired) categories_.emplace(documents::folded_name(name), category.id);
    auto const place = [](Names& names, std::string const& id, std::string const& name) {
        if (name.empty()) return;
        names.emplace(documents::folded_name(id), id);
        names.emplace(documents::folded_name(name), id);
        if (name.ends_with("街道")) names.emplace(documents::folded_name(name + "办事处"), id);
        for (std::string_view const end : {"街道办事处", "街道", "办事处"})
            if (name.ends_with(end))
                names.emplace(documents::folded_name(name.substr(0, name.size() - end.size())), id);
    };
    for (auto const& org : people::list_streets(call))
        for (auto const& name : {org.name, people::english_name(call.district, org.id)}) {
            place(streets_, org.id.text, name);
            place(units_, org.id.text, name);
        }
    for (auto const& unit : settings.units)
        for (auto const& name : {unit.name, unit.name_en}) place(units_, unit.id.text, name);
}

std::optional<std::string> ImportNames::kind(std::string const& written) const {
    return find(kinds_, written);
}
std::optional<std::string> ImportNames::grade(std::string const& written) const {
    return find(grades_, written);
}
std::optional<std::string> ImportNames::category(std::string const& written) const {
    return find(categories_, written);
}
std::optional<std::string> ImportNames::channel(std::string const& written) const {
    return find(channels_, written);
}
std::optional<std::string> ImportNames::outcome(std::string const& written) const {
    return find(outcomes_, written);
}
bool ImportNames::is_only_finished(std::string const& written) const {
    return find(finished_, written).has_value();
}
bool ImportNames::is_correction(std::string const& channel) const {
    return find(corrections_, channel).has_value();
}
std::optional<std::string> ImportNames::rating(std::string const& written) const {
    return find(ratings_, written);
}
std::optional<OrgId> ImportNames::street(std::string const& written) const {
    auto const id = find(streets_, written);
    return id ? std::optional{OrgId{*id}} : std::nullopt;
}
std::optional<OrgId> ImportNames::unit(std::string const& written) const {
    auto const id = find(units_, written);
    return id ? std::optional{OrgId{*id}} : std::nullopt;
}

LineRead read_line(Call const& call, ImportNames const& names,
                   std::vector<std::string> const& columns, std::vector<std::string> const& cells) {
    return LineReader(call, names, columns, cells).read();
}

}  // namespace banshi::supervision
