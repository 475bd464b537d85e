// What may be reported here, and where: discovery, the list of services, one service with its
// questions.

#include "systems/supervision/open311_talk.h"

namespace banshi::supervision::open311 {

namespace {

bool open_now(Visit const& visit, OpenService const& service) {
    return !visit.call.district.policy<Settings>().book.category(service.category)->retired;
}

json::object shown(Visit const& visit, OpenService const& service) {
    auto const& call = visit.call;
    auto const& category = *call.district.policy<Settings>().book.category(service.category);
    return {{"service_code", category.id},
            {"service_name", in_language(call, category.name, category.name_en)},
            {"description",
             text_or_null(in_language(call, service.description, service.description_en))},
            {"metadata", !service.questions.empty()},
            {"type", boost::describe::enum_to_string(service.type, "")},
            {"keywords", text_or_null(service.keywords)},
            {"group", text_or_null(in_language(call, category.group, category.group_en))}};
}

json::object shown(Call const& call, Question const& question, int order) {
    json::object out{
        {"variable", question.variable},
        {"code", question.code},
        {"datatype", boost::describe::enum_to_string(question.datatype, "")},
        {"required", question.required},
        {"datatype_description", text_or_null(in_language(call, question.hint, question.hint_en))},
        {"order", order},
        {"description", in_language(call, question.text, question.text_en)}};
    if (question.values.empty()) return out;
    auto& values = out["values"].emplace_array();
    for (auto const& [key, name, name_en] : question.values)
        values.push_back(json::object{{"key", key}, {"name", in_language(call, name, name_en)}});
    return out;
}

}  // namespace

Told services(Visit const& visit) {
    json::array list;
    for (auto const& each : visit.settings.services)
        if (open_now(visit, each)) list.push_back(shown(visit, each));
    return {"services", "service", std::move(list)};
}

Told service(Visit const& visit) {
    auto const* const found = visit.settings.service(visit.address.name);
    if (!found || !open_now(visit, *found))
        return not_found("open311.service_not_found", "service_code", visit.address.name);
    json::array attributes;
    for (auto const& question : found->questions)
        attributes.push_back(shown(visit.call, question, static_cast<int>(attributes.size()) + 1));
    return {"service_definition", "",
            json::object{{"service_code", found->category}, {"attributes", attributes}}};
}

Told discovery(Visit const& visit) {
    auto const& call = visit.call;
    json::array endpoints;
    std::string changeset;
    for (auto const* district : visit.asked.open) {
        auto const& settings = *district->policy<Settings>().open311;
        auto const changed = written(district->zone().midnight(settings.changed), district->zone());
        changeset = std::max(changeset, changed);
        endpoints.push_back(json::object{{"specification", "http://wiki.open311.org/GeoReport_v2"},
                                         {"url", district->address() + "/open311/v2/"},
                                         {"changeset", changed},
                                         {"type", settings.production ? "production" : "test"},
                                         {"formats", json::array{"text/xml", "application/json"}}});
    }
    auto const& settings = visit.settings;
    auto key = call.texts.say(call.language, "open311.key_service",
                              {{"address", call.district.address() + "/open311"}});
    if (!settings.trial_key.empty())
        key += call.texts.say(call.language, "open311.key_trial", {{"key", settings.trial_key}});
    return {"discovery", "",
            json::object{{"changeset", changeset},
                         {"contact", in_language(call, settings.contact, settings.contact_en)},
                         {"key_service", key},
                         {"endpoints", std::move(endpoints)}}};
}

}  // namespace banshi::supervision::open311
