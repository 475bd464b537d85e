#include "systems/voices/old_voices.h"

#include <algorithm>

#include "base/tidy_text.h"
#include "documents/characters.h"
#include "documents/known_columns.h"

namespace banshi::voices {

namespace {

using documents::ColumnHolds;
using documents::several_names;
using matters::Outcome;

constexpr std::size_t old_title_most = 200, old_text_most = 6000, name_most = 100;

// [voices.ledger.*], and other names for them in [voices.heads.*]
constexpr documents::KnownColumn known[] = {
    {"old_number", ColumnHolds::line},     {"number", ColumnHolds::line},
    {"kind", ColumnHolds::line},           {"topic", ColumnHolds::line},
    {"title", ColumnHolds::line},          {"problem", ColumnHolds::text},
    {"analysis", ColumnHolds::text},       {"suggestion", ColumnHolds::text},
    {"author", ColumnHolds::line},         {"others", ColumnHolds::line},
    {"from", ColumnHolds::line},           {"disclosure", ColumnHolds::line},
    {"submitted_at", ColumnHolds::moment}, {"filed_at", ColumnHolds::moment},
    {"handed_at", ColumnHolds::moment},    {"lead", ColumnHolds::line},
    {"joint", ColumnHolds::line},          {"answered_at", ColumnHolds::moment},
    {"published_at", ColumnHolds::moment}, {"outcome", ColumnHolds::line},
    {"answer", ColumnHolds::text},         {"rating", ColumnHolds::line},
};

bool names_a_street(std::string const& written) {
    return std::ranges::any_of(
        std::initializer_list<std::string_view>{"街道", "办事处", "镇", "乡"},
        [&](auto end) { return written.ends_with(end); });
}

// One line, column by column.
class OldReader {
public:
    OldReader(Call const& call, OldNames const& names, std::vector<std::string> const& columns,
              std::vector<std::string> const& cells)
        : call_(call), names_(names), columns_(columns), cells_(cells) {}

    OldVoice read() {
        read_words();
        read_names();
        read_source();
        read_authors();
        read_joint();
        read_times();
        read_finish();
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
    void remark(char const* column, char const* code, Facts facts = {}) {
        out_.remarks.push_back({column, code, std::move(facts)});
    }
    std::string short_text(char const* key, std::size_t most) {
        auto text = cell(key);
        if (documents::characters(text).size() > most)
            fault(key, "long", {{"most", std::to_string(most)}});
        return text;
    }

    void read_words() {
        auto& voice = out_.voice;
        voice.version = 1;
        voice.title = short_text("title", old_title_most);
        if (voice.title.empty()) fault("title", "title_missing");
        voice.problem = short_text("problem", old_text_most);
        voice.analysis = short_text("analysis", old_text_most);
        voice.suggestion = short_text("suggestion", old_text_most);
        auto& filing = out_.past.filing;
        filing.book = book_name;
        filing.title = voice.title;
        filing.text = text_of(voice);
        filing.channel = filing.client = "import";
        filing.old_number = matters::identity_of(columns_, cells_);
        if (filing.old_number.starts_with('=')) filing.old_number.clear();
    }

    // An empty cell takes what is usual; a word that nobody knows is a fault.
    template <class Find>
    std::string named(char const* key, char const* code, std::string const& usual, Find find) {
        auto const written = cell(key);
        auto const found = (names_.*find)(written.empty() ? usual : written);
        if (!found && !(written.empty() && usual.empty())) fault(key, code, {{"word", written}});
        return found.value_or("");
    }

    void read_names() {
        auto& voice = out_.voice;
        auto& filing = out_.past.filing;
        filing.kind = named("kind", "kind", "opinion", &OldNames::kind);
        boost::describe::enum_from_string(filing.kind.c_str(), voice.kind);
        filing.category = voice.topic = named("topic", "category", "other", &OldNames::topic);
        // Its authors were never asked whether it may be public.
        voice.disclosure = Disclosure::closed;
        auto const disclosure = named("disclosure", "disclosure", "closed", &OldNames::disclosure);
        boost::describe::enum_from_string(disclosure.c_str(), voice.disclosure);
        filing.visibility = voice.disclosure == Disclosure::closed ? matters::Visibility::closed
                                                                   : matters::Visibility::open;
        out_.past.lead = OrgId{named("lead", "lead", "", &OldNames::unit)};
    }

    void read_joint() {
        auto const written = several_names(short_text("joint", old_text_most));
        if (!written.empty() && cell("lead").empty()) fault("lead", "lead_missing");
        for (auto const& name : written) {
            auto const unit = names_.unit(name);
            if (!unit) fault("joint", "lead", {{"word", name}});
            OrgId const id{unit.value_or("")};
            auto& joint = out_.past.joint;
            if (id != out_.past.lead && std::ranges::find(joint, id) == joint.end())
                joint.push_back(id);
        }
    }

    // A street's officer, or an adviser: of whom tables name the sector 界别, or nothing.
    void read_source() {
        auto const written = cell("from");
        auto const street = names_.street(written);
        out_.voice.source = street ? Source::officer : Source::adviser;
        out_.voice.street = OrgId{street.value_or("")};
        out_.past.filing.street = out_.voice.street;
        if (street || written.empty() || names_.says_adviser(written)) return;
        if (names_a_street(written)) return fault("from", "street", {{"word", written}});
        out_.voice.sector = short_text("from", name_most);
        remark("from", "sector");
    }

    void read_authors() {
        auto names = several_names(short_text("author", name_most));
        if (names.empty()) fault("author", "author_missing");
        for (auto& name : several_names(short_text("others", old_text_most)))
            if (std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
        for (auto const& name : names) {
            Author author{};
            author.serial = static_cast<int>(out_.authors.size()) + 1;
            author.name = tidied_line(name);
            author.member = names_.member(out_.voice.source, out_.voice.street, author.name);
            author.reporter = author.serial;
            if (author.member.empty())
                remark(author.serial == 1 ? "author" : "others", "author_unknown",
                       {{"name", name}});
            matters::Reporter reporter{};
            reporter.name = author.name;
            if (author.serial == 1)
                out_.past.reporter = reporter;
            else
                out_.past.others.push_back(reporter);
            out_.authors.push_back(std::move(author));
        }
    }

    // Of a cell that the table has read; nothing where it has said what is wrong.
    std::optional<Instant> moment(char const* key, std::optional<Instant> earliest = {}) {
        auto const at = documents::moment_in(cell(key), call_.district.zone());
        if (at > call_.now) fault(key, "future");
        if (at && earliest && *at < *earliest) fault(key, "before_submitted");
        return at;
    }

    void read_times() {
        auto& voice = out_.voice;
        auto const submitted = moment("submitted_at");
        if (!submitted && cell("submitted_at").empty()) fault("submitted_at", "date_missing");
        voice.submitted_at = submitted;
        voice.created_at = submitted.value_or(Instant{});
        auto const filed = moment("filed_at", submitted);
        voice.screened_at = voice.filed_at = filed ? filed : submitted;
        out_.past.filing.at = submitted;
        out_.past.accepted_at = voice.filed_at;
        out_.past.dispatched_at = moment("handed_at", submitted);
        if (out_.past.dispatched_at && cell("lead").empty()) fault("lead", "lead_missing");
        if (!out_.past.lead.empty() && !out_.past.dispatched_at)
            out_.past.dispatched_at = voice.filed_at;
        for (auto& author : out_.authors) {
            author.invited_at = voice.created_at;
            author.confirmed_at = submitted;
        }
    }

    // One, of the first author; or one an author, in their order.
    std::vector<matters::Rating> read_ratings() {
        std::vector<matters::Rating> ratings;
        for (auto const& written : several_names(cell("rating"))) {
            auto const word = names_.rating(written);
            if (!word) fault("rating", "rating", {{"word", written}});
            matters::Rating rating{};
            if (word && boost::describe::enum_from_string(word->c_str(), rating))
                ratings.push_back(rating);
        }
        if (ratings.size() > out_.authors.size()) fault("rating", "ratings_too_many");
        return ratings;
    }

    void read_finish() {
        auto& voice = out_.voice;
        auto const answered = moment("answered_at", voice.submitted_at);
        auto const published = moment("published_at", voice.submitted_at);
        auto const at = published ? published : answered;
        auto const written = cell("outcome");
        auto const word = names_.outcome(written);
        auto const answer = short_text("answer", old_text_most);
        bool const dated = !cell("answered_at").empty() || !cell("published_at").empty();
        if (!word && !written.empty()) fault("outcome", "outcome", {{"word", written}});
        if (!dated && !written.empty()) fault("answered_at", "finish_missing");
        if (dated && written.empty()) fault("outcome", "outcome_missing");
        auto const ratings = read_ratings();
        if (!dated && !ratings.empty()) fault("answered_at", "rated_early");
        if (!at || !word) return;
        Outcome outcome{};
        boost::describe::enum_from_string(word->c_str(), outcome);
        out_.past.finish = matters::Finish{*at, outcome, answer, ratings};
        voice.answered_at = at;
        if (outcome == Outcome::solved) voice.solved_at = at;
    }

    Call const& call_;
    OldNames const& names_;
    std::vector<std::string> const& columns_;
    std::vector<std::string> const& cells_;
    OldVoice out_{};
};

}  // namespace

std::vector<documents::TableColumn> old_columns(Texts const& texts) {
    return documents::table_columns(texts, known, "voices.ledger.", "voices.heads.");
}

OldVoice read_old(Call const& call, OldNames const& names, std::vector<std::string> const& columns,
                  std::vector<std::string> const& cells) {
    return OldReader(call, names, columns, cells).read();
}

}  // namespace banshi::voices
