#include "systems/aid/payees.h"

#include "engines/people/keys.h"
#include "systems/aid/fund_rows.h"
#include "systems/aid/payment_rows.h"

namespace banshi::aid {

namespace {

OrderPayee opened(OrderPayee payee) {
    payee.name = people::unseal_filled(payee.name);
    payee.account = people::unseal_filled(payee.account);
    return payee;
}

bool is_of(OrderPayee const& payee, FamilyFund const& fund) {
    return payee.name == people::unseal_filled(fund.payee_name) &&
           payee.account == people::unseal_filled(fund.payee_account) &&
           payee.bank == fund.payee_bank;
}

// An order of before payees were kept has none, which nobody can have approved.
OrderPayee payee_of(Call& call, Order const& order) {
    auto const kept = rows::find_payee(call, order.number);
    auto payee = kept ? opened(*kept) : OrderPayee{order.number, "", "", "", true};
    auto const fund = rows::find_fund(call, order.family);
    payee.changed = !kept || !fund || !is_of(payee, *fund);
    return payee;
}

}  // namespace

void keep_payee(Call& call, std::string const& order, FamilyFund const& fund) {
    rows::insert(call, OrderPayee{order, fund.payee_name, fund.payee_account, fund.payee_bank});
}

std::vector<OrderPayee> payees_of(Call& call, std::vector<Order> const& orders) {
    std::vector<OrderPayee> payees;
    for (auto const& order : orders) payees.push_back(payee_of(call, order));
    return payees;
}

Result<void> check_payees(Call& call, std::vector<Order> const& orders) {
    for (auto const& order : orders)
        if (payee_of(call, order).changed)
            return Refusal{
                Why::conflict, "payee.changed", order.number, "", {{"family", order.family}}};
    return {};
}

}  // namespace banshi::aid
