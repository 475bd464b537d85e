#pragma once
// Which statements were sent, and which of them SQLite answers by walking through a table that
// grows with the city: a page must cost the same after ten years.

#include <set>
#include <string>
#include <vector>

#include "store/store.h"

namespace banshi::scenario {

class Plans {
public:
    void note(std::string_view sql) {
        if (!seen_.contains(sql)) seen_.emplace(sql);
    }
    void add(Plans const& other) { seen_.insert(other.seen_.begin(), other.seen_.end()); }
    // Each with its plan; of a database with this schema, empty or not.
    std::vector<std::string> walks(std::string const& sqlite_file) const;

private:
    std::set<std::string, std::less<>> seen_;
};

// Passes everything on, and notes it.
class Watched final : public TransactionWithin {
public:
    Watched(Transaction& inner, Plans& plans) : TransactionWithin(inner), plans_(plans) {}

protected:
    std::int64_t execute(Sql sql, std::span<cells::In const> in, Columns columns,
                         OnRow const& on_row) override {
        plans_.note(sql.text);
        return TransactionWithin::execute(sql, in, columns, on_row);
    }
    void send(Sql sql, std::span<cells::In const> in) override {
        plans_.note(sql.text);
        TransactionWithin::send(sql, in);
    }

private:
    Plans& plans_;
};

}  // namespace banshi::scenario
