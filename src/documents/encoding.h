#pragma once
// GB18030, the encoding of printers, banks and older tables of this country, and UTF-16.

#include <optional>
#include <string>
#include <string_view>

namespace banshi::documents {

// From one encoding to another, by iconv. Both names must be known to the machine.
class Converter {
public:
    Converter(char const* from, char const* to);
    ~Converter();
    Converter(Converter const&) = delete;

    // Nothing when the text is broken, or has a character that the other encoding lacks.
    std::optional<std::string> converted(std::string_view);

private:
    void* handle_;
};

}  // namespace banshi::documents
