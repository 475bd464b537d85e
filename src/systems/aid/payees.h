#pragma once
// 收款人: whom an order pays. It is kept with the order from its drafting on; the approver sees it
// and the bank gets it, and an account that was changed since stops the order.

#include "systems/aid/payments.h"

namespace banshi::aid {

void keep_payee(Call&, std::string const& order, FamilyFund const&);
// Of a batch, in the order of its orders; one that the fund does not say any more is `changed`.
std::vector<OrderPayee> payees_of(Call&, std::vector<Order> const&);
// Refuses payee.changed with the fact family.
Result<void> check_payees(Call&, std::vector<Order> const&);

}  // namespace banshi::aid
