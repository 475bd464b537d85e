#pragma once
// The rows behind statements.h. They decide nothing.

#include "systems/aid/statements.h"

namespace banshi::aid::rows {

void insert(Call&, StatementFile const&, std::string const& base64);
void update(Call&, StatementFile const&);
std::optional<StatementFile> find_file(Call&, std::string const& hash);
std::string bytes_of(Call&, std::string const& hash);  // base64
std::vector<StatementFile> all_files(Call&);           // the newest first

std::int64_t next_line(Call&);
void insert(Call&, StatementLine const&);
void update(Call&, StatementLine const&);
std::optional<StatementLine> find_line(Call&, std::int64_t number);
std::vector<StatementLine> lines(Call&, std::optional<MatchState>);  // the newest first
std::vector<KnownLine> known_lines(Call&, std::string const& account);
std::optional<StatementLine> last_line(Call&, std::string const& account);
std::optional<StatementLine> line_matched_with(Call&, std::string const& what);

struct DayClosing {
    Day day;
    Fen balance_after;
};
std::vector<DayClosing> day_closings(Call&, std::string const& account);  // the newest first

}  // namespace banshi::aid::rows
