#include "engines/matters/telling.h"

#include "engines/matters/rows.h"
#include "engines/matters/texts.h"
#include "engines/notices/notices.h"
#include "engines/people/identity.h"

namespace banshi::matters {

std::string address_of(Call& call, Matter const& matter) {
    auto const page = book(call.district, matter.book).page.value_or("matters");
    return call.district.address() + "/" + page + "/" + matter.number;
}

bool takes_messages(Reporter const& reporter) {
    return bool(people::normalise_phone(reporter.phone));
}

void tell_reporter(Call& call, Matter const& matter, Reporter const& reporter,
                   std::string const& what, Facts facts) {
    if (!takes_messages(reporter)) return;
    facts.emplace("number", matter.number);
    facts.emplace("title", matter.title);
    facts.emplace("link", address_of(call, matter));
    notices::queue(
        call,
        {.text = "matter." + what,
         .phone = reporter.phone,
         .facts = std::move(facts),
         .language = reporter.language == "en" ? Language::en : Language::zh,
         .once = "matter/" + matter.id.text + "/" + what + "/" + std::to_string(matter.round) +
                 "/" + std::to_string(matter.deeds) + "/" + std::to_string(reporter.serial),
         .about = "matter/" + matter.id.text});
}

void tell_reporters(Call& call, Matter const& matter, std::string const& what, Facts facts) {
    tell_other_reporters(call, matter, 0, what, std::move(facts));
}

void tell_other_reporters(Call& call, Matter const& matter, int but, std::string const& what,
                          Facts facts) {
    // Several may have reported it: what the office wrote names none of them to another.
    PublicWords const words(call, matter);
    for (auto& [name, fact] : facts) fact = words.of(fact);
    for (auto const& reporter : rows::reporters_of(call, matter.id))
        if (reporter.serial != but) tell_reporter(call, matter, reporter, what, facts);
}

}  // namespace banshi::matters
