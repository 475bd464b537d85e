#include "cli/record_keeper.h"

#include <spdlog/spdlog.h>

#include <array>

#include "cli/by_machine.h"
#include "cli/logs.h"
#include "cli/verify.h"
#include "cli/witnesses.h"
#include "engines/record/alarms.h"
#include "engines/record/sequencer.h"
#include "engines/record/verdicts.h"

namespace banshi::cli {

using namespace std::chrono_literals;

namespace {

constexpr auto sequencing_pause = 200ms;
constexpr auto signing_pause = 60s;
constexpr auto least_pause = 1s;
constexpr auto watch_pause = 1s;  // an alarm of the outbox is there within ten seconds
constexpr auto witness_pause = 5s;
constexpr auto longest_unwitnessed = 1h;
constexpr Minutes verified_at{2 * 60 + 30};  // 02:30

constexpr char const* outbox_waits = "alarm.outbox_waits";
constexpr char const* witness_refuses = "alarm.witness_refuses";
constexpr char const* not_witnessed = "alarm.not_witnessed";

// What the signer may refuse with; each is an alarm of its own.
constexpr std::array<char const*, 4> refusals{"log.behind_signed_head", "log.contradicts_head",
                                              "log.damaged", "log.head_file_damaged"};

}  // namespace

RecordKeeper::RecordKeeper(Environment const& here, City const& city, Store& store)
    : here_(here), city_(city), store_(store), logs_(names_of_logs(city)), began_(here.now()) {
    for (auto const& log : logs_) signers_.push_back(here.log_signer(log));
}

void RecordKeeper::start() {
    threads_.emplace_back([this](std::stop_token const& stop) {
        while (!stop.stop_requested()) {
            attempt([this] { sign_all(); });
            std::unique_lock lock(wish_lock_);
            wish_.wait_for(lock, stop, least_pause, [] { return false; });
            wish_.wait_for(lock, stop, signing_pause, [this] { return wanted_; });
            wanted_ = false;
        }
    });
    threads_.emplace_back([this](std::stop_token const& stop) {
        every(stop, watch_pause, [this] {
            watch_outboxes();
            count_alarms();
        });
    });
    if (!city_.witnesses.all.empty())
        threads_.emplace_back([this](std::stop_token const& stop) {
            every(stop, witness_pause, [this] { ask_all_witnesses(); });
        });
    threads_.emplace_back([this](std::stop_token const& stop) {
        auto next = night_after(here_.now());
        every(stop, 30s, [this, &next] {
            if (here_.now() < next) return;
            next = night_after(here_.now());
            verify_all();
        });
    });
    if (store_.backend() == Backend::postgres)
        threads_.emplace_back([this](std::stop_token const& stop) {
            while (!stop.stop_requested()) {
                attempt([this] { sequence_all(); });
                std::this_thread::sleep_for(sequencing_pause);
            }
        });
}

RecordKeeper::~RecordKeeper() = default;

// A fault is told to the log, and the work comes again.
void RecordKeeper::attempt(std::function<void()> const& work) const {
    try {
        work();
    } catch (std::exception const& broken) { spdlog::error("record: {}", broken.what()); }
}

void RecordKeeper::every(std::stop_token const& stop, Seconds pause,
                         std::function<void()> const& work) {
    std::mutex own;
    std::condition_variable_any bell;
    while (!stop.stop_requested()) {
        attempt(work);
        std::unique_lock lock(own);
        bell.wait_for(lock, stop, pause, [] { return false; });
    }
}

void RecordKeeper::want_head() {
    std::lock_guard const alone(wish_lock_);
    wanted_ = true;
    wish_.notify_one();
}

std::string RecordKeeper::concerns() const {
    std::lock_guard const alone(concerns_lock_);
    return concerns_;
}

void RecordKeeper::sequence_all() {
    for (auto const& log : logs_) record::sequence_waiting(store_, log);
}

// The heads of the districts first: the city's own then stands over all of them.
void RecordKeeper::sign_all() {
    for (auto const& signer : signers_) {
        if (signer == signers_.back()) {
            store_.write_now([&](Transaction& tx) {
                Call call{machine(), here_.now(), *city_.own_log, tx, system_random(), city_.texts};
                bool taken = false;
                for (auto const& each : city_.districts)
                    taken |= record::take_in_head(call, each.district.name());
                return taken;
            });
            sequence_all();
        }
        attempt([&] { sign(*signer); });
    }
}

void RecordKeeper::sign(record::HeadSigner& signer) {
    auto const head = signer.sign(store_, here_.now());
    if (!head) spdlog::error("record: {} not signed: {}", signer.origin(), head.refusal().text);
    for (auto const* text : refusals) {
        bool const is_it = !head && head.refusal().text == text;
        judge(signer.log(), std::string("refusal.") + text,
              is_it ? std::optional{head.refusal().facts} : std::nullopt);
    }
}

// Raises the alarm where there are facts of it, and ends it where there are none.
void RecordKeeper::judge(std::string const& log, std::string const& cause,
                         std::optional<Facts> const& facts) {
    bool open = false;
    store_.read_now([&](Transaction& tx) {
        for (auto const& alarm : record::open_alarms(tx, log)) open |= alarm.cause == cause;
    });
    if (!open && !facts) return;
    store_.write_now([&](Transaction& tx) {
        return facts ? record::raise_alarm(tx, log, cause, *facts, here_.now())
                     : record::end_alarm(tx, log, cause, here_.now());
    });
}

void RecordKeeper::watch_outboxes() {
    if (store_.backend() == Backend::sqlite) return;
    for (auto const& log : logs_) {
        std::optional<Instant> oldest;
        store_.read_now([&](Transaction& tx) { oldest = record::oldest_waiting(tx, log); });
        bool const late = oldest && here_.now() - *oldest > record::outbox_alarm_after;
        judge(log, outbox_waits,
              late ? std::optional{Facts{{"since", written(*oldest, city_.own_log->zone())}}}
                   : std::nullopt);
    }
}

void RecordKeeper::ask_all_witnesses() {
    for (auto const& log : logs_) {
        auto const refusing = ask_witnesses(here_, city_.witnesses, store_, log);
        std::string names;
        for (auto const& name : refusing) names += (names.empty() ? "" : ", ") + name;
        judge(log, witness_refuses,
              names.empty() ? std::nullopt : std::optional{Facts{{"witnesses", names}}});

        std::optional<record::Head> head;
        std::optional<record::Witnessed> witnessed;
        store_.read_now([&](Transaction& tx) {
            head = record::newest_head(tx, log);
            witnessed = record::newest_witnessed(tx, log, city_.witnesses.needed);
        });
        bool const behind = head && (!witnessed || witnessed->size < head->size);
        auto const since = witnessed ? witnessed->at : began_;
        judge(log, not_witnessed,
              behind && here_.now() - since > longest_unwitnessed
                  ? std::optional{Facts{{"needed", std::to_string(city_.witnesses.needed)},
                                        {"since", written(since, city_.own_log->zone())}}}
                  : std::nullopt);
    }
}

// Each night, when nobody is there to be kept waiting.
Instant RecordKeeper::night_after(Instant now) const {
    auto const& zone = city_.own_log->zone();
    for (auto day = zone.day_of(now);; day += std::chrono::days{1})
        for (auto const moment : zone.moments(day, verified_at))
            if (moment > now) return moment;
}

void RecordKeeper::verify_all() {
    for (auto const& log : logs_) {
        auto const verdict = verify_log(here_, city_, store_, log, nullptr);
        if (verdict.breaches > 0)
            spdlog::error("record: {} breaches in the log of {}", verdict.breaches, log);
        store_.write_now([&](Transaction& tx) {
            record::keep_verdict(tx, log, verdict, here_.now());
            return true;
        });
    }
}

void RecordKeeper::count_alarms() {
    std::string lines;
    int count = 0;
    store_.read_now([&](Transaction& tx) {
        for (auto const& log : logs_)
            for (auto const& alarm : record::open_alarms(tx, log)) {
                ++count;
                lines += "record of " + log + ": " + alarm.cause + " since " +
                         written(alarm.began, city_.own_log->zone()) + "\n";
            }
    });
    alarms_ = count;
    std::lock_guard const alone(concerns_lock_);
    concerns_ = std::move(lines);
}

}  // namespace banshi::cli
