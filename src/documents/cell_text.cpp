#include "documents/cell_text.h"

namespace banshi::documents {

namespace {

struct Printer {
    std::string operator()(std::monostate) const { return ""; }
    std::string operator()(std::string const& text) const { return text; }
    std::string operator()(std::int64_t count) const { return std::to_string(count); }
    std::string operator()(double count) const { return std::to_string(count); }
    std::string operator()(Day day) const { return written(day); }
    std::string operator()(Seconds time) const {
        return written_clock(std::chrono::floor<Minutes>(time));
    }
    std::string operator()(WallTime const& at) const {
        return written(at.day) + " " + (*this)(at.since_midnight);
    }
};

}  // namespace

std::string cell_text(Cell const& cell) { return std::visit(Printer{}, cell); }

}  // namespace banshi::documents
