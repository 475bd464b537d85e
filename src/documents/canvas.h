#pragma once
// A PDF being drawn, by pango and cairo: text in the one face that has every Chinese
// character, codes as vectors, rules. Lengths are points, 72 to the inch; y grows downwards.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "documents/qr.h"

namespace banshi::documents {

constexpr double millimetres(double count) { return count * 72 / 25.4; }

enum class Align { left, centre, right };

struct Face {
    double points;
    bool bold = false;
    Align align = Align::left;
};

enum class Ink { black, red };

class Canvas {
public:
    // The moment goes into the file in place of the time of drawing, so that the same
    // values always give the same bytes.
    Canvas(double width, double height, std::string const& title, Instant made);
    ~Canvas();

    // Text breaks at the width; returns the height that it takes.
    double height_of(std::string_view text, Face, double width) const;
    double width_of(std::string_view text, Face) const;  // on one line
    // The same text as the lines that it breaks into, for going on upon another page.
    std::vector<std::string> lines_of(std::string_view text, Face, double width) const;
    double write(std::string_view text, Face, double x, double y, double width, Ink = Ink::black);
    void rule(double x, double y, double width, double height, Ink = Ink::black);
    void frame(double x, double y, double width, double height, double corner, double thickness);
    // Around a middle; a dot that is not filled is white with a black edge.
    void dot(double x, double y, double radius, bool filled);
    void square(double x, double y, double side);
    void code(QrMatrix const&, double x, double y, double side);

    // Only before the first drawing on a page.
    void set_height(double);
    void next_page();

    std::string finish() &&;

private:
    struct Surface;
    std::unique_ptr<Surface> surface_;
};

}  // namespace banshi::documents
