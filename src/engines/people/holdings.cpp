#include "engines/people/holdings.h"

namespace banshi::people {

namespace {

struct Holders {
    std::vector<Holder> all;
    std::vector<Eraser> erasers;
};

}  // namespace

void add_holder(District& district, Holder holder, Eraser eraser) {
    auto holders = district.has<Holders>() ? district.policy<Holders>() : Holders{};
    holders.all.push_back(std::move(holder));
    if (eraser) holders.erasers.push_back(std::move(eraser));
    district.set(std::move(holders));
}

std::vector<Holding> holdings(Call& call, Subject const& subject) {
    std::vector<Holding> out;
    if (!call.district.has<Holders>()) return out;
    for (auto const& holder : call.district.policy<Holders>().all)
        for (auto& holding : holder(call, subject))
            if (!holding.things.empty()) out.push_back(std::move(holding));
    return out;
}

void erase_holdings(Call& call, Subject const& subject) {
    if (!call.district.has<Holders>()) return;
    for (auto const& eraser : call.district.policy<Holders>().erasers) eraser(call, subject);
}

}  // namespace banshi::people
