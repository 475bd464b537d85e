#pragma once
// Typed ids: a TicketId never passes for a PersonId. The text form sorts by time of birth:
// 48 bits of milliseconds and 80 of chance as 26 characters (ULID, Crockford's base 32).

#include <compare>
#include <string>

#include "base/random.h"
#include "base/time.h"

namespace banshi {

template <class Kind>
struct Id {
    std::string text;
    auto operator<=>(Id const&) const = default;
    bool empty() const { return text.empty(); }
};

std::string fresh_id_text(Instant now, Random& random);

template <class AnId>
AnId fresh(Instant now, Random& random) {
    return AnId{fresh_id_text(now, random)};
}

using OrgId = Id<struct OrgKind>;          // 单位
using AccountId = Id<struct AccountKind>;  // 工作人员账号
using PersonId = Id<struct PersonKind>;    // 人员
using HallId = Id<struct HallKind>;        // 大厅
using QueueId = Id<struct QueueKind>;      // 队列
using ServiceId = Id<struct ServiceKind>;  // 业务事项
using WindowId = Id<struct WindowKind>;    // 窗口
using SlotId = Id<struct SlotKind>;        // 时段
using TicketId = Id<struct TicketKind>;    // 号
using MatterId = Id<struct MatterKind>;    // 事项

}  // namespace banshi
