#pragma once
// The rows behind payments.h and answers.h. They decide nothing.

#include "systems/aid/answers.h"

namespace banshi::aid::rows {

void insert(Call&, Batch const&);
void update(Call&, Batch const&);
std::optional<Batch> find_batch(Call&, std::string const& number);
std::vector<Batch> batches_of(Call&, int year);  // the newest first
void keep_file(Call&, std::string const& batch, std::string const& base64);
std::optional<std::string> file_of(Call&, std::string const& batch);

void insert(Call&, Order const&);
void update(Call&, Order const&);
void insert(Call&, OrderPayee const&);  // with name and account sealed
std::optional<OrderPayee> find_payee(Call&, std::string const& order);
std::optional<Order> find_order(Call&, std::string const& number);
std::vector<Order> orders_in(Call&, std::string const& batch);
std::vector<Order> orders_of(Call&, std::string const& family, int year);
std::vector<Order> orders_of_year(Call&, int year);
std::optional<Order> order_paid_by(Call&, std::int64_t transfer);
std::optional<Order> order_held_by(Call&, std::int64_t hold);

void insert(Call&, Answer const&);
std::optional<Answer> find_answer(Call&, std::string const& hash);
std::vector<Answer> all_answers(Call&);  // the newest first
void insert(Call&, std::string const& answer, int serial, AnswerLine const&);
std::vector<AnswerLine> lines_of(Call&, std::string const& answer);

}  // namespace banshi::aid::rows
