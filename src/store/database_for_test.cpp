#include "store/database_for_test.h"

#include <errno.h>  // program_invocation_short_name
#include <fmt/format.h>
#include <soci/postgresql/soci-postgresql.h>
#include <unistd.h>

#include <cstdlib>

#include "store/emptied.h"

namespace banshi {

namespace {

// The test program's own, made at first. Of an address that names two the last counts.
std::string own_postgres() {
    auto const* const server = std::getenv("BANSHI_POSTGRES");
    if (!server) return "";
    std::string const name = program_invocation_short_name;
    soci::session session(soci::postgresql, server);
    int known = 0;
    session << "SELECT count(*) FROM pg_database WHERE datname = :name", soci::use(name),
        soci::into(known);
    if (!known) session << fmt::format("CREATE DATABASE \"{}\"", name);
    return fmt::format("{} dbname={}", server, name);
}

}  // namespace

std::string bare_test_postgres() {
    auto const address = own_postgres();
    if (address.empty()) return address;
    Session session(soci::postgresql, address, Backend::postgres);
    session.script("SET client_min_messages = warning");
    empty(session);
    return address;
}

bool TestDatabase::find(std::string_view backend) {
    if (backend == "postgres") {
        address_ = own_postgres();
    } else {
        file_ = std::filesystem::temp_directory_path() /
                fmt::format("{}-{}.db", program_invocation_short_name, getpid());
        address_ = "sqlite:" + file_.string();
    }
    return !address_.empty();
}

TestDatabase::~TestDatabase() {
    if (file_.empty()) return;
    for (auto const* end : {"", "-wal", "-shm"}) std::filesystem::remove(file_.string() + end);
}

}  // namespace banshi
