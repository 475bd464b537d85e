#pragma once
// Official numbers 编号: district and book, year, six figures without a gap, and a check digit, so
// that a number read out by telephone is checked at once. PFD-2026-000123-3

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace banshi::matters {

std::string written_number(std::string_view prefix, int year, std::int64_t sequence);

// As people write it: small letters, full width, blanks, without hyphens. Nothing where it is no
// number or its check digit is wrong.
std::optional<std::string> read_number(std::string_view typed);

// Luhn's digit over year and sequence.
int check_digit(int year, std::int64_t sequence);

}  // namespace banshi::matters
