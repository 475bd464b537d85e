#include "cli/make_demo.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <iostream>

#include "cli/demo/chance.h"
#include "cli/demo/demo.h"
#include "engines/record/heads.h"
#include "engines/record/sequencer.h"
#include "store/copy.h"

namespace banshi::cli {

namespace fs = std::filesystem;

demo::Setting read_demo(Environment const& here, City const& city) {
    auto const& file = here.folders.demo;
    auto setting = demo::read_setting(read_file(file), file.string());
    if (!setting) {
        auto const& refusal = setting.refusal();
        std::cerr << city.texts.say(city.language, "refusal." + refusal.text, refusal.facts)
                  << "\n";
        throw Stopped{misused};
    }
    return std::move(setting).value();
}

namespace {

fs::path token_file(Environment const& here, std::string const& login) {
    return here.demo() / (login + ".token");
}

fs::path expected_file(Environment const& here) { return here.demo() / "expected.json"; }

// Readable by its owner alone.
void write_file(fs::path const& file, std::string const& text) {
    fs::create_directories(file.parent_path());
    fs::permissions(file.parent_path(), fs::perms::owner_all);
    std::ofstream{file} << text;
    fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
}

class Making {
public:
    Making(Environment const& here, City const& city, demo::Setting const& setting)
        : here_(here),
          city_(city),
          setting_(setting),
          now_(here.now()),
          store_(open_database(here, Durability::at_the_end)) {}

    void make() {
        for (auto const& each : city_.districts) {
            auto const left = replay(each);
            if (each.district.name() == setting_.district) keep(each.district, left);
            if (each.district.name() == setting_.problems.district) keep_walls(left);
        }
        std::cerr << "\n";
        store_.reset();
        settle_all(here_.data);
    }

private:
    // A real device keeps its token itself; those of the demo have nobody else.
    void keep(District const& district, demo::Left const& left) {
        for (auto const& [login, token] : left.tokens) write_file(token_file(here_, login), token);
        write_file(expected_file(here_), expected_text(left.expected, district.zone()));
    }

    void keep_walls(demo::Left const& left) {
        for (auto const& account : setting_.problems.accounts)
            if (account.kind == people::AccountKind::device)
                write_file(token_file(here_, account.login), left.tokens.at(account.login));
    }

    demo::Left replay(CityDistrict const& each) {
        if (!demo::has_hall(each.district)) return {};
        auto const& name = each.district.name();
        auto const today = each.district.zone().day_of(now_);
        demo::Deeds deeds(*store_, each.district, each.systems, city_.texts,
                          demo::seed_of(name, today));
        if (demo::is_inhabited(deeds, now_)) {
            std::cerr << city_.texts.say(city_.language, "cli.demo.inhabited", {{"district", name}})
                      << "\n";
            throw Stopped{misused};
        }
        auto const signer = here_.log_signer(name);
        return demo::bring_to_life({setting_, *store_, city_.texts, now_,
                                    [&](Instant evening) {
                                        record::sequence_waiting(*store_, name);
                                        if (auto const head = signer->sign(*store_, evening); !head)
                                            throw std::runtime_error(head.refusal().text);
                                    },
                                    [](auto const& district, Day day, std::int64_t done) {
                                        if (isatty(STDERR_FILENO))
                                            std::cerr
                                                << fmt::format("\r{:<12} {} {:>6}", district.name(),
                                                               written(day), done)
                                                << std::flush;
                                    }},
                                   deeds);
    }

    Environment const& here_;
    City const& city_;
    demo::Setting const& setting_;
    Instant now_;
    std::unique_ptr<Store> store_;
};

}  // namespace

void make_demo(Environment const& here, City const& city, demo::Setting const& setting) {
    Making(here, city, setting).make();
    write_file(here.open_outbox(), "");
}

std::optional<std::string> demo_token(Environment const& here, std::string const& login) {
    std::ifstream file(token_file(here, login));
    std::string token;
    if (!(file >> token)) return std::nullopt;
    return token;
}

int print_log_ins(Environment const& here, City const& city) {
    auto const setting = read_demo(here, city);
    auto accounts = setting.accounts;
    std::ranges::copy(setting.problems.accounts, std::back_inserter(accounts));
    for (auto const& account : accounts) {
        bool const staff = account.kind == people::AccountKind::staff;
        auto const secret = staff ? setting.password : demo_token(here, account.login).value_or("");
        std::cout << fmt::format("{:<10} {:<16} {:<24} {}\n", account.login, account.role,
                                 account.node, secret);
    }
    return done;
}

std::vector<demo::Expected> demo_expected(Environment const& here) {
    auto const file = expected_file(here);
    if (!fs::exists(file)) return {};
    return demo::read_expected(read_file(file)).value_or(std::vector<demo::Expected>{});
}

}  // namespace banshi::cli
