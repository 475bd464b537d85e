#include "systems/supervision/questions.h"

#include <algorithm>

#include "base/letters.h"
#include "systems/supervision/filing.h"
#include "systems/supervision/open311_rows.h"
#include "systems/supervision/open311_talk.h"

namespace banshi::supervision {

namespace {

using open311::characters;
using open311::in_language;
using open311::read_number;

constexpr std::size_t most_text = 4000;

std::vector<Question> const& asked_of(Call& call, std::string const& category) {
    static std::vector<Question> const none;
    auto const& settings = call.district.policy<Settings>().open311;
    auto const* const service = settings ? settings->service(category) : nullptr;
    return service ? service->questions : none;
}

Refusal wrong(Call& call, char const* code, Question const& question) {
    return {Why::invalid,
            code,
            question.code,
            "answers." + question.code,
            {{"name", in_language(call, question.text, question.text_en)}}};
}

// A page asks for a day where a program sends a moment.
bool fits_page(Question const& question, std::string const& value) {
    return fits(question, value) ||
           (question.datatype == Datatype::datetime && read_day(value).has_value());
}

Result<std::string> answer_of(Call& call, Question const& question,
                              std::vector<QuestionAnswer> const& answers) {
    std::string shown;
    auto const given = std::ranges::find(answers, question.code, &QuestionAnswer::code);
    if (given == answers.end()) return shown;
    if (given->values.size() > 1 && question.datatype != Datatype::multivaluelist)
        return wrong(call, "question.value", question);
    for (auto const& value : given->values) {
        if (is_blank(value)) continue;
        if (!fits_page(question, value)) return wrong(call, "question.value", question);
        auto const choice = std::ranges::find(question.values, value, &AnswerChoice::key);
        shown +=
            (shown.empty() ? "" : "、") + (choice == question.values.end() ? value : choice->name);
    }
    return shown;
}

}  // namespace

bool fits(Question const& question, std::string const& value) {
    switch (question.datatype) {
        case Datatype::number:
            return read_number(value).has_value();
        case Datatype::datetime:
            return read_instant(value).has_value();
        case Datatype::singlevaluelist:
        case Datatype::multivaluelist:
            return std::ranges::find(question.values, value, &AnswerChoice::key) !=
                   question.values.end();
        case Datatype::text:
        case Datatype::string:
            return characters(value) <= most_text;
    }
    return false;
}

std::vector<QuestionView> questions_of(Call& call, std::string const& category) {
    std::vector<QuestionView> out;
    for (auto const& each : asked_of(call, category)) {
        QuestionView view{each.code,
                          each.datatype,
                          each.required,
                          each.variable,
                          in_language(call, each.text, each.text_en),
                          in_language(call, each.hint, each.hint_en),
                          {}};
        for (auto const& choice : each.values)
            view.values.push_back({choice.key, in_language(call, choice.name, choice.name_en)});
        out.push_back(std::move(view));
    }
    return out;
}

Result<void> keep_answers(Call& call, matters::Matter const& matter,
                          std::vector<QuestionAnswer> const& answers) {
    std::vector<rows::DetailRow> details;
    for (auto const& question : asked_of(call, matter.category)) {
        if (!question.variable) continue;
        auto shown = TRY(answer_of(call, question, answers));
        if (shown.empty() && question.required) return wrong(call, "question.missing", question);
        if (!shown.empty()) details.push_back({question.text, std::move(shown)});
    }
    for (auto const& each : answers) {
        auto const& questions = asked_of(call, matter.category);
        if (std::ranges::find(questions, each.code, &Question::code) == questions.end())
            return Refusal{Why::invalid, "question.unknown", each.code, "answers." + each.code};
    }
    rows::insert_details(call, matter.id, details);
    return {};
}

}  // namespace banshi::supervision
