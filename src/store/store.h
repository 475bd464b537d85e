#pragma once
// One door to the database, SQLite or PostgreSQL. Statements are literals in *_store.cpp files
// and nowhere else, and are the same on both. They are prepared once a connection and kept.
//
//     struct Row { SlotId id; Instant start; std::optional<std::string> note; };
//     auto const row = tx.one<Row>("SELECT id, start, note FROM slots WHERE id = ?", id);
//     tx.run("UPDATE slots SET held = held + 1 WHERE district = ? AND id = ?", district, id);
//
// Columns fill the fields of a plain struct in order, or one single value.

#include <algorithm>
#include <array>
#include <functional>
#include <memory>
#include <optional>

#include "store/cells.h"

namespace banshi {

// SQL text that the compiler has seen whole: nothing typed by a person can get into it.
struct Sql {
    template <std::size_t N>
    consteval Sql(char const (&literal)[N]) : text(literal, N - 1) {}
    template <std::size_t N>
    consteval Sql(std::array<char, N> const& joined) : text(joined.data(), N) {}
    std::string_view text;
};

// Statements on the same columns: tx.all<Slot>(join<slot_columns, "WHERE hall = ?">, hall).
template <std::size_t N>
struct Words {
    consteval Words(char const (&literal)[N]) { std::copy_n(literal, N, text); }
    static constexpr std::size_t size = N - 1;
    char text[N]{};
};

template <Words... Parts>
inline constexpr auto joined_text = [] {
    std::array<char, (decltype(Parts)::size + ...)> out{};
    auto* at = out.data();
    ((at = std::copy_n(Parts.text, decltype(Parts)::size, at)), ...);
    return out;
}();

template <Words... Parts>
inline constexpr Sql join{joined_text<Parts...>};

enum class Backend { sqlite, postgres };

// A Transaction is handed to the work by Store::write and Store::read; it commits when the work
// says so and rolls back when the work refuses or throws.
class Transaction {
public:
    virtual ~Transaction() = default;

    // On PostgreSQL it is only sent: whoever wants to know what it changed asks for `changed`. What
    // goes wrong is a fault of the next statement that is waited for, the commit at the latest.
    template <class... In>
    void run(Sql sql, In const&... in) {
        std::array<cells::In, sizeof...(In)> const values{cells::put(in)...};
        send(sql, values);
    }

    // How many rows.
    template <class... In>
    std::int64_t changed(Sql sql, In const&... in) {
        std::array<cells::In, sizeof...(In)> const values{cells::put(in)...};
        return execute(sql, values, nullptr, nullptr);
    }

    // Each row once, in order; for what is too long to hold.
    template <class Row, class See, class... In>
    void each(Sql sql, See const& see, In const&... in) {
        std::array<cells::In, sizeof...(In)> const values{cells::put(in)...};
        execute(sql, values, cells::columns_of<Row>,
                [&see](std::span<cells::Out const> columns) { see(cells::row_of<Row>(columns)); });
    }

    // The only row, or none.
    template <class Row, class... In>
    std::optional<Row> one(Sql sql, In const&... in) {
        std::optional<Row> found;
        each<Row>(
            sql, [&found](Row row) { found = std::move(row); }, in...);
        return found;
    }

    template <class Row, class... In>
    std::vector<Row> all(Sql sql, In const&... in) {
        std::vector<Row> rows;
        each<Row>(
            sql, [&rows](Row row) { rows.push_back(std::move(row)); }, in...);
        return rows;
    }

    // After the commit, and only then, those who watch the topic look again: "hall/1".
    virtual void announce(std::string topic) = 0;
    virtual Backend backend() const = 0;

protected:
    friend class TransactionWithin;
    using Columns = std::vector<cells::Kind> (*)();
    using OnRow = std::function<void(std::span<cells::Out const>)>;
    virtual std::int64_t execute(Sql sql, std::span<cells::In const> in, Columns columns,
                                 OnRow const& on_row) = 0;
    virtual void send(Sql sql, std::span<cells::In const> in) = 0;
};

// Passes everything on to the transaction that it stands in: for work that remembers something
// until its end.
class TransactionWithin : public Transaction {
public:
    explicit TransactionWithin(Transaction& outer) : outer_(outer) {}
    void announce(std::string topic) override { outer_.announce(std::move(topic)); }
    Backend backend() const override { return outer_.backend(); }

protected:
    std::int64_t execute(Sql sql, std::span<cells::In const> in, Columns columns,
                         OnRow const& on_row) override {
        return outer_.execute(sql, in, columns, on_row);
    }
    void send(Sql sql, std::span<cells::In const> in) override { outer_.send(sql, in); }

private:
    Transaction& outer_;
};

// A numbered step of a schema, from src/**/schema/*.sql, built into the program.
struct Migration {
    std::string name;  // hall/0001_hall
    std::string sql;
};
std::vector<Migration> const& migrations(Backend);

struct StoreSettings {
    // "sqlite:/var/lib/banshi/banshi.db" or a libpq string, "postgresql://..." or "host=...".
    std::string url;
    int connections = 4;  // for reading (SQLite), in the pool (PostgreSQL)
    bool durable = true;  // false: tests only; a crash of the machine may lose the last commits
};

// The database is newer than this program: nothing was touched.
struct WrongDatabase : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// The write was not kept, or the answer to its commit is lost: its Idempotency-Key tells which.
struct StoreFault : std::runtime_error {
    using std::runtime_error::runtime_error;
};

class Store {
public:
    using Work = std::function<bool(Transaction&)>;  // true: keep; false: roll back
    using Look = std::function<void(Transaction&)>;
    using Done = std::function<void(std::exception_ptr)>;  // null: durable, or rolled back as asked

    virtual ~Store() = default;

    // Queues the work; `done` is called once, from a thread of the store. On PostgreSQL the work
    // may run again after a serialization failure, so it must set its results anew each time.
    virtual void write(Work work, Done done) = 0;
    // Looks at one snapshot; never waits for writers on SQLite, and writes nothing.
    virtual void read(Look look, Done done) = 0;

    // The same, waiting. They throw what the work threw.
    void write_now(Work work);
    void read_now(Look look);

    // Called after each commit with the topics it announced, from a thread of the store; on
    // PostgreSQL with those of the other nodes too. Set it once, before the first write.
    virtual void on_announce(std::function<void(std::vector<std::string> const&)> hear) = 0;

    virtual Backend backend() const = 0;
    // Works waiting for a turn: the measure of overload.
    virtual std::size_t backlog() const = 0;
};

// Opens the database and brings its schema up to this program's. Throws WrongDatabase.
std::unique_ptr<Store> open_store(StoreSettings const&);
// The same on an emptied database: all that was there is gone.
std::unique_ptr<Store> open_emptied_store(StoreSettings const&);

}  // namespace banshi
