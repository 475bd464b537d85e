#pragma once
// What somebody does, one deed after the other, told as a coroutine that stops at each deed until
// the simulator has let it happen:
//
//     Told const held = co_yield as("visitor", "hold_slot hall=hall start={}", start);
//     if (held.ok()) ...

#include <fmt/format.h>

#include <coroutine>
#include <exception>
#include <string>
#include <utility>

#include "scenario/line.h"

namespace banshi::simulation {

namespace json = boost::json;

struct Asked {
    std::string who, verb;  // clerk_li, begin
    json::object fields;
};

struct Told {
    json::value answer;
    std::string refusal;   // why not
    bool gave_up = false;  // nobody knows whether it happened
    bool ok() const { return refusal.empty() && !gave_up; }

    std::string text(std::string_view path) const {
        auto const* const found = find(path);
        return found && found->is_string() ? std::string(found->get_string()) : "";
    }
    std::int64_t number(std::string_view path) const {
        auto const* const found = find(path);
        return found && found->is_int64() ? found->get_int64() : 0;
    }
    json::value const* find(std::string_view path) const {
        boost::system::error_code none;
        return answer.find_pointer(path, none);
    }
};

// The deed in the words of a scenario.
template <class... Facts>
Asked as(std::string who, fmt::format_string<Facts const&...> line, Facts const&... facts) {
    auto parsed = scenario::parse(fmt::format(line, facts...), {}, "test/scenarios/supervision");
    return {std::move(who), std::move(parsed.verb), std::move(parsed.fields)};
}

class Story {
public:
    struct promise_type {
        Asked asked;
        Told told;

        struct Wait {
            Told& told;
            bool await_ready() const noexcept { return false; }
            void await_suspend(std::coroutine_handle<>) const noexcept {}
            Told await_resume() const { return std::move(told); }
        };
        Wait yield_value(Asked next) {
            asked = std::move(next);
            return {told};
        }
        Story get_return_object() {
            return Story(std::coroutine_handle<promise_type>::from_promise(*this));
        }
        std::suspend_never initial_suspend() noexcept { return {}; }
        std::suspend_always final_suspend() noexcept { return {}; }
        void return_void() {}
        void unhandled_exception() { throw; }
    };

    Story(Story&& other) noexcept : handle_(std::exchange(other.handle_, {})) {}
    Story& operator=(Story&& other) noexcept {
        std::swap(handle_, other.handle_);
        return *this;
    }
    ~Story() {
        if (handle_) handle_.destroy();
    }

    bool ended() const { return handle_.done(); }
    Asked const& asked() const { return handle_.promise().asked; }
    void hear(Told told) {
        handle_.promise().told = std::move(told);
        handle_.resume();
    }

private:
    explicit Story(std::coroutine_handle<promise_type> handle) : handle_(handle) {}
    std::coroutine_handle<promise_type> handle_;
};

}  // namespace banshi::simulation
