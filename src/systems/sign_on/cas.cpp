#include "systems/sign_on/cas.h"

#include "documents/xml_events.h"

namespace banshi::sign_on {

Result<Proven> read_service_response(std::string_view xml) {
    // The user counts only where the protocol has it: in serviceResponse/authenticationSuccess.
    std::string path, user, failure;
    bool success = false;
    documents::XmlReader reader(
        {.opened = [&](std::string_view name, documents::Attributes attributes) -> Result<void> {
             path.append("/").append(name);
             if (path == "/serviceResponse/authenticationSuccess") success = true;
             if (path == "/serviceResponse/authenticationFailure") failure = attributes["code"];
             return {};
         },
         .closed = [&](std::string_view) -> Result<void> {
             path.resize(path.rfind('/'));
             return {};
         },
         .text = [&](std::string_view text) -> Result<void> {
             if (path == "/serviceResponse/authenticationSuccess/user") user += text;
             return {};
         }});
    auto const bad = [](std::string const& what) {
        return Refusal{Why::unauthenticated, "sign_on.bad_token", what};
    };
    if (auto const read = reader.read(xml, true); !read) return bad(read.refusal().detail);
    if (!failure.empty()) return Refusal{Why::unauthenticated, "sign_on.bad_ticket", failure};
    auto const first = user.find_first_not_of(" \t\r\n"), last = user.find_last_not_of(" \t\r\n");
    if (!success || first == user.npos) return bad("no user");
    user = user.substr(first, last - first + 1);
    if (user.size() > 255) return bad("user");
    return Proven{user};
}

}  // namespace banshi::sign_on
