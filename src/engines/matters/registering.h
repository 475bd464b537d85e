#pragma once
// How a matter comes to be, by its own day or by an older ledger. For this engine alone.

#include "engines/matters/matters.h"
#include "engines/matters/numbers.h"

namespace banshi::matters {

Result<void> check_filing(Book const&, Filing const&);
// The first words of the text where nobody gave a title.
std::string title_of(Filing const&);
Matter drawn_up(Call&, Book const&, Filing const&);
void give_number(Call&, Matter&);
void give_number(Call&, Matter&, Numbers&);
// The words as they came stay with the office, sealed; the public reads them masked.
void keep_words(Call&, Matter&, std::string const& title, std::string const& text,
                std::vector<std::string> const& names);

}  // namespace banshi::matters
