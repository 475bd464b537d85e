// Backup 备份 and restore 恢复: a folder with the database at one moment, the keys, the
// secrets, the signed heads of that moment or before, and the settings for reference.

#include <fmt/format.h>

#include <iostream>

#include "cli/commands.h"
#include "cli/data_folder.h"
#include "cli/verify.h"
#include "engines/people/keys.h"
#include "store/copy.h"
#include "store/secret_file.h"

namespace banshi::cli {

namespace fs = std::filesystem;

namespace {

struct Parts {  // of a copy
    fs::path folder;
    fs::path database() const { return folder / "database"; }
    fs::path keys() const { return folder / "keys"; }
    fs::path log() const { return folder / "log"; }
    fs::path secrets() const { return folder / "secrets"; }
    fs::path config() const { return folder / "config"; }
};

// The copy as a database of its own: every log of it must be sound.
bool is_sound(Environment here, City const& city, Parts const& parts) {
    if (backend_of(here.database) == Backend::postgres) return true;  // only after a restore
    here.database = "sqlite:" + parts.database().string();
    return verify_logs(here, city, *open_database(here), "", Keeping::told);
}

void copy_secrets(fs::path const& from, fs::path const& to) {
    if (!fs::exists(from)) return;
    fs::create_directories(to);
    fs::permissions(to, fs::perms::owner_all);
    for (auto const& entry : fs::directory_iterator(from)) {
        auto const copy = to / entry.path().filename();
        // What is there was changed since: a webhook, a client's new secret.
        if (!entry.is_regular_file() || fs::exists(copy)) continue;
        write_secret_file(copy, read_file(entry.path()));
    }
}

// For whoever has to set the machine up again. What the program may not read, it says.
void copy_settings(Environment const& here, City const& city, Parts const& parts) {
    auto const& from = here.folders.config;
    if (from.empty()) return;
    for (auto const& entry : fs::recursive_directory_iterator(from)) {
        auto const to = parts.config() / fs::relative(entry.path(), from);
        std::error_code trouble;
        fs::create_directories(to.parent_path());
        if (entry.is_regular_file()) fs::copy_file(entry.path(), to, trouble);
        if (trouble) say(city, "cli.backup.left_out", {{"file", entry.path().string()}});
    }
}

bool make(Environment const& here, City const& city, Parts const& parts) {
    fs::create_directories(parts.folder);
    fs::permissions(parts.folder, fs::perms::owner_all);
    // Heads first: a log that holds less than was signed would look like a forgery.
    fs::copy(here.data / "log", parts.log(), fs::copy_options::recursive);
    fs::copy_file(here.keys(), parts.keys());
    copy_secrets(here.secrets(), parts.secrets());
    copy_settings(here, city, parts);
    copy_database(here.database, parts.database());
    check_copy(backend_of(here.database), parts.database());
    if (!is_sound(here, city, parts)) return false;
    settle_all(parts.folder);
    return true;
}

bool same(fs::path const& one, fs::path const& other) { return read_file(one) == read_file(other); }

// keys.before, keys.before.2 ...: any of them may be the only key of some database.
fs::path name_of_older(fs::path const& keys) {
    auto const first = fs::path(keys).concat(".before");
    auto name = first;
    for (int number = 2; fs::exists(name); ++number)
        name = fs::path(first).concat("." + std::to_string(number));
    return name;
}

// The keys that open what the copy has sealed, and what else is secret.
void put_keys(Environment const& here, Parts const& parts) {
    fs::create_directories(here.data);
    fs::permissions(here.data, fs::perms::owner_all);
    if (fs::exists(here.keys()) && !same(here.keys(), parts.keys()))
        fs::rename(here.keys(), name_of_older(here.keys()));
    fs::copy_file(parts.keys(), here.keys(), fs::copy_options::skip_existing);
    copy_secrets(parts.secrets(), here.secrets());
    // A head that was signed after the copy stays: it tells what the copy lacks.
    fs::create_directories(here.data / "log");
    for (auto const& entry : fs::directory_iterator(parts.log()))
        fs::copy_file(entry.path(), here.data / "log" / entry.path().filename(),
                      fs::copy_options::skip_existing);
}

// A dump of PostgreSQL is asked once it is a database again.
bool keys_belong(Environment const& here, Parts const& parts) {
    if (backend_of(here.database) == Backend::postgres) return true;
    people::use_keys(people::read_key_file(parts.keys()));
    return keys_open("sqlite:" + parts.database().string());
}

// Why the copy may not take the place of what is there; null where it may.
char const* hindrance(Environment const& here, Parts const& parts, RestoreOptions const& options) {
    if (!fs::exists(parts.database()) || !fs::exists(parts.keys())) return "cli.restore.no_copy";
    auto const presence = presence_of(here.database);
    if (presence == Presence::used) return "cli.restore.used";
    if (options.force) return nullptr;
    if (presence == Presence::quiet) return "cli.restore.not_empty";
    bool const other = fs::exists(here.keys()) && !same(here.keys(), parts.keys());
    return other ? "cli.restore.other_keys" : nullptr;
}

}  // namespace

int backup(Environment const& here, BackupOptions const& options) {
    auto const city = open_city(here);
    if (fs::exists(options.to)) {
        say(city, "cli.backup.exists", {{"to", options.to}});
        return misused;
    }
    say(city, "cli.backup.copying", {{"to", options.to}});
    Parts const parts{fs::path(options.to).concat(".new")};
    fs::remove_all(parts.folder);
    if (!make(here, city, parts)) {
        say(city, "cli.backup.broken", {{"to", parts.folder.string()}});
        return broken_record;
    }
    fs::rename(parts.folder, options.to);
    auto const megabytes =
        static_cast<double>(fs::file_size(Parts{options.to}.database())) / 1'000'000;
    say(city, "cli.backup.done", {{"to", options.to}, {"size", fmt::format("{:.1f}", megabytes)}});
    return done;
}

int restore(Environment const& here, RestoreOptions const& options) {
    auto const city = open_city(here);
    Parts const parts{options.from};
    if (auto const* why = hindrance(here, parts, options)) {
        say(city, why, {{"from", options.from}, {"data", here.data.string()}});
        return misused;
    }
    say(city, "cli.restore.checking", {{"from", options.from}});
    check_copy(backend_of(here.database), parts.database());
    if (!keys_belong(here, parts)) {
        say(city, "cli.restore.wrong_keys", {{"keys", parts.keys().string()}});
        return misused;
    }
    put_keys(here, parts);
    put_back(parts.database(), here.database);
    bool const sound = verify_logs(here, city, *open_database(here), "", Keeping::told);
    say(city, sound ? "cli.restore.done" : "cli.restore.broken", {{"data", here.data.string()}});
    return sound ? done : broken_record;
}

}  // namespace banshi::cli
