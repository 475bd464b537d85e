#pragma once
// Names as people read them, in the language of the call.

#include "engines/matters/clocks.h"
#include "store/call.h"

namespace banshi::supervision {

std::string category_name(Call const&, std::string const& category);
// 督办单〔2026〕第 12 号
std::string order_name(Call const&, matters::LevelRow const&);
// 居民来电
std::string origin_name(Call const&, matters::Matter const&);

}  // namespace banshi::supervision
