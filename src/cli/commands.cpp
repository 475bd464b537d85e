#include "cli/commands.h"
#include "cli/version.h"

#include <CLI/CLI.hpp>
#include <iostream>

#include "cli/data_folder.h"

namespace banshi::cli {

namespace {

class Commands {
public:
    Commands(CLI::App& app, Environment& here) : app_(app), here_(here) {
        app.add_option("--lang", language_, "of what the commands say; else that of LC_ALL or LANG")
            ->check(CLI::IsMember({"zh", "en"}));
    }

    template <class Run>
    CLI::App& add(char const* name, char const* help, Run run) {
        auto* command = app_.add_subcommand(name, help);
        command->callback([this, run] {
            if (!language_.empty())
                here_.language = language_ == "en" ? Language::en : Language::zh;
            code_ = run();
        });
        return *command;
    }

    template <class Options>
    CLI::App& add(char const* name, char const* help,
                  int (*run)(Environment const&, Options const&), Options const& options) {
        return add(name, help, [this, run, &options] { return run(here_, options); });
    }

    CLI::App& add(char const* name, char const* help, int (*run)(Environment const&)) {
        return add(name, help, [this, run] { return run(here_); });
    }

    int code() const { return code_; }

private:
    CLI::App& app_;
    Environment& here_;
    std::string language_;
    int code_ = done;
};

struct AllOptions {
    InitOptions init;
    PlayOptions play;
    VerifyOptions verify;
    DrawOptions draw;
    LogOptions log;
    WitnessOptions witness;
    BackupOptions backup;
    RestoreOptions restore;
    MoveOptions move;
    FiguresOptions figures;
    ExportOptions exporting;
    RetentionOptions retention;
    RotateOptions rotate;
    SimulateOptions simulate;
    UserOptions user;
};

void add_city(Commands& commands, AllOptions& options) {
    commands.add("serve", "Serves the city until it is told to stop (SIGTERM, Ctrl-C)", serve);
    commands.add("init", "Makes keys, database and the city's rows", init, options.init)
        .add_flag("--demo", options.init.demo, "with demo people and two weeks of events");
    commands
        .add("play", "Keeps the demo's hall alive: people come, clerks work, over HTTP", play,
             options.play)
        .add_option("--speed", options.play.speed, "so many times faster than life")
        ->check(CLI::Range(1, 60));
    commands.add("migrate", "Brings the database up to this program", migrate);
    commands.add("check-config", "Reads every setting and says what is wrong, and where",
                 check_config);
    commands.add("doctor", "Looks at all that an installation needs, and says what to do", doctor);
    commands.add("openapi", "Prints the OpenAPI 3.1 document of the interface", openapi);
}

void add_records(Commands& commands, AllOptions& options) {
    commands
        .add("verify", "Replays the public record and names every breach", verify, options.verify)
        .add_option("--district", options.verify.district, "one district only");
    auto& drawing = commands.add(
        "draw", "Recomputes a public draw from its published files, and names what differs", draw,
        options.draw);
    drawing.add_option("action", options.draw.action)->required()->check(CLI::IsMember({"verify"}));
    drawing.add_option("files", options.draw.files, "the .json, and the .txt of the list")
        ->required();
    commands
        .add("figures", "Counts every figure of the source from events, and compares", figures,
             options.figures)
        .add_flag("--json", options.figures.json);
    commands
        .add("retention", "Removes personal data whose term is over", retention, options.retention)
        .add_flag("--dry-run", options.retention.dry_run, "only lists the numbers that are due");
    commands
        .add("rotate-keys", "Seals persons with a new key, all rows; the city must be stopped",
             rotate_keys, options.rotate)
        .add_flag("--forget-old", options.rotate.forget_old,
                  "instead takes the older keys out of the file");
    commands
        .add("backup", "Copies the city, also while it is served, and checks the copy", backup,
             options.backup)
        .add_option("to", options.backup.to, "a new folder; guard it like the data folder")
        ->required();
    auto& restoring =
        commands.add("restore", "Puts a backup in place and checks it; the city must be stopped",
                     restore, options.restore);
    restoring.add_option("from", options.restore.from, "the folder of a backup")->required();
    restoring.add_flag("--force", options.restore.force, "in place of what is there");
    commands
        .add("move", "Moves the city from SQLite to an empty PostgreSQL, and checks its record",
             cli::move, options.move)
        .add_option("to", options.move.to, "host=... dbname=...; a password by PGPASSWORD")
        ->required();
}

void add_export(Commands& commands, ExportOptions& options) {
    auto& command = commands.add(
        "export", "Writes the books of the aid for hledger, ledger, beancount, Excel or on paper",
        export_books, options);
    command.add_option("--district", options.district, "one district only");
    command
        .add_option("--year", options.year, "one year, with what was there before as its opening")
        ->check(CLI::Range(1949, 9999));
    command
        .add_option("--format", options.format,
                    "journal (hledger and ledger; default), beancount, workbook, pdf, all")
        ->check(CLI::IsMember({"journal", "beancount", "workbook", "pdf", "all"}));
    command.add_option("--to", options.to, "a folder for the files; else one file to the output");
}

void add_logs(Commands& commands, AllOptions& options) {
    auto& log = commands.add("log", "The public logs: audit, files for mirrors, keys, erasure",
                             cli::log, options.log);
    log.add_option("action", options.log.action,
                   "audit LOG [FROM] [TO]: replays these entries (the first is 0) and names every "
                   "breach;\n  heads, nodes and rows are looked at by `banshi verify`\n"
                   "export LOG FOLDER: tiles and checkpoint for a web server or a mirror\n"
                   "keys LOG: verifier keys to hand out\n"
                   "new-key LOG: a key that signs beside the old one from the next start on\n"
                   "retire-key LOG: the oldest key signs no more\n"
                   "add-sm2 LOG: signs by SM2 with SM3 too, from the next start on\n"
                   "forget DISTRICT WHY: erases a person; the ID number is read from the input")
        ->check(CLI::IsMember(
            {"audit", "export", "keys", "new-key", "retire-key", "add-sm2", "forget"}))
        ->required();
    log.add_option("log", options.log.log, "a district, or city for the city's own")->required();
    log.add_option("argument", options.log.argument);
    log.add_option("to", options.log.to);

    auto& witness =
        commands.add("witness", "Signs heads of logs that did nothing but grow (C2SP tlog-witness)",
                     cli::witness, options.witness);
    witness
        .add_option("action", options.witness.action,
                    "serve: answers add-checkpoint; key: makes the key and prints its public half")
        ->check(CLI::IsMember({"serve", "key"}));
    witness.add_option("--folder", options.witness.folder,
                       "holds `key`, `logs` (verifier keys of logs, one a line) and `heads`");
    witness.add_option("--name", options.witness.name, "of the key: advisers.example/witness");
    witness.add_option("--address", options.witness.address);
    witness.add_option("--port", options.witness.port);
}

void add_simulation(Commands& commands, SimulateOptions& options) {
    auto& simulate =
        commands.add("simulate-queue", "Plays a hall with the code that serves the real one",
                     simulate_queue, options);
    simulate.add_option("--windows", options.windows)->check(CLI::Range(1, 1000));
    simulate.add_option("--minutes", options.minutes, "mean service time");
    simulate.add_option("--walkins", options.walkins, "an hour");
    simulate.add_option("--booked", options.booked, "an hour");
    simulate.add_option("--boost", options.boost, "H in minutes");
    simulate.add_option("--tickets", options.tickets);
    simulate.add_option("--seed", options.seed);
    simulate.add_flag("--json", options.json);
}

void add_user(Commands& commands, UserOptions& options) {
    auto& command = commands.add(
        "user", "Accounts: makes them, sets passwords (from the input), gives and takes roles",
        user, options);
    command.add_option("action", options.action, "default: list")
        ->check(CLI::IsMember({"list", "add", "password", "grant", "revoke", "unlock", "factor-off",
                               "on", "off", "link", "unlink"}));
    command.add_option("district", options.district);
    command.add_option("login", options.login);
    command.add_option("--name", options.name);
    command.add_option("--role", options.role, "of people.toml");
    command.add_option("--node", options.node, "where it holds: /district/hall");
    command.add_option("--provider", options.provider, "link: of sign_on.toml");
    command.add_option("--subject", options.subject, "link: by which it knows the person");
    command.add_flag("--device", options.device, "a kiosk or display; prints its token");
    command.add_flag("--demo", options.demo, "prints the log-ins of the demo city");
}

}  // namespace

int run(int count, char** words, Environment here) try {
    CLI::App app{"Banshi 办事: numbers issued, worked and cleared where people can see it"};
    app.set_version_flag("--version", version);
    app.require_subcommand(1);
    Commands commands{app, here};
    AllOptions options;
    add_city(commands, options);
    add_records(commands, options);
    add_export(commands, options.exporting);
    add_logs(commands, options);
    add_simulation(commands, options.simulate);
    add_user(commands, options.user);

    try {
        app.parse(count, words);
    } catch (CLI::ParseError const& wrong) { return app.exit(wrong) == 0 ? done : misused; }
    return commands.code();
} catch (Stopped const& stopped) {
    return stopped.code;
} catch (std::filesystem::filesystem_error const& refused) {
    return tell_trouble(here, refused.code(), refused.path1().string());
} catch (std::system_error const& refused) {
    std::string const what = refused.what();  // the path, ": ", and why
    return tell_trouble(here, refused.code(), what.substr(0, what.rfind(": ")));
} catch (std::exception const& broken) {
    std::cerr << broken.what() << "\n";
    return failed;
}

}  // namespace banshi::cli
