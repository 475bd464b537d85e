#pragma once
// A route is declared once: its request struct, response struct, right and use case. JSON,
// OpenAPI, the TypeScript client and the scenario verb all follow from that line.
// Included by system.cpp files alone.

#include <utility>

#include "base/shape.h"
#include "systems/system.h"

namespace banshi {

template <class In, class Out>
using UseCase = Result<Out> (*)(Call&, In const&);

template <class Out>
Answer answer(Out const& out, Zone const& zone) {
    if constexpr (std::is_same_v<Out, File>)
        return {nullptr, out};
    else if constexpr (shape::Optional<Out>)
        return out ? answer(*out, zone) : Answer{};
    else
        return {shape::write(out, zone), {}};
}

template <class Out>
constexpr auto answer_schema() -> json::object (*)() {
    if constexpr (std::is_same_v<Out, File>)
        return nullptr;
    else
        return shape::schema<Out>;
}

// Refuses whoever does not hold the right, before a field is read.
inline Deed guarded(Deed deed) {
    deed.serve = [right = deed.right, serve = std::move(deed.serve)](
                     Call& call, json::object const& in, shape::Source source) -> Result<Answer> {
        if (right != anyone && !call.actor.holds(right)) {
            bool const known = call.actor.kind != Actor::Kind::visitor;
            return Refusal{known ? Why::forbidden : Why::unauthenticated,
                           known ? "right.missing" : "session.missing", right};
        }
        return serve(call, in, source);
    };
    return deed;
}

template <class In, class Out>
Deed deed(Right right, std::string verb, UseCase<In, Out> use_case, bool writes) {
    auto serve = [use_case](Call& call, json::object const& in,
                            shape::Source source) -> Result<Answer> {
        In request{};
        auto const fields = std::span(shape::Table<In>::fields);
        if (auto const no = shape::misread(in, &request, fields, source)) return *no;
        return answer(TRY(use_case(call, request)), call.district.zone());
    };
    return guarded({std::move(verb), std::move(right), writes, shape::schema<In>(),
                    answer_schema<Out>(), serve});
}

template <class In, class Out>
Route get(std::string path, Right right, std::string verb, UseCase<In, Out> use_case) {
    return {"get", std::move(path), deed(std::move(right), std::move(verb), use_case, false)};
}

template <class In, class Out>
Route post(std::string path, Right right, std::string verb, UseCase<In, Out> use_case) {
    return {"post", std::move(path), deed(std::move(right), std::move(verb), use_case, true)};
}

template <class In, class Out>
Route put(std::string path, Right right, std::string verb, UseCase<In, Out> use_case) {
    return {"put", std::move(path), deed(std::move(right), std::move(verb), use_case, true)};
}

// A POST whose request has fields of type Upload: it comes as multipart/form-data, and where there
// is one file alone also as that file. What takes time with it is done ahead, see `prepared`.
template <class In, class Out>
Route upload(std::string path, Right right, std::string verb, UseCase<In, Out> use_case) {
    auto route = post(std::move(path), std::move(right), std::move(verb), use_case);
    route.most_bytes = usual_upload_bytes;
    return route;
}

// The deed brings something into being: 201.
inline Route creates(Route route) {
    route.status = 201;
    return route;
}

// Request and answer are nobody's later; see Deed::secret.
inline Route secret(Route route) {
    route.deed.secret = true;
    return route;
}

// The answer is kept for a repetition under the house's key; see Deed::sealed.
inline Route sealed(Route route) {
    route.deed.sealed = true;
    return route;
}

inline Route opens_session(Route route) {
    route.session = SessionChange::opens;
    return secret(std::move(route));
}

inline Route ends_session(Route route) {
    route.session = SessionChange::ends;
    return secret(std::move(route));  // repeating it does no harm, so it needs no key
}

inline Route prepared(std::function<void(Call&, json::object const&)> prepare, Route route) {
    route.deed.prepare = std::move(prepare);
    return route;
}

// The answer can be watched; see Route::topic.
inline Route live(std::string topic, Route route) {
    route.topic = std::move(topic);
    return route;
}

}  // namespace banshi
