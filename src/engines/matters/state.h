#pragma once
// The way of a matter 事项: one state at a time, and a table of the deeds that lead on from it.

#include <boost/describe/enum.hpp>
#include <optional>
#include <vector>

namespace banshi::matters {

enum class State {
    draft,       // 暂存
    registered,  // 挂号
    amending,    // 退回修改
    accepted,    // 受理
    declined,    // 不予受理
    dispatched,  // 派单
    working,     // 办理
    waiting,     // 等待
    returned,    // 退单
    answered,    // 答复(待审)
    approved,    // 已审, waits for its publication
    verifying,   // 回访
    cleared,     // 销号
    reopened,    // 重办
    listed,      // 挂账
    merged,      // 并案
    withdrawn,   // 撤回
};
BOOST_DESCRIBE_ENUM(State, draft, registered, amending, accepted, declined, dispatched, working,
                    waiting, returned, answered, approved, verifying, cleared, reopened, listed,
                    merged, withdrawn)

// Listed matters are neither open nor solved.
enum class StateType { open, closed, listed };
StateType type_of(State);

// What is done to a matter. Those that lead nowhere (comment, extend ...) keep its state.
enum class Verb {
    file,          // 挂号
    ask_changes,   // 退回修改
    resubmit,      // 重新提交
    accept,        // 受理
    decline,       // 不予受理
    dispatch,      // 派单
    sign,          // 签收
    give_back,     // 退单
    force_assign,  // 指定承办
    wait,          // 等待
    resume,        // 恢复
    extend,        // 延期
    answer,        // 答复
    answer_part,   // 协办答复
    send_back,     // 退回重拟
    approve,       // 审定
    verify,        // 转回访
    clear,         // 销号
    list,          // 挂账
    reopen,        // 重办
    merge,         // 并案
    unmerge,       // 撤销并案
    withdraw,      // 撤回
    comment,       // 补充
    progress,      // 进展
    evaluate,      // 评价
    raise,         // 升级督办
    answer_level,  // 督办答复
    annul_level,   // 撤销督办
    regrade,       // 调整等级
    lead,          // 包案
    reveal,        // 查看个人信息
    moderate,      // 改定公开文字
    recompute,     // 重算时限
    visit,         // 来访
    appeal,        // 申请复查、复核
    settle,        // 化解
    hand_over,     // 交接
    forget,        // 隐去个人信息
    correct,       // 更正
    backdate,      // 补记等待
    apply_rules,   // 适用新规
    consult,       // 参阅
};
BOOST_DESCRIBE_ENUM(Verb, file, ask_changes, resubmit, accept, decline, dispatch, sign, give_back,
                    force_assign, wait, resume, extend, answer, answer_part, send_back, approve,
                    verify, clear, list, reopen, merge, unmerge, withdraw, comment, progress,
                    evaluate, raise, answer_level, annul_level, regrade, lead, reveal, moderate,
                    recompute, visit, appeal, settle, hand_over, forget, correct, backdate,
                    apply_rules, consult)

// Where the deed leads from here; nothing where it is not allowed. Deeds that keep the state give
// the state itself; unmerge gives `merged` (the state before stands in its deed).
std::optional<State> after(State, Verb);
// The deeds that move the matter on from here, in the order of the table.
std::vector<Verb> allowed(State);

enum class Outcome {
    solved,      // 解决
    partly,      // 部分解决
    explained,   // 解释说明
    cannot_now,  // 暂不具备条件
    not_ours,    // 不属本辖区
    duplicate,   // 重复
};
BOOST_DESCRIBE_ENUM(Outcome, solved, partly, explained, cannot_now, not_ours, duplicate)

// Who sees that the matter exists, and who filed it.
enum class Visibility {
    open,       // 公开: the matter; its reporter's name never
    anonymous,  // 匿名: truly, nobody knows the reporter; opened by number and password
    closed,     // 不公开: the office alone
    sealed,     // 保密: those alone who hold the right to sealed matters
};
BOOST_DESCRIBE_ENUM(Visibility, open, anonymous, closed, sealed)

}  // namespace banshi::matters
