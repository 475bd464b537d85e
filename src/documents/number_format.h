#pragma once
// In a workbook a date is a number; only the format of its cell says so.

#include <string_view>

namespace banshi::documents {

enum class NumberFormat { number, date, time, moment };

// Formats that every Excel knows by number alone, the Chinese ones among them.
NumberFormat known_format(int number);
// A format as written out: yyyy"年"m"月"d"日".
NumberFormat written_format(std::string_view code);

}  // namespace banshi::documents
