#include "base/shape.h"

namespace banshi::shape {

std::optional<std::int64_t> whole_number(json::value const& in, Source source) {
    if (in.is_int64()) return in.get_int64();
    if (source == Source::json || !in.is_string()) return std::nullopt;
    auto const& text = in.get_string();
    std::int64_t value = 0;
    auto const* end = text.data() + text.size();
    auto const [stop, error] = std::from_chars(text.data(), end, value);
    return error == std::errc{} && stop == end ? std::optional{value} : std::nullopt;
}

std::optional<bool> truth(json::value const& in, Source source) {
    if (in.is_bool()) return in.get_bool();
    if (source == Source::json || !in.is_string()) return std::nullopt;
    if (in.get_string() == "true") return true;
    return in.get_string() == "false" ? std::optional{false} : std::nullopt;
}

bool sound_text(std::string_view text) {
    if (text.size() > 4000) return false;
    for (char const c : text) {
        auto const byte = static_cast<unsigned char>(c);
        if ((byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7f) return false;
    }
    return true;
}

}  // namespace banshi::shape
