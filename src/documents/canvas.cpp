#include "documents/canvas.h"

#include <cairo/cairo-pdf.h>
#include <pango/pangocairo.h>

#include <stdexcept>

#include "documents/characters.h"

namespace banshi::documents {

using Layout = std::unique_ptr<PangoLayout, decltype(&g_object_unref)>;

static constexpr double unbroken = -1;
static constexpr char font[] = "Noto Sans CJK SC";

struct Canvas::Surface {
    std::string bytes;
    double width = 0;
    cairo_surface_t* pdf = nullptr;
    cairo_t* pen = nullptr;

    ~Surface() {
        cairo_destroy(pen);
        cairo_surface_destroy(pdf);
    }

    Layout layout(std::string_view text, Face face, double width_of_text) const;
    void embolden(Layout const& layout, double points, double x, double y) const;
    void choose(Ink ink) { cairo_set_source_rgb(pen, ink == Ink::red ? 0.75 : 0, 0, 0); }
};

Layout Canvas::Surface::layout(std::string_view text, Face face, double width_of_text) const {
    Layout made{pango_cairo_create_layout(pen), &g_object_unref};
    auto* const description = pango_font_description_new();
    pango_font_description_set_family_static(description, font);
    pango_font_description_set_absolute_size(description, face.points * PANGO_SCALE);
    pango_layout_set_font_description(made.get(), description);
    pango_font_description_free(description);

    if (width_of_text != unbroken)
        pango_layout_set_width(made.get(), static_cast<int>(width_of_text * PANGO_SCALE));
    pango_layout_set_wrap(made.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_alignment(made.get(), face.align == Align::centre  ? PANGO_ALIGN_CENTER
                                           : face.align == Align::right ? PANGO_ALIGN_RIGHT
                                                                        : PANGO_ALIGN_LEFT);
    auto const safe = clean(text);
    pango_layout_set_text(made.get(), safe.data(), static_cast<int>(safe.size()));
    return made;
}

// The bold font would put another 54 kB into the file, most of it empty tables. So the few
// letters that are bold are drawn once more over the text, with a line along their edges.
void Canvas::Surface::embolden(Layout const& layout, double points, double x, double y) const {
    constexpr double share_of_size = 0.035;
    cairo_move_to(pen, x, y);
    pango_cairo_layout_path(pen, layout.get());
    cairo_set_line_width(pen, share_of_size * points);
    cairo_set_line_join(pen, CAIRO_LINE_JOIN_ROUND);
    cairo_fill_preserve(pen);
    cairo_stroke(pen);
}

static cairo_status_t append(void* bytes, unsigned char const* data, unsigned length) {
    static_cast<std::string*>(bytes)->append(reinterpret_cast<char const*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

Canvas::Canvas(double width, double height, std::string const& title, Instant made)
    : surface_(std::make_unique<Surface>()) {
    static Zone const utc{"Etc/UTC"};
    surface_->width = width;
    surface_->pdf = cairo_pdf_surface_create_for_stream(append, &surface_->bytes, width, height);
    surface_->pen = cairo_create(surface_->pdf);
    auto const at = written(std::chrono::floor<std::chrono::seconds>(made), utc);
    cairo_pdf_surface_set_metadata(surface_->pdf, CAIRO_PDF_METADATA_CREATE_DATE, at.c_str());
    cairo_pdf_surface_set_metadata(surface_->pdf, CAIRO_PDF_METADATA_TITLE,
                                   one_line(title).c_str());
}

Canvas::~Canvas() = default;

static double height_of(Layout const& layout) {
    int height = 0;
    pango_layout_get_size(layout.get(), nullptr, &height);
    return static_cast<double>(height) / PANGO_SCALE;
}

double Canvas::height_of(std::string_view text, Face face, double width) const {
    return documents::height_of(surface_->layout(text, face, width));
}

double Canvas::width_of(std::string_view text, Face face) const {
    auto const layout = surface_->layout(text, face, unbroken);
    int width = 0;
    pango_layout_get_size(layout.get(), &width, nullptr);
    return static_cast<double>(width) / PANGO_SCALE;
}

std::vector<std::string> Canvas::lines_of(std::string_view text, Face face, double width) const {
    auto const layout = surface_->layout(text, face, width);
    auto const* const whole = pango_layout_get_text(layout.get());
    std::vector<std::string> lines;
    for (auto* at = pango_layout_get_lines_readonly(layout.get()); at; at = at->next) {
        auto const* const line = static_cast<PangoLayoutLine const*>(at->data);
        lines.emplace_back(whole + line->start_index, line->length);
    }
    return lines;
}

double Canvas::write(std::string_view text, Face face, double x, double y, double width, Ink ink) {
    auto const layout = surface_->layout(text, face, width);
    surface_->choose(ink);
    cairo_move_to(surface_->pen, x, y);
    pango_cairo_show_layout(surface_->pen, layout.get());
    if (face.bold) surface_->embolden(layout, face.points, x, y);
    return documents::height_of(layout);
}

void Canvas::rule(double x, double y, double width, double height, Ink ink) {
    surface_->choose(ink);
    cairo_rectangle(surface_->pen, x, y, width, height);
    cairo_fill(surface_->pen);
}

void Canvas::frame(double x, double y, double width, double height, double corner,
                   double thickness) {
    auto* const pen = surface_->pen;
    auto const right = x + width - corner, foot = y + height - corner;
    surface_->choose(Ink::black);
    cairo_set_line_width(pen, thickness);
    cairo_new_sub_path(pen);
    cairo_arc(pen, right, y + corner, corner, -G_PI_2, 0);
    cairo_arc(pen, right, foot, corner, 0, G_PI_2);
    cairo_arc(pen, x + corner, foot, corner, G_PI_2, G_PI);
    cairo_arc(pen, x + corner, y + corner, corner, G_PI, 3 * G_PI_2);
    cairo_close_path(pen);
    cairo_stroke(pen);
}

void Canvas::dot(double x, double y, double radius, bool filled) {
    auto* const pen = surface_->pen;
    cairo_arc(pen, x, y, radius, 0, 2 * G_PI);
    if (filled)
        surface_->choose(Ink::black);
    else
        cairo_set_source_rgb(pen, 1, 1, 1);
    cairo_fill_preserve(pen);
    surface_->choose(Ink::black);
    cairo_set_line_width(pen, 1);
    cairo_stroke(pen);
}

void Canvas::square(double x, double y, double side) {
    surface_->choose(Ink::black);
    cairo_rectangle(surface_->pen, x - side / 2, y - side / 2, side, side);
    cairo_fill(surface_->pen);
}

void Canvas::code(QrMatrix const& matrix, double x, double y, double side) {
    auto* const pen = surface_->pen;
    auto const square = side / matrix.size;
    surface_->choose(Ink::black);
    // One shape, so that no hair of white parts two dark squares.
    for (int row = 0; row < matrix.size; ++row)
        for (int column = 0; column < matrix.size; ++column)
            if (matrix.at(column, row))
                cairo_rectangle(pen, x + column * square, y + row * square, square, square);
    cairo_fill(pen);
}

void Canvas::set_height(double height) {
    cairo_pdf_surface_set_size(surface_->pdf, surface_->width, height);
}

void Canvas::next_page() { cairo_show_page(surface_->pen); }

std::string Canvas::finish() && {
    cairo_show_page(surface_->pen);
    cairo_surface_finish(surface_->pdf);
    if (auto const status = cairo_surface_status(surface_->pdf); status != CAIRO_STATUS_SUCCESS)
        throw std::runtime_error(std::string("no PDF: ") + cairo_status_to_string(status));
    return std::move(surface_->bytes);
}

}  // namespace banshi::documents
