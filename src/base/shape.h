#pragma once
// The shape of a struct, told once by BOOST_DESCRIBE_STRUCT: JSON in, JSON out and JSON
// Schema all follow from it. Shape only: rights and rules belong to the use case.
//
// Fields may be: bool, whole numbers, double, text, typed ids, Day (2026-03-09),
// Instant (RFC 3339), Clock (09:30), described enums (their words), described structs,
// std::vector and std::optional of these, and Upload. Every field is required but the
// optional ones.

#include <array>
#include <boost/describe.hpp>
#include <boost/json.hpp>
#include <boost/mp11.hpp>
#include <concepts>
#include <optional>
#include <span>
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

// Why a value does not fit: the refusal's code; empty when it fits. `field` names the place.
struct Misfit {
    std::string code;
    std::string field;
};

// What is done with a value of a type that only its own functions know, so that the compiler goes
// through a struct once, as a table, and not once for each thing that is done with it.
struct Kind {
    json::value (*write)(void const* value, Zone const&);
    Misfit (*fit)(json::value const&, void* value, Source, std::string const& at);
    json::object (*schema)();
    bool (*absent)(void const* value);  // null: never
};

struct Field {
    char const* name;
    void* (*of)(void* whole);
    Kind const* kind;
};
using Fields = std::span<Field const>;

json::object write_fields(void const* whole, Fields, Zone const&);
Misfit fit_fields(json::object const&, void* whole, Fields, Source, std::string const& at);
json::object schema_of_fields(Fields);

template <class T>
json::value write(T const& value, Zone const& zone);
template <class T>
Misfit fit(json::value const& in, T& out, Source source, std::string const& at);
template <class T>
json::object schema();

template <class T>
json::value write_kind(void const* value, Zone const& zone) {
    return write(*static_cast<T const*>(value), zone);
}
template <class T>
Misfit fit_kind(json::value const& in, void* value, Source source, std::string const& at) {
    return fit(in, *static_cast<T*>(value), source, at);
}
template <class T>
bool absent_kind(void const* value) {
    return !static_cast<T const*>(value)->has_value();
}
template <class T>
constexpr auto absence() -> bool (*)(void const*) {
    if constexpr (Optional<T>)
        return absent_kind<T>;
    else
        return nullptr;
}

template <class T>
inline constexpr Kind kind{write_kind<T>, fit_kind<T>, schema<T>, absence<T>()};

template <class T, auto member>
void* field_of(void* whole) {
    return &(static_cast<T*>(whole)->*member);
}

template <class T>
struct Table {
    template <template <class...> class Members, class... Each>
    static constexpr std::array<Field, sizeof...(Each)> of(Members<Each...>*) {
        return {Field{Each::name, field_of<T, Each::pointer>,
                      &kind<std::remove_cvref_t<decltype(std::declval<T>().*Each::pointer)>>}...};
    }
    static constexpr auto fields =
        of(static_cast<describe::describe_members<T, describe::mod_public>*>(nullptr));
};

template <class T>
json::value write(T const& value, Zone const& zone) {
    if constexpr (Described<T>) {
        return write_fields(&value, Table<T>::fields, zone);
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
    } else if constexpr (std::is_same_v<T, Upload>) {
        return upload_value(value.name, value.media_type, value.bytes);
    } else {
        return json::value(value);
    }
}

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
        if (!in.is_object()) return wrong();
        return fit_fields(in.get_object(), &out, Table<T>::fields, source, at);
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
    } else if constexpr (std::floating_point<T>) {
        if (!in.is_number()) return wrong();
        out = in.to_number<T>();
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

// A wrong, missing or unknown field is refused by its name, so that the page can point at it.
// Nothing where all of it fits.
std::optional<Refusal> misread(json::object const& in, void* whole, Fields, Source);

template <class T>
Result<T> read(json::object const& in, Source source) {
    T out{};
    if (auto const no = misread(in, &out, Table<T>::fields, source)) return *no;
    return out;
}

template <class T>
json::object schema() {
    if constexpr (Described<T>) {
        return schema_of_fields(Table<T>::fields);
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
