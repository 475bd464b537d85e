#include "systems/sign_on/system.h"

#include "systems/route.h"
#include "systems/sign_on/sign_on.h"

namespace banshi::sign_on {

BOOST_DESCRIBE_STRUCT(ListProviders, (), ())
BOOST_DESCRIBE_STRUCT(ProviderShown, (), (provider, name, name_en))
BOOST_DESCRIBE_STRUCT(ProviderList, (), (providers))
BOOST_DESCRIBE_STRUCT(BeginSignOn, (), (provider))
BOOST_DESCRIBE_STRUCT(SignOnBegun, (), (address, attempt))
BOOST_DESCRIBE_STRUCT(FinishSignOn, (), (attempt, state, came, issuer, error, second_factor))
BOOST_DESCRIBE_STRUCT(SignedOn, (), (token, csrf, ends, way_out))
BOOST_DESCRIBE_STRUCT(ListLinks, (), (account))
BOOST_DESCRIBE_STRUCT(LinkShown, (), (provider, subject, linked_at))
BOOST_DESCRIBE_STRUCT(LinkList, (), (links))
BOOST_DESCRIBE_STRUCT(LinkIdentity, (), (account, provider, subject))
BOOST_DESCRIBE_STRUCT(UnlinkIdentity, (), (account, provider, subject))
BOOST_DESCRIBE_STRUCT(ListSignOns, (), ())
BOOST_DESCRIBE_STRUCT(SignOnShown, (), (at, what, account, by, provider, subject))
BOOST_DESCRIBE_STRUCT(SignOnList, (), (deeds))
BOOST_DESCRIBE_STRUCT(ForgetSignOns, (), ())
BOOST_DESCRIBE_STRUCT(SignOnsForgotten, (), ())

namespace {

Right const tidy_up{"house.tidy_up"};

Result<void> configure(District& district, std::string_view toml, std::string const& file) {
    district.set(TRY(read_settings(toml, file)));
    return {};
}

// A request that is malformed is refused in its turn.
template <class In>
std::function<void(Call&, json::object const&)> ahead(void (*prepare)(Call&, In const&)) {
    return [prepare](Call& call, json::object const& request) {
        if (auto const form = shape::read<In>(request, shape::Source::json))
            prepare(call, form.value());
    };
}

}  // namespace

System system() {
    std::string const links = "/accounts/{account}/links";
    return {.name = "sign_on",
            .title = "system.sign_on",
            .routes =
                {
                    get("/sign-on/providers", anyone, "list_providers", list_providers),
                    prepared(ahead(prepare_begin), secret(post("/sign-on/beginnings", anyone,
                                                               "begin_sign_on", begin_sign_on))),
                    prepared(ahead(prepare_finish),
                             opens_session(post("/sign-on/arrivals", anyone, "finish_sign_on",
                                                finish_sign_on))),
                    get("/sign-on/deeds", see_log, "list_sign_ons", list_sign_ons),
                    get(links, manage, "list_links", list_links),
                    post(links, manage, "link_identity", link_identity),
                    post(links + "/removal", manage, "unlink_identity", unlink_identity),
                },
            .jobs = {{.deed = deed(tidy_up, "forget_sign_ons", forget_sign_ons, true),
                      .daily = Clock{Minutes{3 * 60 + 10}}}},
            .configure = configure};
}

std::vector<std::string> secrets_of(District const& district) {
    std::vector<std::string> names;
    if (!district.has<Settings>()) return names;
    for (auto const& provider : district.policy<Settings>().providers)
        if (provider.secret) names.push_back(*provider.secret);
    return names;
}

}  // namespace banshi::sign_on
