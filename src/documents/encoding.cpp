#include "documents/encoding.h"

#include <iconv.h>

#include <stdexcept>

namespace banshi::documents {

Converter::Converter(char const* from, char const* to) : handle_(iconv_open(to, from)) {
    if (handle_ == iconv_t(-1))
        throw std::runtime_error(std::string("this machine lacks ") + from + " or " + to);
}

Converter::~Converter() { iconv_close(handle_); }

std::optional<std::string> Converter::converted(std::string_view text) {
    iconv(handle_, nullptr, nullptr, nullptr, nullptr);  // forget the last text
    // No character takes more than twice its bytes in another of these encodings.
    std::string out(text.size() * 2, '\0');
    auto* from = const_cast<char*>(text.data());
    auto* to = out.data();
    auto unread = text.size(), room = out.size();
    if (iconv(handle_, &from, &unread, &to, &room) == std::size_t(-1)) return std::nullopt;
    out.resize(out.size() - room);
    return out;
}

}  // namespace banshi::documents
