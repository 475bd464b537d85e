// The lists behind the figures 明细, and the way of one ticket through the hall.

#include "engines/people/accounts.h"
#include "engines/people/people.h"
#include "systems/hall/figures.h"
#include "systems/hall/hall.h"
#include "systems/hall/ticket_rows.h"
#include "systems/hall/visit.h"

namespace banshi::hall {

namespace {

TicketRow row_shown(Call& call, HallSetting const& hall, lists::Row const& row) {
    auto const service = find_service(hall, row.service);
    return {row.id,
            row.number,
            row.day,
            service ? name_of(call, service.value()) : row.service.text,
            row.entry.value_or(Entry::booked),
            row.state,
            row.person ? people::masked(call, *row.person).name : "",
            row.booked_at,
            row.issued_at,
            row.called_at,
            row.window,
            figures::whole_seconds(row.waited),
            figures::whole_seconds(row.served)};
}

// "2026-03-02/01J...": the last ticket of the page before.
Result<lists::Place> read_place(ListTickets const& form) {
    if (!form.after) return lists::Place{form.from - std::chrono::days{1}, {}};
    auto const slash = form.after->find('/');
    auto const day = read_day(form.after->substr(0, slash));
    if (slash == std::string::npos || !day)
        return Refusal{Why::invalid, "report.bad_page", *form.after, "after"};
    return lists::Place{*day, {form.after->substr(slash + 1)}};
}

Result<HallSetting> reported(Call& call, HallId const& id) {
    auto hall = TRY(find_hall(call, id));
    TRY(people::may(call, see_reports, people::node(call.district, id)));
    return hall;
}

// Citizens are named nowhere.
std::string name_of(Call& call, std::string const& actor) {
    auto const account = people::find_account(call, AccountId{actor});
    return account && account->kind != people::AccountKind::citizen ? account->name : "";
}

}  // namespace

Result<TicketList> list_tickets(Call& call, ListTickets const& form) {
    constexpr int page = 50;
    auto const hall = TRY(reported(call, form.hall));
    if (form.from > form.to) return Refusal{Why::invalid, "report.bad_range", "", "to"};
    auto const rows = lists::page(call, form, TRY(read_place(form)), page + 1);
    TicketList list;
    for (auto const& row : rows) {
        if (list.tickets.size() == page) {
            auto const& last = list.tickets.back();
            list.next = written(last.day) + "/" + last.ticket.text;
            break;
        }
        list.tickets.push_back(row_shown(call, hall, row));
    }
    return list;
}

Result<History> see_history(Call& call, SeeHistory const& form) {
    auto const hall = TRY(reported(call, form.hall));
    auto const row = lists::find(call, form.hall, form.ticket);
    if (!row) return Refusal{Why::not_found, "ticket.not_found", form.ticket.text};
    History history{row_shown(call, hall, *row), {}};
    for (auto const& event : tickets::events_of(call, form.ticket))
        history.events.push_back({event.sequence, event.at, event.kind, event.from, event.to,
                                  event.window, name_of(call, event.actor), event.reason, event.due,
                                  seq_of(call, event.seq)});
    return history;
}

}  // namespace banshi::hall
