#include "systems/sign_on/settings.h"

#include <gtest/gtest.h>

namespace banshi::sign_on {

// The field that is refused, or "ok".
static std::string refused_field(std::string const& more) {
    auto const settings = read_settings(
        "[[providers]]\nid = \"city\"\nname = \"市\"\nname_en = \"city\"\n" + more, "sign_on.toml");
    return settings ? "ok" : settings.refusal().facts.at("field");
}

TEST(SignOnSettings, NameTheFieldThatIsWrong) {
    std::string const oidc = "protocol = \"oidc\"\nsecond_factor = \"ours\"\n",
                      safe = "url = \"https://login.example\"\n", client = "client = \"banshi\"\n";
    EXPECT_EQ(refused_field(oidc + safe + client), "ok");
    EXPECT_EQ(refused_field(oidc + safe), "providers[0].client");
    EXPECT_EQ(refused_field(oidc + client + "url = \"http://login.example\"\n"),
              "providers[0].url");
    EXPECT_EQ(refused_field(oidc + client + "url = \"http://127.0.0.1.evil/\"\n"),
              "providers[0].url");
    EXPECT_EQ(refused_field(oidc + safe + client + "secret = \"../keys\"\n"),
              "providers[0].secret");
    EXPECT_EQ(refused_field(oidc + safe + client + "amr = [\"otp\"]\n"), "providers[0].amr");
    EXPECT_EQ(refused_field(oidc + safe + client + "passwrod = 1\n"), "providers[0].passwrod");
}

}  // namespace banshi::sign_on
