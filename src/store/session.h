#pragma once
// One connection with its prepared statements. Used by the stores and by nobody else.

#include <soci/soci.h>

#include <string>
#include <unordered_map>
#include <vector>

#include "store/pipeline.h"
#include "store/store.h"

namespace banshi {

class Session {
public:
    Session(soci::backend_factory const& factory, std::string const& connect, Backend backend);

    // Runs a kept statement; see Transaction.
    std::int64_t execute(Sql sql, std::span<cells::In const> in,
                         std::vector<cells::Kind> (*columns)(),
                         std::function<void(std::span<cells::Out const>)> const& on_row);
    void run(Sql sql) { execute(sql, {}, nullptr, nullptr); }
    // On PostgreSQL without waiting for the outcome.
    void send(Sql sql, std::span<cells::In const> in);
    // Until all that was sent has been done; throws where it was not.
    void wait() { pipeline_.wait(); }
    void roll_back();
    // For scripts of many statements and for pragmas: not kept.
    void script(std::string const& text);

    soci::session& soci() {
        wait();
        return sql_;
    }
    Backend backend() const { return backend_; }

private:
    struct Prepared;
    struct PreparedDeleter {
        void operator()(Prepared*) const;
    };
    Prepared& prepared(Sql sql, std::span<cells::In const> in,
                       std::vector<cells::Kind> (*columns)());

    soci::session sql_;
    Backend backend_;
    std::unordered_map<char const*, std::unique_ptr<Prepared, PreparedDeleter>> kept_;
    Pipeline pipeline_{sql_};
};

// The transaction of a session that is open just now.
class SessionTransaction : public Transaction {
public:
    explicit SessionTransaction(Session& session) : session_(session) {}
    void announce(std::string topic) override { topics_.push_back(std::move(topic)); }
    Backend backend() const override { return session_.backend(); }
    std::vector<std::string>& topics() { return topics_; }

protected:
    std::int64_t execute(Sql sql, std::span<cells::In const> in, Columns columns,
                         OnRow const& on_row) override {
        return session_.execute(sql, in, columns, on_row);
    }
    void send(Sql sql, std::span<cells::In const> in) override { session_.send(sql, in); }

private:
    Session& session_;
    std::vector<std::string> topics_;
};

}  // namespace banshi
