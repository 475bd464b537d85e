#include "engines/people/people.h"

#include <algorithm>
#include <sstream>

#include "engines/people/people_rows.h"
#include "engines/people/phones.h"

namespace banshi::people {

namespace {

// A typist could otherwise fill a person's row without end.
constexpr std::size_t most_other_names = 20;

std::string opened(std::string const& sealed) { return sealed.empty() ? "" : unseal(sealed); }

std::string closed(Call& call, std::string const& plain) {
    return plain.empty() ? "" : seal(plain, call.random);
}

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
    auto names = lines_of(opened(person.other_names));
    if (std::ranges::find(names, name) != names.end() || names.size() >= most_other_names)
        return false;
    names.push_back(name);
    std::string all;
    for (auto const& each : names) all += each + "\n";
    person.other_names = closed(call, all);
    return true;
}

void keep_news(Call& call, rows::SealedPerson person, std::string const& name,
               std::string const& phone) {
    bool changed = opened(person.name) != name && remember_other_name(call, person, name);
    if (auto hash = phone_hash(phone); !phone.empty() && hash != person.phone_lookup) {
        person.phone = closed(call, phone);
        person.phone_lookup = std::move(hash);
        changed = true;
    }
    if (changed) rows::update_person(call, person);
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
                                  closed(call, document.number),
                                  closed(call, name),
                                  "",
                                  closed(call, phone),
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
    return {masked_name(opened(person->name)), masked_id_number(opened(person->number)),
            masked_phone(opened(person->phone))};
}

Result<Shown> reveal(Call& call, PersonId const& id, std::string const& reason) {
    if (reason.find_first_not_of(" \t\n") == reason.npos)
        return Refusal{Why::invalid, "person.reason_missing", id.text, "reason"};
    auto const person = rows::find_person(call, id);
    if (!person) return Refusal{Why::not_found, "person.not_found", id.text};

    rows::insert_access(call, id, reason);
    return Shown{opened(person->name), opened(person->number), opened(person->phone),
                 lines_of(opened(person->other_names))};
}

Result<void> rename(Call& call, PersonId const& id, std::string_view name) {
    auto const right_name = TRY(normalise_name(name));
    auto person = rows::find_person(call, id);
    if (!person) return Refusal{Why::not_found, "person.not_found", id.text};
    auto const before = opened(person->name);
    if (before == right_name) return {};
    remember_other_name(call, *person, before);
    person->name = closed(call, right_name);
    rows::update_person(call, *person);
    return {};
}

void lock(Call& call, PersonId const& id) { rows::raise_version(call, id); }

std::string phone_of(Call& call, PersonId const& id) {
    auto const person = rows::find_person(call, id);
    return person ? opened(person->phone) : "";
}

void put_back_phone(Call& call, PersonId const& id, std::string const& phone) {
    auto person = rows::find_person(call, id);
    if (!person) return;
    person->phone = closed(call, phone);
    person->phone_lookup = phone_hash(phone);
    rows::update_person(call, *person);
}

void erase(Call& call, PersonId const& id) { rows::empty_person(call, id); }

}  // namespace banshi::people
