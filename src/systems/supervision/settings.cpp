#include "systems/supervision/settings.h"

#include "base/config.h"

namespace banshi::supervision {

BOOST_DESCRIBE_STRUCT(AnswerChoice, (), (key, name, name_en))
BOOST_DESCRIBE_STRUCT(Question, (),
                      (code, datatype, required, variable, text, text_en, hint, hint_en, values))
BOOST_DESCRIBE_STRUCT(OpenService, (),
                      (category, type, description, description_en, keywords, questions))
BOOST_DESCRIBE_STRUCT(Open311Settings, (),
                      (jurisdiction, production, trial_key, changed, contact, contact_en,
                       per_minute, outside, south, west, north, east, services))
BOOST_DESCRIBE_STRUCT(PetitionSettings, (),
                      (kinds, ask_days, review_by, recheck_by, quiet_days, final_reason, basis))
BOOST_DESCRIBE_STRUCT(DutySettings, (), (recurring_matters, recurring_months, basis))
BOOST_DESCRIBE_STRUCT(KeptFor, (), (kind, months))
BOOST_DESCRIBE_STRUCT(RetentionSettings, (), (months, kinds, daily, basis))
BOOST_DESCRIBE_STRUCT(Settings, (), (phone, units, book, open311, petitions, duties, retention))

Result<Settings> read_settings(std::string_view toml, std::string const& file) {
    auto settings = TRY(config::read<Settings>(toml, file));
    auto const placed = [&](Refusal refusal, std::string const& part) -> Refusal {
        auto const parsed = TRY(config::parse(toml, file));
        refusal.field = part + refusal.field;
        return config::placed(std::move(refusal), parsed, file, {});
    };
    if (auto const sound = matters::check(settings.book); !sound)
        return placed(sound.refusal(), "book.");
    if (settings.open311)
        if (auto const sound = check(*settings.open311, settings.book); !sound)
            return placed(sound.refusal(), "open311.");
    std::vector<OrgId> units;
    for (auto const& unit : settings.units) units.push_back(unit.id);
    if (settings.petitions)
        if (auto const sound = check(*settings.petitions, settings.book, units); !sound)
            return placed(sound.refusal(), "petitions.");
    return settings;
}

}  // namespace banshi::supervision
