#include "engines/record/audit.h"

#include <algorithm>
#include <charconv>

#include "engines/record/body.h"
#include "store/unreadable.h"

namespace banshi::record {

namespace {

// What stands behind "key": in the body. Keys are ours, so a value never holds one: quotes and
// backslashes inside a text are escaped.
std::string_view value_at(std::string_view body, std::string_view key) {
    for (auto at = body.find(key); at != body.npos; at = body.find(key, at + 1)) {
        auto const end = at + key.size();
        bool const before =
            at >= 2 && body[at - 1] == '"' && (body[at - 2] == '{' || body[at - 2] == ',');
        if (before && body.substr(end).starts_with("\":")) return body.substr(end + 2);
    }
    return {};
}

}  // namespace

namespace {

// Reads what a body is made of from the front of a text.
class BodyReader {
public:
    explicit BodyReader(std::string_view text) : rest_(text) {}

    bool object() {
        std::string_view before;
        if (!take('{')) return false;
        do {
            auto const key = text();
            if (!key || *key <= before || !take(':') || !value()) return false;
            before = *key;
        } while (take(','));
        return take('}') && rest_.empty();
    }

private:
    bool take(char c) {
        if (!rest_.starts_with(c)) return false;
        rest_.remove_prefix(1);
        return true;
    }
    std::optional<std::string_view> text() {
        if (!take('"')) return std::nullopt;
        for (std::size_t at = 0; at < rest_.size(); ++at) {
            if (static_cast<unsigned char>(rest_[at]) < 0x20) return std::nullopt;
            if (rest_[at] == '\\') {
                ++at;
            } else if (rest_[at] == '"') {
                auto const found = rest_.substr(0, at);
                rest_.remove_prefix(at + 1);
                return found;
            }
        }
        return std::nullopt;
    }
    bool number() {
        take('-');
        auto const end = std::find_if_not(rest_.begin(), rest_.end(), is_figure);
        auto const figures = static_cast<std::size_t>(end - rest_.begin());
        if (figures == 0 || (figures > 1 && rest_.front() == '0')) return false;
        rest_.remove_prefix(figures);
        return true;
    }
    bool list() {
        if (!take('[')) return false;
        if (take(']')) return true;
        do
            if (!value()) return false;
        while (take(','));
        return take(']');
    }
    bool value() {
        if (rest_.starts_with('"')) return text().has_value();
        return rest_.starts_with('[') ? list() : number();
    }

    std::string_view rest_;
};

}  // namespace

bool is_body(std::string_view body) { return BodyReader(body).object(); }

std::string_view text_field(std::string_view body, std::string_view key) {
    auto const value = value_at(body, key);
    if (!value.starts_with('"')) return {};
    auto const end = value.find('"', 1);
    return end == value.npos ? std::string_view{} : value.substr(1, end - 1);
}

std::string public_text_field(std::string_view body, std::string_view key) {
    std::string text(text_field(body, key));
    for (std::size_t at = 0; (at = text.find("\\n", at)) != text.npos; ++at)
        text.replace(at, 2, "\n");
    return text;
}

std::optional<std::int64_t> number_field(std::string_view body, std::string_view key) {
    auto const value = value_at(body, key);
    std::int64_t number = 0;
    auto const read = std::from_chars(value.data(), value.data() + value.size(), number);
    return read.ec == std::errc{} ? std::optional{number} : std::nullopt;
}

void as_far_as_read(std::vector<Breach>& found, std::function<void()> const& look) {
    if (auto const what = unreadable(look))
        found.push_back({"breach.unreadable", 0, {{"what", *what}}});
}

}  // namespace banshi::record
