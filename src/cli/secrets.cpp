#include "cli/secrets.h"

#include "store/secret_file.h"
#include "systems/sign_on/system.h"

namespace banshi::cli {

static std::vector<std::string> secrets_of(District const& district) {
    std::vector<std::string> names;
    if (district.has<notices::Policy>())
        for (auto const& robot : district.policy<notices::Policy>().robots)
            names.push_back(robot.secret);
    for (auto& name : sign_on::secrets_of(district)) names.push_back(std::move(name));
    return names;
}

std::vector<BadSecret> bad_secrets(Environment const& here, City const& city) {
    std::vector<BadSecret> bad;
    for (auto const& each : city.districts)
        for (auto const& name : secrets_of(each.district)) {
            auto const file = here.secrets() / name;
            try {
                read_secret_file(file);
            } catch (std::exception const& wrong) {
                bad.push_back({each.district.name(), file, wrong.what()});
            }
        }
    return bad;
}

}  // namespace banshi::cli
