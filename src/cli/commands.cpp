#include "cli/commands.h"

#include <CLI/CLI.hpp>
#include <iostream>

namespace banshi::cli {

namespace {

class Commands {
public:
    Commands(CLI::App& app, Environment const& here) : app_(app), here_(here) {}

    template <class Run>
    CLI::App& add(char const* name, char const* help, Run run) {
        auto* command = app_.add_subcommand(name, help);
        command->callback([this, run] { code_ = run(); });
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
    Environment const& here_;
    int code_ = done;
};

}  // namespace

int run(int count, char** words, Environment here) try {
    CLI::App app{"Banshi 办事: numbers issued, worked and cleared where people can see it"};
    app.require_subcommand(1);
    Commands commands{app, here};
    InitOptions init_options;
    PlayOptions play_options;
    VerifyOptions verify_options;
    SimulateOptions simulate_options;
    UserOptions user_options;

    commands.add("serve", "Serves the city until it is told to stop (SIGTERM, Ctrl-C)", serve);
    auto& init_command =
        commands.add("init", "Makes keys, database and the city's rows", init, init_options);
    init_command.add_flag("--demo", init_options.demo, "with demo people and two weeks of events");
    commands
        .add("play", "Keeps the demo's hall alive: people come, clerks work, over HTTP", play,
             play_options)
        .add_option("--speed", play_options.speed, "so many times faster than life")
        ->check(CLI::Range(1, 60));
    commands.add("migrate", "Brings the database up to this program", migrate);
    commands.add("check-config", "Reads every setting and says what is wrong, and where",
                 check_config);
    commands.add("openapi", "Prints the OpenAPI 3.1 document of the interface", openapi);
    commands
        .add("verify", "Replays the public record and names every breach", verify, verify_options)
        .add_option("--district", verify_options.district, "one district only");
    auto& simulate =
        commands.add("simulate-queue", "Plays a hall with the code that serves the real one",
                     simulate_queue, simulate_options);
    simulate.add_option("--windows", simulate_options.windows)->check(CLI::Range(1, 1000));
    simulate.add_option("--minutes", simulate_options.minutes, "mean service time");
    simulate.add_option("--walkins", simulate_options.walkins, "an hour");
    simulate.add_option("--booked", simulate_options.booked, "an hour");
    simulate.add_option("--boost", simulate_options.boost, "H in minutes");
    simulate.add_option("--tickets", simulate_options.tickets);
    simulate.add_option("--seed", simulate_options.seed);
    simulate.add_flag("--json", simulate_options.json);

    auto& user_command = commands.add(
        "user", "Accounts: makes them, sets passwords (from the input), gives and takes roles",
        user, user_options);
    user_command.add_option("action", user_options.action, "default: list")
        ->check(
            CLI::IsMember({"list", "add", "password", "grant", "revoke", "unlock", "on", "off"}));
    user_command.add_option("district", user_options.district);
    user_command.add_option("login", user_options.login);
    user_command.add_option("--name", user_options.name);
    user_command.add_option("--role", user_options.role, "of people.toml");
    user_command.add_option("--node", user_options.node, "where it holds: /district/hall");
    user_command.add_flag("--device", user_options.device, "a kiosk or display; prints its token");

    CLI11_PARSE(app, count, words);
    return commands.code();
} catch (Stopped const& stopped) { return stopped.code; } catch (std::exception const& broken) {
    std::cerr << broken.what() << "\n";
    return failed;
}

}  // namespace banshi::cli
