// PostgreSQL: a pool of connections, each write SERIALIZABLE and repeated when it lost a race.

#include <poll.h>
#include <soci/postgresql/soci-postgresql.h>

#include <atomic>
#include <bit>
#include <thread>

#include "base/random.h"
#include "store/emptied.h"
#include "store/migrate.h"
#include "store/postgres_address.h"
#include "store/stores.h"
#include "store/turns.h"
#include "store/work_queue.h"

namespace banshi {

namespace {

constexpr int most_attempts = 40;
constexpr int attempts_in_the_crowd = 3;  // then the loser works alone on this node
constexpr std::uint64_t first_look = 32, last_look = 1 << 16;  // writes, at each doubling

std::string state_of(soci::soci_error const& error) {
    auto const* told = dynamic_cast<soci::postgresql_soci_error const*>(&error);
    return told ? told->sqlstate() : "";
}

bool lost_a_race(std::string const& state) { return state == "40001" || state == "40P01"; }
// The server takes no writes any more: another one leads.
bool was_demoted(std::string const& state) { return state == "25006"; }

struct Connection {
    std::unique_ptr<Session> session;
    bool committing = false;  // the COMMIT is on its way: whether it was done is not known
};

class PostgresStore : public Store {
public:
    PostgresStore(StoreSettings const& settings, bool emptied)
        : url_(lasting_address(settings.url)), durable_(settings.durable) {
        auto session = connect();
        emptied ? empty_and_migrate(*session) : migrate(*session);
        for (int at = 0; at < settings.connections; ++at)
            pool_.emplace_back([this](std::stop_token) { work_loop(); });
    }

    ~PostgresStore() override { tasks_.close(); }

    void write(Work work, Done done) override {
        tasks_.put([this, work = std::move(work), done = std::move(done)](Connection& connection) {
            auto const fault = attempt(
                [&](int tries) {
                    Turn const turn(turns_, tries > attempts_in_the_crowd);
                    write_once(opened(connection), connection.committing, work);
                },
                connection);
            if (!fault) look_again_at_times();
            done(fault);
        });
    }

    void read(Look look, Done done) override {
        tasks_.put([this, look = std::move(look), done = std::move(done)](Connection& connection) {
            done(attempt([&](int) { look_once(opened(connection), look); }, connection));
        });
    }

    void on_announce(std::function<void(std::vector<std::string> const&)> hear) override {
        listener_ = std::jthread(
            [this, hear = std::move(hear)](std::stop_token stop) { listen(hear, stop); });
    }

    Backend backend() const override { return Backend::postgres; }
    std::size_t backlog() const override { return tasks_.size(); }

private:
    std::unique_ptr<Session> connect() const {
        auto session = std::make_unique<Session>(soci::postgresql, url_, Backend::postgres);
        session->script("SET client_min_messages = warning");
        // A kept plan outlives what the tables held when it was made: one that reads a small table
        // from end to end reads all of it when it is large, and locks all of it against races.
        session->script("SET enable_seqscan = off");
        session->script("SET random_page_cost = 1.1");
        session->script("SET jit = off");
        if (!durable_) session->script("SET synchronous_commit = off");
        return session;
    }

    Session& opened(Connection& connection) const {
        connection.committing = false;
        if (!connection.session) connection.session = connect();
        return *connection.session;
    }

    void work_loop() {
        Connection connection;
        for (auto tasks = tasks_.take(1); !tasks.empty(); tasks = tasks_.take(1))
            tasks[0](connection);
    }

    // Runs until it is through or failed for good. A lost race starts again after a short, random
    // wait. A connection that broke, as after a fail-over, is opened anew, and what it did not
    // commit starts again once; of a commit whose answer never came nobody may guess.
    static std::exception_ptr attempt(std::function<void(int tries)> const& run,
                                      Connection& connection) {
        bool reconnected = false;
        for (int tries = 1;; ++tries) {
            try {
                run(tries);
                return nullptr;
            } catch (soci::soci_error const& error) {
                auto const state = state_of(error);
                bool const broke = connection.session && !is_usable(connection, state);
                bool const again = broke ? !reconnected && !connection.committing
                                         : lost_a_race(state) && tries < most_attempts;
                if (!again) return std::make_exception_ptr(StoreFault(error.what()));
                reconnected |= broke;
                if (!broke) wait_a_little(tries);
            } catch (...) {
                is_usable(connection, "");
                return std::current_exception();
            }
        }
    }

    // A plan that was made when a table was empty may take any index for a key, read all of it and
    // lose races for all of it. The planner looks again at tables that fill, which the server's
    // own round of once a minute does too late; a city that is full when the program starts is
    // only asked.
    void look_again_at_times() {
        auto const writes = ++writes_;
        if (writes < first_look || writes > last_look || !std::has_single_bit(writes)) return;
        tasks_.put([this](Connection& connection) {
            try {
                auto& session = opened(connection);
                for (auto const& table : grown_tables(session)) session.script("ANALYZE " + table);
            } catch (soci::soci_error const& error) { is_usable(connection, state_of(error)); }
        });
    }

    // Twice as long as when the planner last looked, by the length of their files: the server's
    // own count of changes comes seconds late.
    static std::vector<std::string> grown_tables(Session& session) {
        std::vector<std::string> tables;
        look_once(session, [&](Transaction& tx) {
            tables = tx.all<std::string>(
                "SELECT quote_ident(relname) FROM pg_class WHERE relkind = 'r' "
                "AND relnamespace = CAST(current_schema() AS regnamespace) "
                "AND pg_relation_size(oid) > 0 AND pg_relation_size(oid) >= "
                "2 * relpages * CAST(current_setting('block_size') AS BIGINT)");
        });
        return tables;
    }

    static void wait_a_little(int tries) {
        auto const most = std::min(1000 * tries, 20000);
        std::this_thread::sleep_for(
            std::chrono::microseconds(system_random().below(static_cast<std::uint64_t>(most))));
    }

    // Rolls back; a connection that cannot, or that leads to no leader, is given up.
    static bool is_usable(Connection& connection, std::string const& state) try {
        if (connection.session) connection.session->roll_back();
        if (!was_demoted(state)) return true;
        connection.session.reset();
        return false;
    } catch (soci::soci_error const&) {
        connection.session.reset();
        return false;
    }

    static void write_once(Session& session, bool& committing, Work const& work) {
        SessionTransaction tx(session);
        session.run("BEGIN ISOLATION LEVEL SERIALIZABLE");
        if (!work(tx)) return session.roll_back();
        for (auto const& topic : tx.topics())
            tx.one<std::string>("SELECT CAST(pg_notify('banshi', ?) AS TEXT)", topic);
        session.wait();
        committing = true;
        session.run("COMMIT");
    }

    static void look_once(Session& session, Look const& look) {
        SessionTransaction tx(session);
        session.run("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
        look(tx);
        session.run("COMMIT");
    }

    // Hears what any node of the city committed; after a lost connection it listens again.
    void listen(std::function<void(std::vector<std::string> const&)> const& hear,
                std::stop_token stop) const {
        while (!stop.stop_requested()) try {
                auto const session = connect();
                session->script("LISTEN banshi");
                auto* backend =
                    static_cast<soci::postgresql_session_backend*>(session->soci().get_backend());
                while (!stop.stop_requested()) {
                    pollfd waiting{PQsocket(backend->conn_), POLLIN, 0};
                    poll(&waiting, 1, 200);
                    if (!PQconsumeInput(backend->conn_)) break;
                    auto const topics = heard(backend->conn_);
                    if (!topics.empty()) hear(topics);
                }
            } catch (soci::soci_error const&) {
                std::this_thread::sleep_for(std::chrono::milliseconds(500));
            }
    }

    static std::vector<std::string> heard(PGconn* connection) {
        std::vector<std::string> topics;
        while (auto* notice = PQnotifies(connection)) {
            topics.emplace_back(notice->extra);
            PQfreemem(notice);
        }
        return topics;
    }

    std::string url_;
    bool durable_;
    Turns turns_;
    std::atomic<std::uint64_t> writes_ = 0;
    WorkQueue<std::function<void(Connection&)>> tasks_;
    std::vector<std::jthread> pool_;
    std::jthread listener_;
};

}  // namespace

std::unique_ptr<Store> open_postgres(StoreSettings const& settings, bool emptied) {
    return std::make_unique<PostgresStore>(settings, emptied);
}

}  // namespace banshi
