// Bodies in JSON, and the shapes that they are read into: what was read is written as it was.

#include "base/shape.h"
#include "fuzz.h"

namespace banshi::fuzz {

enum class Kind { one, two };
BOOST_DESCRIBE_ENUM(Kind, one, two)
struct Part {
    std::string name;
    Kind kind;
    std::optional<int> share;
};
BOOST_DESCRIBE_STRUCT(Part, (), (name, kind, share))
struct Whole {
    std::string text;
    std::int64_t count;
    bool yes;
    Day day;
    std::optional<Instant> at;
    std::vector<Part> parts;
};
BOOST_DESCRIBE_STRUCT(Whole, (), (text, count, yes, day, at, parts))

void one(std::string_view bytes) {
    boost::system::error_code fault;
    auto const value = json::parse(bytes, fault);
    if (fault || !value.is_object()) return;
    auto const whole = shape::read<Whole>(value.get_object(), shape::Source::json);
    (void)shape::read<Whole>(value.get_object(), shape::Source::words);
    if (!whole) return;
    Zone const zone("Asia/Shanghai");
    auto const written = shape::write(whole.value(), zone);
    auto const again = shape::read<Whole>(written.as_object(), shape::Source::json);
    must(again && shape::write(again.value(), zone) == written);
}

}  // namespace banshi::fuzz
