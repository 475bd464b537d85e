#include "systems/privacy/erasures.h"

#include <charconv>

#include "base/letters.h"
#include "documents/sheet.h"
#include "engines/people/accounts.h"
#include "engines/people/checked.h"
#include "engines/people/orgs.h"
#include "engines/people/people.h"
#include "engines/record/browse.h"
#include "systems/privacy/certificate.h"
#include "systems/privacy/mine.h"

namespace banshi::privacy {

namespace {

using rows::Erasure;

constexpr int a_page = 100;

Result<Erasure> find(Call& call, std::string const& typed) {
    std::int64_t number = 0;
    auto const digits = typed.starts_with("E-") ? std::string_view(typed).substr(2) : "";
    auto const* const end = digits.data() + digits.size();
    bool const whole = std::from_chars(digits.data(), end, number).ptr == end;
    auto one = whole ? rows::find(call, number) : std::nullopt;
    if (!one || one->decided_at) return Refusal{Why::not_found, "erasure.not_found", typed};
    return *one;
}

// Every trace of who the person is: the row with name, document and telephone, what offices hold
// beside it, and the salt by which the entries of the record are theirs.
void erase(Call& call, Erasure const& one) {
    auto const phone = people::phone_lookup_of(call, one.account).value_or("");
    people::erase_holdings(call, {one.account, phone, one.person});
    people::forget_checks(call, one.person);
    record::forget(call.tx, call.district.name(), one.person);
    people::erase(call, one.person);
    record::note_erasure(call, number_of(one));
}

std::string certified(Call& call, std::string const& key, Facts const& facts) {
    return call.texts.say(call.language, "privacy.certificate." + key, facts);
}

documents::Sheet sheet_of(Call& call, Erasure const& one) {
    using namespace documents;
    auto const& zone = call.district.zone();
    Facts const facts{{"number", number_of(one)},
                      {"asked", written(zone.day_of(one.asked_at))},
                      {"done", written(zone.day_of(*one.decided_at))},
                      {"district", call.district.address()}};
    Sheet sheet{certified(call, "title", facts), {Title{certified(call, "title", facts)}}};
    sheet.blocks.emplace_back(Plate{certified(call, "caption", facts), number_of(one)});
    for (auto const* key : {"done", "gone", "stays", "books", "proofs"})
        sheet.blocks.emplace_back(Paragraph{certified(call, key, facts)});
    if (auto const seq = place_of(call, one)) {
        Facts const entry{{"seq", std::to_string(*seq)}, {"hash", hex(fingerprint_of(call, one))}};
        sheet.blocks.emplace_back(Code{call.district.address() + "/record/" + std::to_string(*seq),
                                       certified(call, "entry", entry)});
    }
    return sheet;
}

}  // namespace

std::optional<ErasureShown> erasure_of(Call& call, AccountId const& account) {
    auto const one = rows::newest_of(call, account);
    if (!one) return {};
    auto const state = !one->decided_at ? ErasureState::asked
                       : one->granted   ? ErasureState::granted
                                        : ErasureState::refused;
    return ErasureShown{number_of(*one), state,    one->asked_at,
                        one->decided_at, one->why, place_of(call, *one)};
}

Result<MyData> ask_for_erasure(Call& call, AskForErasure const&) {
    auto const subject = TRY(subject_of(call));
    if (subject.person.empty()) return Refusal{Why::forbidden, "erasure.unchecked"};
    auto const before = rows::newest_of(call, subject.account);
    if (before && !before->decided_at)
        return Refusal{Why::conflict, "erasure.asked", {}, {}, {{"number", number_of(*before)}}};
    rows::insert(call, {rows::last_number(call) + 1, subject.account, subject.person, call.now});
    return my_data(call, subject);
}

Result<File> erasure_certificate(Call& call, SeeCertificate const&) {
    auto const subject = TRY(subject_of(call));
    auto const one = rows::newest_of(call, subject.account);
    if (!one || !one->granted) return Refusal{Why::not_found, "erasure.no_certificate"};
    auto pdf = TRY(documents::sheet_pdf(sheet_of(call, *one), *one->decided_at));
    return File{"application/pdf", number_of(*one) + ".pdf", std::move(pdf)};
}

Result<ErasureList> list_erasures(Call& call, ListErasures const&) {
    TRY(people::may(call, decide_erasures, people::node(call.district)));
    ErasureList list;
    for (auto const& one : rows::undecided(call, a_page)) {
        auto const person = people::masked(call, one.person);
        list.erasures.push_back({number_of(one), one.asked_at, person.name, person.id_number});
    }
    return list;
}

Result<ErasureList> decide_erasure(Call& call, DecideErasure const& form) {
    TRY(people::may(call, decide_erasures, people::node(call.district)));
    auto one = TRY(find(call, form.number));
    one.why = form.why.value_or("");
    if (!form.grant && is_blank(one.why))
        return Refusal{Why::invalid, "erasure.reason_missing", {}, "why"};
    one.granted = form.grant;
    one.decided_at = call.now;
    if (one.granted) {
        erase(call, one);
        one.trace = record::append(call, entry_of(call, one)).number;
    }
    rows::decide(call, one);
    return list_erasures(call, {});
}

}  // namespace banshi::privacy
