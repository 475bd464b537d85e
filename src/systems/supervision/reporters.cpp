// Who reported it: looked at with a reason, and asked by telephone how it was.

#include <algorithm>

#include "engines/matters/texts.h"
#include "systems/supervision/office.h"

namespace banshi::supervision {

namespace {

Result<matters::Matter> opened(Call& call, RevealReporter const& form) {
    auto matter = TRY(find_matter(call, form.number));
    TRY(may_see(call, matter));
    TRY(people::may(call, see_reporters, people::node(call.district)));
    if (form.reason.find_first_not_of(' ') == form.reason.npos)
        return Refusal{Why::invalid, "matter.reason_missing", "", "reason"};
    return matter;
}

}  // namespace

Result<ReporterShown> reveal_reporter(Call& call, RevealReporter const& form) {
    auto matter = TRY(opened(call, form));
    auto const all = matters::reporters_of(call, matter.id);
    auto const reporter = std::ranges::find(all, form.reporter, &matters::Reporter::serial);
    if (reporter == all.end())
        return Refusal{Why::not_found, "reporter.not_found", form.number, "reporter"};
    TRY(matters::note(call, matter, matters::Verb::reveal, form.reason,
                      {{"reporter", form.reporter}}));
    return ReporterShown{reporter->name, reporter->phone, reporter->email};
}

Result<Originals> see_originals(Call& call, RevealReporter const& form) {
    auto matter = TRY(opened(call, form));
    Originals out;
    for (auto const& [at, title, text] : matters::original_texts(call, matter.id))
        out.versions.push_back({at, title, text});
    TRY(matters::note(call, matter, matters::Verb::reveal, form.reason, {{"texts", true}}));
    return out;
}

Result<CaseView> record_evaluation(Call& call, RecordEvaluation const& form) {
    auto matter = TRY(find_matter(call, form.number));
    TRY(may_see(call, matter));
    TRY(people::may(call, call_back, people::node(call.district)));
    if (matter.visibility == matters::Visibility::anonymous)
        return Refusal{Why::conflict, "evaluation.anonymous", form.number};
    TRY(matters::evaluate(call, matter, form.reporter,
                          {form.solved, form.rating, form.reason.value_or(""), "telephone"}));
    return shown(call, matter);
}

}  // namespace banshi::supervision
