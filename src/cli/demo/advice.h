#pragma once
// The advice platform in the demo: advisers and the officers of the first streets write, trips find
// problems, the office screens, hands over and answers. All of it through the use cases.

#include "cli/demo/replay.h"
#include "cli/demo/staff.h"

namespace banshi::demo {

bool has_advice(District const&);

// From the first day to this moment, as part of the replay; it must live as long as that runs.
class Advice {
public:
    Advice(Setting const&, Deeds&, Staff const&);
    void add_to(Replay&, Day first, Instant now);

private:
    struct Writer {
        Actor actor;
        std::string member;
    };
    struct Item {
        Writer const* writer;
        int at;  // of all
        std::string voice;
        std::string number;
    };

    int seen(std::string const& voice, Instant now);
    Writer take_up(json::object member, Instant now);
    void settle(Instant now);
    void ask_for_opinions(Instant now);
    void make_digest(Instant now);
    void write(std::shared_ptr<Item>, Instant now);
    void find(std::shared_ptr<Item>, Instant now);
    void screen(Item&, Instant now);
    void hand_over(Item const&, Instant now);
    void answer(Item const&, Instant now);

    AdviceSetting const& text_of(Item const&) const;
    bool is_finding(Item const&) const;

    Setting const& setting_;
    Deeds& deeds_;
    Actor screener_, handler_, approver_;
    std::vector<Writer> advisers_, officers_;
    std::vector<std::string> inquiries_;
    std::string call_;                  // 主题征集
    std::vector<std::string> numbers_;  // as they were filed
};

}  // namespace banshi::demo
