#pragma once
// What a district sets for single sign-on, in config/districts/<name>/sign_on.toml.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace banshi::sign_on {

enum class Protocol {
    oidc,  // OpenID Connect 1.0: authorization code and PKCE
    cas,   // CAS 3.0
};
enum class Factor {
    ours,    // whoever has a second factor here is asked for it
    theirs,  // the provider has asked for one
};

struct Provider {  // 统一身份认证
    std::string id;
    Protocol protocol;
    std::string name;
    std::string name_en;
    std::string url;                         // the issuer; of CAS, what stands before /login
    std::optional<std::string> client = {};  // client_id, of OIDC
    std::optional<std::string> secret = {};  // file of the data folder's secrets
    Factor second_factor = Factor::ours;
    // Where the token must say so: one of these. With neither, each log-in there is enough.
    std::optional<std::vector<std::string>> acr = {}, amr = {};
};

struct Settings {
    std::vector<Provider> providers;

    Provider const* find(std::string_view id) const;
};

// Refuses config.* with file, line, field and what is allowed.
Result<Settings> read_settings(std::string_view toml, std::string const& file);

// https, or http on this machine itself.
bool is_safe(std::string_view url);

}  // namespace banshi::sign_on
