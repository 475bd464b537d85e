#include "engines/record/body.h"

#include <stdexcept>

#include "engines/record/encoding.h"

namespace banshi::record {

using namespace std::string_view_literals;

static constexpr std::size_t longest_mark = 96;
static constexpr std::size_t longest_body = 4096;

static bool is_mark_character(char c) {
    return is_figure(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           "._:/+-"sv.find(c) != std::string_view::npos;
}

// Eleven figures or more, the last perhaps an X: a mobile number or an ID number.
static bool looks_personal(std::string_view text) {
    if (text.size() < 11) return false;
    bool const ends_in_x = text.back() == 'X' || text.back() == 'x';
    if (ends_in_x) text.remove_suffix(1);
    return std::all_of(text.begin(), text.end(), is_figure);
}

Mark::Mark(std::string text) : text_(std::move(text)) {
    bool const well_formed = !text_.empty() && text_.size() <= longest_mark &&
                             std::all_of(text_.begin(), text_.end(), is_mark_character);
    // The text itself is not repeated: it may be just what must not be written anywhere.
    if (!well_formed || looks_personal(text_))
        throw std::invalid_argument("not a mark of the public record");
}

PublicText::PublicText(Note const& checkpoint) : text_(checkpoint.text + "\n") {
    for (auto const& signature : checkpoint.signatures) text_ += signature.line;
}

Hash who(Salt const& salt, PersonId const& person) {
    return sha256({"banshi-who-v1\0"sv, text_of(salt), "\0"sv, person.text});
}

Hash sealed(Salt const& salt, std::string_view value) {
    return sha256({"banshi-sealed-v1\0"sv, text_of(salt), "\0"sv, value});
}

namespace detail {

void write(std::string& out, Mark const& mark) { (out += '"').append(mark.text()) += '"'; }

void write(std::string& out, Moment const& moment) {
    out += std::to_string(moment.at.time_since_epoch().count());
}

void write(std::string& out, Hash const& hash) { (out += '"').append(hex(hash)) += '"'; }

// Keys and notes hold no other control character, no quote and no backslash that is not theirs.
void write(std::string& out, PublicText const& text) {
    out += '"';
    for (char const c : text.text()) {
        if (c == '\n')
            out += "\\n";
        else if (c == '"' || c == '\\')
            (out += '\\') += c;
        else
            out += c;
    }
    out += '"';
}

std::string joined(std::vector<Field> fields) {
    std::sort(fields.begin(), fields.end());
    std::string body;
    for (auto const& [name, value] : fields) {
        body += body.empty() ? "{\"" : ",\"";
        body.append(name).append("\":").append(value);
    }
    body += '}';
    if (body.size() > longest_body) throw std::length_error("a body of the record is too long");
    return body;
}

}  // namespace detail

}  // namespace banshi::record
