// The record's bars: what an append costs, how long a proof takes in a log of a million entries,
// how fast a whole log is verified, and what a witness costs that fell behind by all of it, in time
// of the processor. Prints one line a figure.
//
//     record [entries, 1000000 if left out; 10000000 takes ten minutes]

#include <fmt/format.h>
#include <sys/resource.h>

#include <cstdlib>
#include <ctime>
#include <filesystem>

#include "engines/record/heads.h"
#include "engines/record/record.h"
#include "engines/record/verify.h"
#include "engines/tickets/audit.h"
#include "engines/tickets/tickets.h"
#include "store/store.h"

using namespace banshi;

namespace {

// Of the processor, so that a busy machine does not count.
double seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

Instant const now{std::chrono::seconds{1795395600}};

struct Log {
    std::filesystem::path const folder =
        std::filesystem::temp_directory_path() / fmt::format("record-{}", system_random().word());
    std::unique_ptr<Store> store;
    Actor actor;
    District district{"harbin", Zone{"Asia/Shanghai"}, nullptr};
    Texts texts;
    std::uint64_t count = 0;

    Log() {
        std::filesystem::create_directory(folder);
        store = open_emptied_store({"sqlite:" + (folder / "log.db").string(), 2, false});
    }
    ~Log() {
        store.reset();
        std::filesystem::remove_all(folder);
    }

    Call call(Transaction& tx) { return {actor, now, district, tx, system_random(), texts}; }

    // One commit of up to `most` deeds, as the writer of the store gathers them under load.
    void append(std::uint64_t most) {
        store->write_now([&](Transaction& tx) {
            auto call = this->call(tx);
            for (std::uint64_t at = 0; at < most; ++at, ++count)
                record::append(call,
                               record::Issued{fmt::format("A{:03}", count % 900 + 1),
                                              fmt::format("hall-{}/2026-11-23", count / 900)});
            return true;
        });
    }
};

void draw_number(Call& call, int at) {
    tickets::Ticket ticket{};
    ticket.id = call.fresh<TicketId>();
    ticket.hall.text = "hall-01";
    ticket.queue.text = "society";
    ticket.service.text = "card";
    ticket.day = Day{std::chrono::days{20780}};
    ticket.slots = ticket.stop = 1;
    ticket.number = fmt::format("A{:03}", at + 1);
    ticket.entry = tickets::Entry::walkin;
    ticket.issued_at = ticket.due = now;
    ticket.tie = at;
    tickets::create(call, ticket, "secret", {{1, ticket.service, ticket.queue, {}, {}, false}},
                    {.kind = "issued", .to = tickets::State::waiting});
}

// Microseconds an entry, without the deed that it belongs to.
double time_appends(Log& log, std::uint64_t entries) {
    auto const began = seconds();
    while (log.count < entries) log.append(std::min<std::uint64_t>(64, entries - log.count));
    auto const each = (seconds() - began) * 1e6 / static_cast<double>(entries);
    fmt::print("append: {:.1f} us each in commits of 64\n", each);
    return each;
}

// A number drawn as rows alone: ticket, stop, event and leaf. No deed of a hall costs less; what
// it reads to decide and to answer comes on top.
void time_deeds(Log& log, double append) {
    constexpr int deeds = 20000, batch = 64;
    auto const began = seconds();
    for (int done = 0; done < deeds; done += batch)
        log.store->write_now([&](Transaction& tx) {
            auto call = log.call(tx);
            for (int at = done; at < done + batch; ++at) draw_number(call, at);
            return true;
        });
    auto const each = (seconds() - began) * 1e6 / deeds;
    fmt::print("smallest deed with its append: {:.1f} us, {:.2f} of the deed without it\n", each,
               each / (each - append));
}

void time_proofs(Log& log) {
    constexpr int proofs = 2000;
    log.store->read_now([&](Transaction& tx) {
        auto const began = seconds();
        for (int at = 0; at < proofs; ++at) {
            auto const seq = system_random().below(log.count);
            if (!record::proof_of(tx, "harbin", seq, log.count)) std::abort();
        }
        fmt::print("proof of {} entries: {:.3f} ms\n", log.count,
                   (seconds() - began) * 1e3 / proofs);
    });
}

// What the entries say; this log has no visits whose rows could be held against them.
struct Entries : tickets::HallAudit {
    std::vector<record::Breach> compare(Call&) override { return {}; }
};

void time_verification(Log& log) {
    log.store->read_now([&](Transaction& tx) {
        auto const began = seconds();
        record::Audits audits;
        audits.push_back(std::make_unique<Entries>());
        auto call = log.call(tx);
        auto const verdict = record::verify(call, {"harbin", {}}, audits, nullptr);
        if (verdict.breaches != 0 || verdict.entries != log.count) std::abort();
        fmt::print("verification: {:.0f} leaves/s\n",
                   static_cast<double>(log.count) / (seconds() - began));
    });
}

// What a witness that fell behind by the whole log costs both: the proof of the growth from its
// first head to now, and its check.
void time_catch_up(Log& log) {
    log.store->read_now([&](Transaction& tx) {
        auto const began = seconds();
        auto const proof = record::consistency(tx, "harbin", 3, log.count).value();
        auto const from = record::root_at(tx, "harbin", 3).value();
        auto const to = record::root_at(tx, "harbin", log.count).value();
        if (!record::check_consistency(3, log.count, from, to, proof)) std::abort();
        fmt::print("catch-up: {:.3f} s from entry 3 to {}\n", seconds() - began, log.count);
    });
}

// Of the whole process, at its height.
void print_memory() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    fmt::print("memory: {} MB\n", usage.ru_maxrss / 1024);
}

}  // namespace

int main(int count, char** words) {
    auto const entries = count > 1 ? std::strtoull(words[1], nullptr, 10) : 1'000'000;
    Log log;
    auto const append = time_appends(log, entries);
    time_proofs(log);
    time_verification(log);
    time_catch_up(log);
    print_memory();
    time_deeds(log, append);
}
