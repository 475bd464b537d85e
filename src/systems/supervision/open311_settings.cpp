#include "systems/supervision/open311_settings.h"

#include <algorithm>

namespace banshi::supervision {

OpenService const* Open311Settings::service(std::string_view category) const {
    auto const found = std::ranges::find(services, category, &OpenService::category);
    return found == services.end() ? nullptr : &*found;
}

static Refusal wrong(std::string field, std::string value) {
    return {Why::invalid, "config.value", std::move(value), std::move(field)};
}

static Result<void> check_questions(OpenService const& service, std::string const& field) {
    std::vector<std::string> codes;
    for (auto const& question : service.questions) {
        bool const chosen = question.datatype == Datatype::singlevaluelist ||
                            question.datatype == Datatype::multivaluelist;
        if (question.code.empty() || question.code.find_first_of("[]&=") != std::string::npos)
            return wrong(field + ".questions.code", question.code);
        if (std::ranges::find(codes, question.code) != codes.end())
            return wrong(field + ".questions.code", question.code);
        if (chosen == question.values.empty())
            return wrong(field + ".questions.values", question.code);
        if (question.required && !question.variable)
            return wrong(field + ".questions.required", question.code);
        codes.push_back(question.code);
    }
    return {};
}

Result<void> check(Open311Settings const& settings, matters::Book const& book) {
    if (settings.production && !settings.trial_key.empty())
        return wrong("trial_key", settings.trial_key);
    if (settings.per_minute < 1) return wrong("per_minute", std::to_string(settings.per_minute));
    if (settings.south >= settings.north || settings.west >= settings.east)
        return wrong("north", std::to_string(settings.north));
    for (auto const& service : settings.services) {
        if (!book.category(service.category)) return wrong("services.category", service.category);
        TRY(check_questions(service, "services"));
    }
    return {};
}

}  // namespace banshi::supervision
