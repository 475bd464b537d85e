#include "systems/voices/settings.h"

#include "base/config.h"

namespace banshi::voices {

BOOST_DESCRIBE_STRUCT(Settings, (), (phone, me_too_from, citizens_from, units, book))

Result<Settings> read_settings(std::string_view toml, std::string const& file) {
    auto settings = TRY(config::read<Settings>(toml, file));
    if (auto const sound = matters::check(settings.book); !sound) {
        auto const parsed = TRY(config::parse(toml, file));
        auto refusal = sound.refusal();
        refusal.field = "book." + refusal.field;
        return config::placed(std::move(refusal), parsed, file, {});
    }
    return settings;
}

}  // namespace banshi::voices
