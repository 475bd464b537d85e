#include "systems/aid/simulated_bank.h"

#include <vector>

#include "documents/csv.h"

namespace banshi::aid {

Result<std::string> answered(std::string_view payment_file, Day day,
                             std::map<std::string, std::string> const& refused) {
    auto const rows = TRY(documents::read_csv(payment_file));
    std::vector<std::vector<std::string>> out{
        {"order_no", "result", "reason", "bank_ref", "booked_on"}};
    for (std::size_t at = 1; at < rows.size(); ++at) {
        auto const* const order = std::get_if<std::string>(&rows[at].cells.at(0).value);
        if (!order) continue;
        auto const no = refused.find(*order);
        bool const pays = no == refused.end();
        out.push_back({*order, pays ? "paid" : "refused", pays ? "" : no->second, "SIM-" + *order,
                       written(day)});
    }
    return documents::written_csv(out);
}

}  // namespace banshi::aid
