// PostgreSQL: a pool of connections, each write SERIALIZABLE and repeated when it lost a race.

#include <poll.h>
#include <soci/postgresql/soci-postgresql.h>

#include <thread>

#include "base/random.h"
#include "store/migrate.h"
#include "store/stores.h"
#include "store/turns.h"
#include "store/work_queue.h"

namespace banshi {

namespace {

constexpr int most_attempts = 40;
constexpr int attempts_in_the_crowd = 3;  // then the loser works alone on this node

bool lost_a_race(soci::postgresql_soci_error const& error) {
    return error.sqlstate() == "40001" || error.sqlstate() == "40P01";
}

class PostgresStore : public Store {
public:
    PostgresStore(StoreSettings const& settings, bool emptied)
        : url_(settings.url), durable_(settings.durable) {
        auto session = connect();
        if (emptied) empty(*session);
        migrate(*session);
        for (int at = 0; at < settings.connections; ++at)
            pool_.emplace_back([this](std::stop_token) { work_loop(); });
    }

    ~PostgresStore() override { tasks_.close(); }

    void write(Work work, Done done) override {
        tasks_.put([this, work = std::move(work), done = std::move(done)](Connection& connection) {
            done(attempt(
                [&](int tries) {
                    Turn const turn(turns_, tries > attempts_in_the_crowd);
                    write_once(session(connection), work);
                },
                connection));
        });
    }

    void read(Look look, Done done) override {
        tasks_.put([this, look = std::move(look), done = std::move(done)](Connection& connection) {
            done(attempt([&](int) { look_once(session(connection), look); }, connection));
        });
    }

    void on_announce(std::function<void(std::vector<std::string> const&)> hear) override {
        listener_ = std::jthread(
            [this, hear = std::move(hear)](std::stop_token stop) { listen(hear, stop); });
    }

    Backend backend() const override { return Backend::postgres; }
    std::size_t backlog() const override { return tasks_.size(); }

private:
    using Connection = std::unique_ptr<Session>;

    std::unique_ptr<Session> connect() const {
        auto session = std::make_unique<Session>(soci::postgresql, url_, Backend::postgres);
        session->script("SET client_min_messages = warning");
        if (!durable_) session->script("SET synchronous_commit = off");
        return session;
    }

    Session& session(Connection& connection) const {
        if (!connection) connection = connect();
        return *connection;
    }

    void work_loop() {
        Connection connection;
        for (auto tasks = tasks_.take(1); !tasks.empty(); tasks = tasks_.take(1))
            tasks[0](connection);
    }

    // Runs until it is through or failed for good; a lost race starts again after a short,
    // random wait, a broken connection is given up and opened anew by the next task.
    static std::exception_ptr attempt(std::function<void(int tries)> const& run,
                                      Connection& connection) {
        for (int tries = 1;; ++tries) {
            try {
                run(tries);
                return nullptr;
            } catch (soci::postgresql_soci_error const& error) {
                if (!roll_back(connection) || !lost_a_race(error) || tries == most_attempts)
                    return std::make_exception_ptr(StoreFault(error.what()));
                auto const most = std::min(1000 * tries, 20000);
                std::this_thread::sleep_for(std::chrono::microseconds(
                    system_random().below(static_cast<std::uint64_t>(most))));
            } catch (soci::soci_error const& error) {
                connection.reset();
                return std::make_exception_ptr(StoreFault(error.what()));
            } catch (...) {
                roll_back(connection);
                return std::current_exception();
            }
        }
    }

    static bool roll_back(Connection& connection) try {
        if (connection) connection->script("ROLLBACK");
        return true;
    } catch (soci::soci_error const&) {
        connection.reset();
        return false;
    }

    static void write_once(Session& session, Work const& work) {
        SessionTransaction tx(session);
        session.run("BEGIN ISOLATION LEVEL SERIALIZABLE");
        if (!work(tx)) {
            session.run("ROLLBACK");
            return;
        }
        for (auto const& topic : tx.topics())
            tx.one<std::string>("SELECT CAST(pg_notify('banshi', ?) AS TEXT)", topic);
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
    WorkQueue<std::function<void(Connection&)>> tasks_;
    std::vector<std::jthread> pool_;
    std::jthread listener_;
};

}  // namespace

std::unique_ptr<Store> open_postgres(StoreSettings const& settings, bool emptied) {
    return std::make_unique<PostgresStore>(settings, emptied);
}

}  // namespace banshi
