#pragma once
// Money is whole fen 分. Yuan are only a way to write them: exactly two decimals, no float.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace banshi {

using Fen = std::int64_t;

// The largest sum that anything here may name: a hundred thousand million yuan.
inline constexpr Fen most_fen = 10'000'000'000'000;

std::string written_yuan(Fen);  // 300000 -> 3000.00, -5 -> -0.05

// 3000, 3000.0 and 3000.00; thousands may have commas. Nothing for anything else.
std::optional<Fen> read_yuan(std::string_view);

// floor(total / parts) each, the remainder with the last. Refuses money.too_small to give each a
// fen, and money.parts.
Result<std::vector<Fen>> split(Fen total, int parts);

}  // namespace banshi
