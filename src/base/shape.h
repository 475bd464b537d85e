#pragma once
// The shape of a struct, told once by BOOST_DESCRIBE_STRUCT: JSON in, JSON out and JSON
// Schema all follow from it. Shape only: rights and rules belong to the use case.
//
// Fields may be: bool, whole numbers, double (out only), text, typed ids, Day (2026-03-09),
// Instant (RFC 3339), Clock (09:30), described enums (their words), described structs,
// std::vector and std::optional of these, and Upload (in only). Every field is required but the
// optional ones.

#include <boost/describe.hpp>
#include <boost/json.hpp>
#include <boost/mp11.hpp>
#include <charconv>
#include <concepts>
#include <optional>
#include <type_traits>
#include <vector>

#include "base/id.h"
#include "base/result.h"
#include "base/time.h"

namespace banshi {

namespace json = boost::json;

// A time of day as people write it: 09:30, up to 24:00.
struct Clock {
    Minutes since_midnight{};
    auto operator<=>(Clock const&) const = default;
};

// Text that reads as what it is: a file the answer hands out, in place of JSON.
struct File {
    std::string type;  // text/calendar; charset=utf-8
    std::string name;  // booking.ics
    std::string bytes;
    std::string tag = {};  // names these very bytes, which never change; empty: they may
};

// A file that a request brings 上传. Nothing of it is to be believed: whoever takes it looks at the
// bytes. In the fields of a request it is an object of these three.
struct Upload {
    std::string name;
    std::string media_type;
    std::string bytes;
};
json::value upload_value(std::string_view name, std::string_view media_type,
                         std::string_view bytes);
// Nothing when the value is no upload.
std::optional<Upload> read_upload(json::value const&);

}  // namespace banshi

namespace banshi::shape {

namespace describe = boost::describe;

// Where values come from: JSON keeps kinds apart, words (a query, a path, a scenario) are text.
enum class Source { json, words };

template <class T>
using Members = describe::describe_members<T, describe::mod_public>;

template <class T>
concept Described = describe::has_describe_members<T>::value && !std::is_enum_v<T>;
template <class T>
concept Typed = requires(T id) {
    []<class Kind>(Id<Kind> const&) {}(id);
};
template <class T>
concept Optional = requires(T value) {
    []<class Of>(std::optional<Of> const&) {}(value);
};
template <class T>
concept List = requires(T value) {
    []<class Of>(std::vector<Of> const&) {}(value);
};

template <class T>
json::value write(T const& value, Zone const& zone) {
    if constexpr (Described<T>) {
        json::object out;
        boost::mp11::mp_for_each<Members<T>>([&](auto member) {
            auto const& field = value.*member.pointer;
            if constexpr (Optional<std::remove_cvref_t<decltype(field)>>)
                if (!field) return;
            out[member.name] = write(field, zone);
        });
        return out;
    } else if constexpr (Optional<T>) {
        return value ? write(*value, zone) : json::value(nullptr);
    } else if constexpr (List<T>) {
        json::array out;
        out.reserve(value.size());
        for (auto const& each : value) out.push_back(write(each, zone));
        return out;
    } else if constexpr (Typed<T>) {
        return json::value(value.text);
    } else if constexpr (std::is_same_v<T, Day>) {
        return json::value(written(value));
    } else if constexpr (std::is_same_v<T, Instant>) {
        return json::value(written(value, zone));
    } else if constexpr (std::is_same_v<T, Clock>) {
        return json::value(written_clock(value.since_midnight));
    } else if constexpr (std::is_enum_v<T>) {
        return json::value(describe::enum_to_string(value, ""));
    } else {
        return json::value(value);
    }
}

// Why a value does not fit: the refusal's code; empty when it fits. `field` names the place.
struct Misfit {
    std::string code;
    std::string field;
};

template <class T>
Misfit fit_struct(json::object const& in, T& out, Source source, std::string const& at);

std::optional<std::int64_t> whole_number(json::value const& in, Source source);
std::optional<bool> truth(json::value const& in, Source source);
// Text without control characters but newline and tab; at most 4,000 bytes.
bool sound_text(std::string_view text);

template <class T>
Misfit fit(json::value const& in, T& out, Source source, std::string const& at) {
    auto const wrong = [&] { return Misfit{"shape.kind", at}; };
    if constexpr (Optional<T>) {
        if (in.is_null()) return {};
        return fit(in, out.emplace(), source, at);
    } else if constexpr (std::is_same_v<T, Upload>) {
        auto upload = read_upload(in);
        if (!upload) return wrong();
        out = *std::move(upload);
        return {};
    } else if constexpr (Described<T>) {
        return in.is_object() ? fit_struct(in.get_object(), out, source, at) : wrong();
    } else if constexpr (List<T>) {
        if (!in.is_array()) return wrong();
        for (auto const& each : in.get_array()) {
            auto const place = at + "[" + std::to_string(out.size()) + "]";
            if (auto no = fit(each, out.emplace_back(), source, place); !no.code.empty()) return no;
        }
        return {};
    } else if constexpr (std::is_same_v<T, bool>) {
        auto const value = truth(in, source);
        if (value) out = *value;
        return value ? Misfit{} : wrong();
    } else if constexpr (std::integral<T>) {
        auto const value = whole_number(in, source);
        if (!value || !std::in_range<T>(*value)) return wrong();
        out = static_cast<T>(*value);
        return {};
    } else {
        if (!in.is_string()) return wrong();
        std::string const text(in.get_string());
        if (!sound_text(text)) return {"shape.text", at};
        if constexpr (std::is_same_v<T, std::string>) {
            out = text;
        } else if constexpr (Typed<T>) {
            if (text.empty() || text.size() > 64) return wrong();
            out.text = text;
        } else if constexpr (std::is_same_v<T, Day>) {
            auto const day = read_day(text);
            if (!day) return wrong();
            out = *day;
        } else if constexpr (std::is_same_v<T, Instant>) {
            auto const instant = read_instant(text);
            if (!instant) return wrong();
            out = *instant;
        } else if constexpr (std::is_same_v<T, Clock>) {
            auto const clock = read_clock(text);
            if (!clock) return wrong();
            out.since_midnight = *clock;
        } else {
            static_assert(std::is_enum_v<T>, "teach shape.h this kind of field");
            if (!describe::enum_from_string(text.c_str(), out)) return {"shape.choice", at};
        }
        return {};
    }
}

template <class T>
Misfit fit_struct(json::object const& in, T& out, Source source, std::string const& at) {
    Misfit no;
    std::size_t known = 0;
    auto const place = [&](std::string_view name) {
        return at.empty() ? std::string(name) : at + "." + std::string(name);
    };
    boost::mp11::mp_for_each<Members<T>>([&](auto member) {
        using Field = std::remove_cvref_t<decltype(out.*member.pointer)>;
        auto const* value = in.if_contains(member.name);
        if (value) ++known;
        if (!no.code.empty()) return;
        if (value)
            no = fit(*value, out.*member.pointer, source, place(member.name));
        else if (!Optional<Field>)
            no = {"shape.missing", place(member.name)};
    });
    if (!no.code.empty() || known == in.size()) return no;
    for (auto const& [name, value] : in) {
        bool named = false;
        boost::mp11::mp_for_each<Members<T>>([&](auto member) { named |= name == member.name; });
        if (!named) return {"shape.unknown", place(name)};
    }
    return {};
}

// A wrong, missing or unknown field is refused by its name, so that the page can point at it.
template <class T>
Result<T> read(json::object const& in, Source source) {
    T out{};
    auto no = fit_struct(in, out, source, "");
    if (!no.code.empty())
        return Refusal{Why::invalid, no.code, no.field, no.field, {{"field", no.field}}};
    return out;
}

template <class T>
json::object schema() {
    if constexpr (Described<T>) {
        json::object fields;
        json::array needed;
        boost::mp11::mp_for_each<Members<T>>([&](auto member) {
            using Field = std::remove_cvref_t<decltype(std::declval<T>().*member.pointer)>;
            fields[member.name] = schema<Field>();
            if (!Optional<Field>) needed.emplace_back(member.name);
        });
        return {{"type", "object"},
                {"additionalProperties", false},
                {"properties", fields},
                {"required", needed}};
    } else if constexpr (Optional<T>) {
        return schema<typename T::value_type>();
    } else if constexpr (List<T>) {
        return {{"type", "array"}, {"items", schema<typename T::value_type>()}};
    } else if constexpr (std::is_same_v<T, Day>) {
        return {{"type", "string"}, {"format", "date"}};
    } else if constexpr (std::is_same_v<T, Instant>) {
        return {{"type", "string"}, {"format", "date-time"}};
    } else if constexpr (std::is_same_v<T, Clock>) {
        return {{"type", "string"}, {"pattern", "^[0-2][0-9]:[0-5][0-9]$"}};
    } else if constexpr (std::is_enum_v<T>) {
        json::array words;
        boost::mp11::mp_for_each<describe::describe_enumerators<T>>(
            [&](auto word) { words.emplace_back(word.name); });
        return {{"type", "string"}, {"enum", words}};
    } else if constexpr (std::is_same_v<T, bool>) {
        return {{"type", "boolean"}};
    } else if constexpr (std::integral<T>) {
        return {{"type", "integer"}};
    } else if constexpr (std::floating_point<T>) {
        return {{"type", "number"}};
    } else if constexpr (std::is_same_v<T, Upload>) {
        return {{"type", "string"}, {"format", "binary"}};
    } else {
        return {{"type", "string"}};
    }
}

}  // namespace banshi::shape
