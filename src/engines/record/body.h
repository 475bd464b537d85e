#pragma once
// The body 正文 of a leaf: one line of JSON with sorted keys, hashed as it stands and never written
// anew. A field can hold a Mark, a whole number, a hash or a list of them: there is no type for a
// person's name, an ID number or a sentence, so none gets in.

#include <algorithm>
#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/id.h"
#include "base/time.h"
#include "engines/record/hash.h"
#include "engines/record/note.h"

namespace banshi::record {

inline bool is_figure(char c) { return c >= '0' && c <= '9'; }

// A short word of the machine's own: a queue number, an id, a code. At most 96 of the characters
// A-Z a-z 0-9 . _ : / + -, and nothing shaped like a telephone or ID number.
// Throws std::invalid_argument for anything else.
class Mark {
public:
    Mark(std::string text);
    Mark(char const* text) : Mark(std::string(text)) {}
    template <class Kind>
    Mark(Id<Kind> const& id) : Mark(id.text) {}
    Mark(PersonId const&) = delete;  // a person stands in the record as who() only

    std::string const& text() const { return text_; }
    auto operator<=>(Mark const&) const = default;

private:
    std::string text_;
};

// A moment as the record holds it: whole seconds, UTC.
struct Moment {
    std::chrono::sys_seconds at;
    Moment(Instant instant) : at(std::chrono::floor<std::chrono::seconds>(instant)) {}
};

// A text that others can check and that names no person: a verifier key, a signed checkpoint.
class PublicText {
public:
    PublicText(VerifierKey const& key) : text_(written(key)) {}
    PublicText(Note const& checkpoint);

    std::string const& text() const { return text_; }

private:
    std::string text_;
};

// Who 何人, to those who hold the salt: SHA-256("banshi-who-v1" || 00 || salt || 00 || person id).
// Erasing the salt erases the person from the record, and the tree stays whole.
using Salt = Hash;
Hash who(Salt const&, PersonId const&);
// The same for a value that is told later, or to few: nobody can try out the few possible ones.
Hash sealed(Salt const&, std::string_view value);

namespace detail {

void write(std::string& out, Mark const&);
void write(std::string& out, Moment const&);
void write(std::string& out, PublicText const&);
void write(std::string& out, Hash const&);

template <std::integral Number>
requires(!std::same_as<Number, bool>) void write(std::string& out, Number number) {
    out += std::to_string(number);
}

// A described struct inside a list is written as an array of its fields.
template <class Part>
requires boost::describe::has_describe_members<Part>::value void write(std::string& out,
                                                                       Part const& part) {
    using Members = boost::describe::describe_members<Part, boost::describe::mod_public>;
    char before = '[';
    boost::mp11::mp_for_each<Members>([&](auto member) {
        out += std::exchange(before, ',');
        write(out, part.*member.pointer);
    });
    out += ']';
}

template <class Value>
void write(std::string& out, std::vector<Value> const& values) {
    out += '[';
    for (auto const& value : values) {
        if (&value != &values.front()) out += ',';
        write(out, value);
    }
    out += ']';
}

using Field = std::pair<std::string_view, std::string>;

template <class Value>
void add_field(std::vector<Field>& fields, char const* name, Value const& value) {
    write(fields.emplace_back(name, std::string{}).second, value);
}

template <class Value>
void add_field(std::vector<Field>& fields, char const* name, std::optional<Value> const& value) {
    if (value) add_field(fields, name, *value);
}

std::string joined(std::vector<Field>);

// "at" and "k" are in every body already.
template <class Members>
consteval bool has_free_names() {
    bool free = true;
    boost::mp11::mp_for_each<Members>([&](auto member) {
        std::string_view const name = member.name;
        free = free && name != "at" && name != "k";
    });
    return free;
}

}  // namespace detail

// Throws std::length_error when the body is longer than 4096 bytes.
template <class Kind>
std::string body_of(Kind const& deed, Instant at) {
    std::vector<detail::Field> fields;
    detail::add_field(fields, "at", Moment{at});
    detail::add_field(fields, "k", Mark{Kind::kind});
    using Members = boost::describe::describe_members<Kind, boost::describe::mod_public>;
    static_assert(detail::has_free_names<Members>());
    boost::mp11::mp_for_each<Members>(
        [&](auto member) { detail::add_field(fields, member.name, deed.*member.pointer); });
    return detail::joined(std::move(fields));
}

}  // namespace banshi::record
