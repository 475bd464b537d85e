#include "engines/people/people.h"

#include <algorithm>
#include <sstream>

#include "base/letters.h"
#include "engines/people/people_rows.h"
#include "engines/people/phones.h"

namespace banshi::people {

namespace {

// A typist could otherwise fill a person's row without end.
constexpr std::size_t most_other_names = 20;

std::string document_hash(Document const& document) {
    return lookup_hash(boost::describe::enum_to_string(document.kind, ""), document.number);
}

std::string phone_hash(std::string const& phone) {
    return phone.empty() ? "" : lookup_hash("phone", phone);
}

std::vector<std::string> lines_of(std::string const& text) {
    std::vector<std::string> out;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) out.push_back(line);
    return out;
}

// True when the name was not known yet.
bool remember_other_name(Call& call, rows::SealedPerson& person, std::string const& name) {
    auto names = lines_of(unseal_filled(person.other_names));
    if (std::ranges::find(names, name) != names.end() || names.size() >= most_other_names)
        return false;
    names.push_back(name);
    std::string all;
    for (auto const& each : names) all += each + "\n";
    person.other_names = seal_filled(all, call.random);
    return true;
}

void keep_news(Call& call, rows::SealedPerson person, std::string const& name,
               std::string const& phone) {
    bool changed = unseal_filled(person.name) != name && remember_other_name(call, person, name);
    if (auto hash = phone_hash(phone); !phone.empty() && hash != person.phone_lookup) {
        person.phone = seal_filled(phone, call.random);
        person.phone_lookup = std::move(hash);
        changed = true;
    }
    // Whoever is named again has a further deed, and may have a further row somewhere.
    if (changed)
        rows::update_person(call, person);
    else
        rows::raise_version(call, person.id);
}

}  // namespace

Result<PersonId> identify(Call& call, Identity const& typed) {
    auto const name = TRY(normalise_name(typed.name));
    auto const today = call.district.zone().day_of(call.now);
    auto const document = TRY(read_document(typed.kind, typed.id_number, today));
    auto const phone = typed.phone.empty() ? std::string() : TRY(normalise_phone(typed.phone));

    auto const lookup = document_hash(document);
    auto known = rows::find_person_by_lookup(call, lookup);
    if (!known) {
        rows::SealedPerson person{call.fresh<PersonId>(),
                                  document.kind,
                                  seal_filled(document.number, call.random),
                                  seal_filled(name, call.random),
                                  "",
                                  seal_filled(phone, call.random),
                                  phone_hash(phone)};
        if (rows::insert_person(call, person, lookup)) return person.id;
        known = rows::find_person_by_lookup(call, lookup);
    }
    keep_news(call, known.value(), name, phone);
    return known->id;
}

std::optional<PersonId> find(Call& call, std::string_view id_number, DocumentKind kind) {
    auto const number = normalise_id_number(id_number);
    if (number.empty()) return {};
    auto const known = rows::find_person_by_lookup(call, document_hash({kind, number}));
    return known ? std::optional(known->id) : std::nullopt;
}

std::vector<PersonId> find_by_phone(Call& call, std::string_view phone) {
    auto const number = normalise_phone(phone);
    if (!number) return {};
    return rows::find_persons_by_phone(call, phone_hash(number.value()));
}

Masked masked(Call& call, PersonId const& id) {
    auto const person = id.empty() ? std::nullopt : rows::find_person(call, id);
    if (!person) return {};
    return {masked_name(unseal_filled(person->name)),
            masked_id_number(unseal_filled(person->number)),
            masked_phone(unseal_filled(person->phone))};
}

int count_other_names(Call& call, PersonId const& id) {
    auto const person = rows::find_person(call, id);
    return person ? static_cast<int>(lines_of(unseal_filled(person->other_names)).size()) : 0;
}

Result<Shown> reveal(Call& call, PersonId const& id, std::string const& reason) {
    if (is_blank(reason)) return Refusal{Why::invalid, "person.reason_missing", id.text, "reason"};
    auto const person = rows::find_person(call, id);
    if (!person) return Refusal{Why::not_found, "person.not_found", id.text};

    rows::insert_access(call, id, reason);
    return Shown{unseal_filled(person->name), unseal_filled(person->number),
                 unseal_filled(person->phone), lines_of(unseal_filled(person->other_names))};
}

Result<void> rename(Call& call, PersonId const& id, std::string_view name) {
    auto const right_name = TRY(normalise_name(name));
    auto person = rows::find_person(call, id);
    if (!person) return Refusal{Why::not_found, "person.not_found", id.text};
    auto const before = unseal_filled(person->name);
    if (before == right_name) return {};
    remember_other_name(call, *person, before);
    person->name = seal_filled(right_name, call.random);
    rows::update_person(call, *person);
    return {};
}

void lock(Call& call, PersonId const& id) { rows::raise_version(call, id); }

std::string phone_of(Call& call, PersonId const& id) {
    auto const person = rows::find_person(call, id);
    return person ? unseal_filled(person->phone) : "";
}

void put_back_phone(Call& call, PersonId const& id, std::string const& phone) {
    auto person = rows::find_person(call, id);
    if (!person) return;
    person->phone = seal_filled(phone, call.random);
    person->phone_lookup = phone_hash(phone);
    rows::update_person(call, *person);
}

bool named_only_at(Call& call, PersonId const& id, Instant at) {
    return rows::is_new_since(call, id, at);
}

void erase(Call& call, PersonId const& id) { rows::empty_person(call, id); }

}  // namespace banshi::people
