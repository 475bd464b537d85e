#pragma once
// XML as one event after the other, by expat: a tree of a large sheet would take sixteen
// times the file. Names come without their prefix.

#include <functional>
#include <memory>
#include <string_view>

#include "base/result.h"

namespace banshi::documents {

class Attributes {
public:
    explicit Attributes(char const** pairs) : pairs_(pairs) {}
    // Empty when there is none.
    std::string_view operator[](std::string_view name) const;

private:
    char const** pairs_;
};

struct XmlEvents {
    std::function<Result<void>(std::string_view name, Attributes)> opened;
    std::function<Result<void>(std::string_view name)> closed = {};
    std::function<Result<void>(std::string_view text)> text = {};
};

class XmlReader {
public:
    explicit XmlReader(XmlEvents);
    ~XmlReader();

    // Refuses xml.broken, also for a document type, which can hold bombs, and for one tag of
    // megabytes; and what an event refuses.
    Result<void> read(std::string_view piece, bool is_last);

private:
    struct Parser;
    std::unique_ptr<Parser> parser_;
};

}  // namespace banshi::documents
