// What people type into single fields: numbers of documents and phones, dates, sums.

#include "base/money.h"
#include "base/time.h"
#include "documents/written_date.h"
#include "engines/people/identity.h"
#include "fuzz.h"

void banshi::fuzz::one(std::string_view bytes) {
    auto const today = *read_day("2026-11-25");
    for (auto const kind : {people::DocumentKind::id_card, people::DocumentKind::passport})
        if (auto const document = people::read_document(kind, bytes, today)) {
            auto const again = people::read_document(kind, document.value().number, today);
            must(again && again.value() == document.value());
        }
    if (auto const phone = people::normalise_phone(bytes)) must(phone.value().size() == 11);
    if (auto const fen = read_yuan(bytes)) must(read_yuan(written_yuan(*fen)) == fen);
    if (auto const day = read_day(bytes)) must(read_day(written(*day)) == day);
    (void)read_instant(bytes);
    (void)read_clock(bytes);
    (void)documents::read_written_date(bytes);
}
