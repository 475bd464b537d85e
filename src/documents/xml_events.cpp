#include "documents/xml_events.h"

#include <expat.h>

#include <optional>

#include "base/check.h"

namespace banshi::documents {

static std::string_view without_prefix(std::string_view name) {
    return name.substr(name.find(':') + 1);
}

std::string_view Attributes::operator[](std::string_view name) const {
    for (auto pair = pairs_; *pair; pair += 2)
        if (without_prefix(pair[0]) == name) return pair[1];
    return {};
}

struct XmlReader::Parser {
    XmlEvents events;
    XML_Parser expat = XML_ParserCreate(nullptr);
    std::optional<Refusal> refusal;
    std::size_t read = 0;

    ~Parser() { XML_ParserFree(expat); }

    void stop(Refusal why) {
        if (!refusal) refusal = std::move(why);
        XML_StopParser(expat, XML_FALSE);
    }
    void settle(Result<void> const& done) {
        if (!done) stop(done.refusal());
    }
    static Parser& of(void* parser) { return *static_cast<Parser*>(parser); }
};

XmlReader::XmlReader(XmlEvents events) : parser_(std::make_unique<Parser>(std::move(events))) {
    CHECK(parser_->expat);
    XML_SetUserData(parser_->expat, parser_.get());
    XML_SetElementHandler(
        parser_->expat,
        [](void* data, char const* name, char const** attributes) {
            auto& parser = Parser::of(data);
            parser.settle(parser.events.opened(without_prefix(name), Attributes(attributes)));
        },
        [](void* data, char const* name) {
            auto& parser = Parser::of(data);
            if (parser.events.closed) parser.settle(parser.events.closed(without_prefix(name)));
        });
    XML_SetCharacterDataHandler(parser_->expat, [](void* data, char const* text, int size) {
        auto& parser = Parser::of(data);
        if (parser.events.text)
            parser.settle(parser.events.text({text, static_cast<std::size_t>(size)}));
    });
    XML_SetStartDoctypeDeclHandler(
        parser_->expat, [](void* data, char const*, char const*, char const*, int) {
            Parser::of(data).stop({Why::invalid, "xml.broken", "has a document type"});
        });
}

XmlReader::~XmlReader() = default;

Result<void> XmlReader::read(std::string_view piece, bool is_last) {
    auto const state =
        XML_Parse(parser_->expat, piece.data(), static_cast<int>(piece.size()), is_last);
    if (parser_->refusal) return *parser_->refusal;
    // What expat has read and not told yet is kept in memory.
    parser_->read += piece.size();
    auto const told = static_cast<std::size_t>(XML_GetCurrentByteIndex(parser_->expat));
    constexpr std::size_t longest_tag = 4'000'000;
    if (!is_last && parser_->read - told > longest_tag)
        return Refusal{Why::invalid, "xml.broken", "has a tag of megabytes"};
    if (state != XML_STATUS_OK)
        return Refusal{Why::invalid, "xml.broken",
                       XML_ErrorString(XML_GetErrorCode(parser_->expat))};
    return {};
}

}  // namespace banshi::documents
