#pragma once
// A Result is either the thing asked for or a Refusal 不予受理: an expected "no"
// that a citizen or a clerk will read. Broken disks are exceptions; bugs are CHECKs.

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace banshi {

enum class Why {
    not_found,
    forbidden,
    unauthenticated,
    invalid,
    conflict,
    too_late,
    full,
    busy,
    stale,     // somebody was faster: what was seen is no longer so
    unguarded  // it must say which version it has seen
};

// What the sentence of a refusal names: {"from", "09:30"} fills the hole {from} of the text.
using Facts = std::map<std::string, std::string>;

struct [[nodiscard]] Refusal {
    Why why;
    std::string text;         // stable code and key into text/*.toml: "booking.too_early"
    std::string detail = {};  // for the log; may name ids, never shown
    std::string field = {};   // of the request, when one is to blame
    Facts facts = {};
    bool keeps = false;  // what was written stays: a wrong password is counted, and refused
};

template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : held_(std::move(value)) {}
    Result(Refusal refusal) : held_(std::move(refusal)) {}

    explicit operator bool() const { return held_.index() == 0; }
    T const& value() const& { return std::get<0>(held_); }
    T&& value() && { return std::get<0>(std::move(held_)); }
    Refusal const& refusal() const { return std::get<1>(held_); }

private:
    std::variant<T, Refusal> held_;
};

template <>
class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Refusal refusal) : refusal_(std::move(refusal)) {}

    explicit operator bool() const { return !refusal_; }
    void value() const {}
    Refusal const& refusal() const { return *refusal_; }

private:
    std::optional<Refusal> refusal_;
};

}  // namespace banshi

// Yields the value, or returns the refusal to the caller.
#define TRY(expression)                     \
    __extension__({                         \
        auto tried = (expression);          \
        if (!tried) return tried.refusal(); \
        std::move(tried).value();           \
    })
