#include "server/errand.h"

#include "server/problem.h"
#include "server/sessions.h"

namespace banshi::server {

std::string key_of(Errand const& errand) {
    std::string key = errand.door->site.district->name() + "/" + errand.route().deed.verb;
    key += language_of(errand.request) == Language::en ? " en " : " zh ";
    return key + json::serialize(errand.incoming.fields) + errand.session + "/" + errand.account;
}

Request essence(Errand const& errand) {
    auto const& request = errand.request;
    Request out;
    out.method = request.method;
    out.id = request.id;
    out.headers = {{"Accept-Language", language_of(request) == Language::en ? "en" : "zh"}};
    if (errand.session.empty()) return out;
    std::string cookies;
    for (auto const* name : {session_cookie, secure_session_cookie})
        cookies.append(name).append("=").append(request.cookie(name)).append("; ");
    out.headers.emplace_back("Cookie", cookies);
    if (auto const bearer = request.header("Authorization"); !bearer.empty())
        out.headers.emplace_back("Authorization", bearer);
    return out;
}

std::string topic_of(Errand const& errand) {
    auto topic = errand.route().topic;
    for (auto const& [name, value] : errand.incoming.fields) {
        auto const hole = "{" + std::string(name) + "}";
        if (auto const at = topic.find(hole); at != topic.npos && value.is_string())
            topic.replace(at, hole.size(), value.as_string().c_str());
    }
    return topic;
}

}  // namespace banshi::server
