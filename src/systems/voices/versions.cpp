#include "systems/voices/versions.h"

#include "systems/voices/rows.h"

namespace banshi::voices {

Result<VersionList> list_versions(Call& call, OfVoice const& form) {
    auto const view = TRY(see_voice(call, form));
    if (view.eye <= Eye::everybody) return no_such_voice(form.number);
    VersionList list;
    for (auto const& [version, at, title, problem, analysis, suggestion] :
         rows::versions_of(call, view.voice))
        list.versions.push_back({version, at, title, problem, analysis, suggestion});
    return list;
}

}  // namespace banshi::voices
