#pragma once
// The commands of the program, one function each; commands.cpp reads the words of the shell.

#include "cli/environment.h"

namespace banshi::cli {

int run(int count, char** words, Environment here);

int serve(Environment const&);
struct InitOptions {
    bool demo = false;  // the demo city, with two weeks behind it
};
int init(Environment const&, InitOptions const&);
struct PlayOptions {
    int speed = 1;  // so many times faster than life
};
// Keeps the hall of the demo city alive from outside, until it is told to stop.
int play(Environment const&, PlayOptions const&);
int migrate(Environment const&);
int check_config(Environment const&);
// 0: well; 1: something must be mended first.
int doctor(Environment const&);
int openapi(Environment const&);
struct VerifyOptions {
    std::string district;  // empty: all
};
int verify(Environment const&, VerifyOptions const&);
struct DrawOptions {
    std::string action;              // verify
    std::vector<std::string> files;  // as published: the result, and the list where it is at hand
};
// Needs no city: whoever has the files can run it.
int draw(Environment const&, DrawOptions const&);
struct LogOptions {
    std::string action;    // audit, export, keys, new-key, retire-key, add-sm2, forget
    std::string log;       // a district, or city
    std::string argument;  // audit: the first entry; export: a folder; forget: why
    std::string to;        // audit: the last entry
};
int log(Environment const&, LogOptions const&);
struct WitnessOptions {
    std::string action = "serve";  // serve, key
    std::string folder = ".";      // its key, the keys of the logs, and the heads it signed
    std::string name;
    std::string address = "127.0.0.1";
    unsigned short port = 8090;
};
int witness(Environment const&, WitnessOptions const&);
struct BackupOptions {
    std::string to;  // a folder that does not exist yet
};
int backup(Environment const&, BackupOptions const&);
struct RestoreOptions {
    std::string from;
    bool force = false;  // in place of a city that is there already
};
int restore(Environment const&, RestoreOptions const&);
struct MoveOptions {
    std::string to;  // a PostgreSQL database without a table
};
// From SQLite, which stays as it is; the city is not served meanwhile.
int move(Environment const&, MoveOptions const&);
struct FiguresOptions {
    bool json = false;
};
int figures(Environment const&, FiguresOptions const&);
struct ExportOptions {
    std::string district;            // empty: all that keep such books
    int year = 0;                    // 0: all years
    std::string format = "journal";  // beancount, workbook, pdf; all
    std::string to;                  // a folder; empty: the output
};
// The books of the aid, as the auditor's page gives them.
int export_books(Environment const&, ExportOptions const&);
struct RetentionOptions {
    bool dry_run = false;  // only say whose data are due
};
// Removes the names and telephones whose term is over.
int retention(Environment const&, RetentionOptions const&);
struct RotateOptions {
    bool forget_old = false;  // once all is sealed anew, and no backup needs them
};
int rotate_keys(Environment const&, RotateOptions const&);
struct SimulateOptions {
    int windows = 5;
    double minutes = 10, walkins = 12, booked = 12;
    int boost = 15;
    int tickets = 1'500'000;
    std::uint64_t seed = 1;
    bool json = false;
};
int simulate_queue(Environment const&, SimulateOptions const&);
struct UserOptions {
    // list, add, password, grant, revoke, unlock, factor-off, on, off, link, unlink
    std::string action = "list";
    std::string district;
    std::string login;
    std::string name;
    std::string role;
    std::string node;      // empty: the whole district
    std::string provider;  // of single sign-on
    std::string subject;   // by which it knows the person
    bool device = false;
    bool demo = false;  // only print who can log in to the demo city
};
// A new password is the first line of the input.
int user(Environment const&, UserOptions const&);
}  // namespace banshi::cli
