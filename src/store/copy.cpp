#include "store/copy.h"

#include <fcntl.h>
#include <libpq-fe.h>
#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include <system_error>
#include <vector>

namespace banshi {

namespace fs = std::filesystem;

namespace {

fs::path file_of(std::string const& url) { return url.substr(sqlite_scheme.size()); }

soci::session open_file(fs::path const& file) {
    return {soci::sqlite3, "dbname=\"" + file.string() + "\" timeout=10"};
}

std::string in_quotes(std::string const& text) {
    std::string out = "'";
    for (char const letter : text) out += letter == '\'' ? "''" : std::string(1, letter);
    return out + "'";
}

[[noreturn]] void fail(std::string const& what) { throw std::runtime_error(what); }

// The address goes into the environment: on a command line everybody would see its password.
void put_into_environment(std::string const& url) {
    char* trouble = nullptr;
    auto* const options = PQconninfoParse(url.c_str(), &trouble);
    if (!options) fail(trouble ? trouble : url);
    for (auto const* option = options; option->keyword; ++option)
        if (option->envvar && option->val) setenv(option->envvar, option->val, 1);
    PQconninfoFree(options);
}

// Runs a tool of PostgreSQL, which finds the database in its environment.
void run_tool(std::string const& url, std::vector<std::string> words) {
    std::vector<char*> arguments;
    for (auto& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    auto const child = fork();
    if (child < 0) throw std::system_error(errno, std::generic_category(), words[0]);
    if (child == 0) {
        if (!url.empty()) put_into_environment(url);
        execvp(arguments[0], arguments.data());
        _exit(127);
    }
    int status = 0;
    if (waitpid(child, &status, 0) != child || status != 0) fail(words[0] + " failed");
}

std::int64_t counted(soci::session& session, char const* question) {
    long long found = 0;
    session << question, soci::into(found);
    return found;
}

// A reader holds a shared lock as long as it is connected, also when it does nothing.
bool anybody_reads(fs::path const& file) try {
    auto session = open_file(file);
    session << "PRAGMA busy_timeout = 500";
    session << "PRAGMA locking_mode = EXCLUSIVE";
    session << "BEGIN EXCLUSIVE";
    session << "ROLLBACK";
    return false;
} catch (soci::soci_error const&) { return true; }

Presence presence_of_file(fs::path const& file) {
    if (!fs::exists(file) || fs::file_size(file) == 0) return Presence::none;
    return anybody_reads(file) ? Presence::used : Presence::quiet;
}

void replace_file(fs::path const& copy, fs::path const& file) {
    auto const fresh = fs::path(file).concat(".restored");
    fs::copy_file(copy, fresh, fs::copy_options::overwrite_existing);
    fs::permissions(fresh, fs::perms::owner_read | fs::perms::owner_write);
    settle(fresh);
    // What the old database had not taken over from its log belongs to it alone.
    for (auto const* left : {"-wal", "-shm"}) fs::remove(fs::path(file).concat(left));
    fs::rename(fresh, file);
    settle(fs::absolute(file).parent_path());
}

}  // namespace

void make_private(fs::path const& file) {
    // One that is there is left alone: to close it would take away the locks that SQLite has on it.
    int const descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor >= 0)
        ::close(descriptor);
    else if (errno != EEXIST)
        throw std::system_error(errno, std::generic_category(), file.string());
}

void settle(fs::path const& file) {
    int const descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) throw std::system_error(errno, std::generic_category(), file.string());
    int const failed = ::fsync(descriptor);
    ::close(descriptor);
    if (failed) throw std::system_error(errno, std::generic_category(), file.string());
}

void settle_all(fs::path const& folder) {
    for (auto const& entry : fs::recursive_directory_iterator(folder)) settle(entry.path());
    settle(folder);
}

Backend backend_of(std::string const& url) {
    return url.starts_with(sqlite_scheme) ? Backend::sqlite : Backend::postgres;
}

void copy_database(std::string const& url, fs::path const& to) {
    bool const is_file = backend_of(url) == Backend::sqlite;
    if (is_file && !fs::exists(file_of(url))) fail(file_of(url).string() + " does not exist");
    make_private(to);
    if (!is_file)
        return run_tool(url, {"pg_dump", "--no-password", "--format=custom", "--no-owner",
                              "--file=" + to.string()});
    auto session = open_file(file_of(url));
    session << "VACUUM INTO " + in_quotes(to.string());
    settle(to);
}

void check_copy(Backend backend, fs::path const& copy) {
    if (backend == Backend::postgres)
        return run_tool("", {"pg_restore", "--file=/dev/null", copy.string()});
    auto session = open_file(copy);
    std::string verdict;
    session << "PRAGMA integrity_check(1)", soci::into(verdict);
    if (verdict != "ok") fail(copy.string() + ": " + verdict);
}

Presence presence_of(std::string const& url) {
    if (backend_of(url) == Backend::sqlite) return presence_of_file(file_of(url));
    soci::session session(soci::postgresql, url);
    auto const tables = counted(session,
                                "SELECT COUNT(*) FROM information_schema.tables "
                                "WHERE table_schema = 'public' AND table_name = 'migrations'");
    auto const others = counted(session,
                                "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = "
                                "current_database() AND pid <> pg_backend_pid()");
    if (others > 0) return Presence::used;
    return tables > 0 ? Presence::quiet : Presence::none;
}

void put_back(fs::path const& copy, std::string const& url) {
    if (backend_of(url) == Backend::sqlite) return replace_file(copy, file_of(url));
    run_tool(url, {"sh", "-c",
                   "exec pg_restore --no-password --clean --if-exists --no-owner "
                   "--single-transaction --dbname=\"$PGDATABASE\" \"$0\"",
                   copy.string()});
    soci::session session(soci::postgresql, url);
    session << "ANALYZE";  // a dump carries no figures for the planner
}

}  // namespace banshi
