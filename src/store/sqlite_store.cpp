// SQLite: one writer that commits what waits in batches, and readers on snapshots beside it.

#include <soci/sqlite3/soci-sqlite3.h>

#include <mutex>
#include <thread>

#include "store/copy.h"
#include "store/emptied.h"
#include "store/migrate.h"
#include "store/stores.h"
#include "store/work_queue.h"

namespace banshi {

namespace {

constexpr std::size_t batch_limit = 256;

// Each session belongs to one thread, so it needs no lock of its own; and nobody asks SQLite how
// much memory it has, so it need not count each piece under a lock for all. Counts for the process,
// and only before its first session.
void spare_locks() {
    static std::once_flag once;
    std::call_once(once, [] {
        sqlite_api::sqlite3_config(SQLITE_CONFIG_MULTITHREAD);
        sqlite_api::sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    });
}

class SqliteStore : public Store {
public:
    SqliteStore(StoreSettings const& settings, bool emptied) : path_(settings.url.substr(7)) {
        make_private(path_);
        spare_locks();
        auto& writer = connect(settings.durable);
        emptied ? empty_and_migrate(writer) : migrate(writer);
        for (int at = 0; at < settings.connections; ++at)
            connect(true).script("PRAGMA query_only = ON");
        threads_.emplace_back([this, &writer] { write_loop(writer); });
        for (std::size_t at = 1; at < sessions_.size(); ++at)
            threads_.emplace_back([this, &reader = *sessions_[at]] { read_loop(reader); });
    }

    ~SqliteStore() override {
        writes_.close();
        reads_.close();
    }

    void write(Work work, Done done) override { writes_.put({std::move(work), std::move(done)}); }
    void read(Look look, Done done) override { reads_.put({std::move(look), std::move(done)}); }
    void on_announce(std::function<void(std::vector<std::string> const&)> hear) override {
        hear_ = std::move(hear);
    }
    Backend backend() const override { return Backend::sqlite; }
    std::size_t backlog() const override { return writes_.size() + reads_.size(); }

private:
    struct Write {
        Work work;
        Done done;
        std::exception_ptr error = nullptr;
    };
    struct Read {
        Look look;
        Done done;
    };

    Session& connect(bool durable) {
        auto& session = *sessions_.emplace_back(std::make_unique<Session>(
            soci::sqlite3, "dbname=\"" + path_ + "\" timeout=10", Backend::sqlite));
        session.script("PRAGMA journal_mode = WAL");
        session.script(durable ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = OFF");
        session.script("PRAGMA foreign_keys = ON");
        session.script("PRAGMA temp_store = MEMORY");
        session.script("PRAGMA cache_size = -16000");
        return session;
    }

    void write_loop(Session& session) {
        for (auto batch = writes_.take(batch_limit); !batch.empty();
             batch = writes_.take(batch_limit)) {
            auto const topics = commit_batch(session, batch);
            if (hear_ && !topics.empty()) hear_(topics);
            for (auto& each : batch) each.done(each.error);
        }
    }

    std::vector<std::string> commit_batch(Session& session, std::vector<Write>& batch) {
        SessionTransaction tx(session);
        std::size_t begun = 0;  // where the open transaction starts in the batch
        try {
            session.run("BEGIN IMMEDIATE");
            for (std::size_t at = 0; at < batch.size(); ++at) {
                run_one(session, tx, batch[at]);
                if (!lost_transaction(session)) continue;
                // SQLite gave the whole transaction up (a full disk): what came before in this
                // batch is gone too, and none of it was acknowledged.
                fail(batch, begun, at + 1);
                tx.topics().clear();
                begun = at + 1;
                session.run("BEGIN IMMEDIATE");
            }
            session.run("COMMIT");
        } catch (std::exception const&) {
            if (!lost_transaction(session)) session.run("ROLLBACK");
            fail(batch, begun, batch.size());
            tx.topics().clear();
        }
        return std::move(tx.topics());
    }

    static void run_one(Session& session, SessionTransaction& tx, Write& each) {
        auto const topics = tx.topics().size();
        bool keep = false;
        session.run("SAVEPOINT deed");
        try {
            keep = each.work(tx);
        } catch (...) { each.error = std::current_exception(); }
        if (lost_transaction(session)) return;
        if (!keep) {
            session.run("ROLLBACK TO deed");
            tx.topics().resize(topics);
        }
        session.run("RELEASE deed");
    }

    static bool lost_transaction(Session& session) {
        auto* backend = static_cast<soci::sqlite3_session_backend*>(session.soci().get_backend());
        return sqlite_api::sqlite3_get_autocommit(backend->conn_) != 0;
    }

    static void fail(std::vector<Write>& batch, std::size_t from, std::size_t to) {
        for (auto at = from; at < to; ++at)
            if (!batch[at].error)
                batch[at].error = std::make_exception_ptr(StoreFault("the commit failed"));
    }

    void read_loop(Session& session) {
        for (auto tasks = reads_.take(1); !tasks.empty(); tasks = reads_.take(1)) {
            std::exception_ptr error;
            try {
                SessionTransaction tx(session);
                session.run("BEGIN");
                tasks[0].look(tx);
            } catch (...) { error = std::current_exception(); }
            if (!lost_transaction(session)) session.run("COMMIT");
            tasks[0].done(error);
        }
    }

    std::string path_;
    std::function<void(std::vector<std::string> const&)> hear_;
    WorkQueue<Write> writes_;
    WorkQueue<Read> reads_;
    // The writer's first. They are closed one by one, when all threads have ended: the last takes
    // the -wal file away, and of two that close at one moment each holds the other for the last.
    std::vector<std::unique_ptr<Session>> sessions_;
    std::vector<std::jthread> threads_;
};

}  // namespace

std::unique_ptr<Store> open_sqlite(StoreSettings const& settings, bool emptied) {
    return std::make_unique<SqliteStore>(settings, emptied);
}

}  // namespace banshi
