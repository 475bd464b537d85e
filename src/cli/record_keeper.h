#pragma once
// Keeps the public logs while the city is served: gives their entries their places, signs their
// heads, and raises the alarm where something is wrong. Each task has a thread to itself, so that
// none waits for another, and no deed waits for any.

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "cli/environment.h"
#include "engines/record/heads.h"

namespace banshi::cli {

class RecordKeeper {
public:
    RecordKeeper(Environment const&, City const&, Store&);
    ~RecordKeeper();

    void start();
    // Somebody wants a proof: sign soon, but no more than once a second.
    void want_head();
    // Alarms that are open now.
    int alarms() const { return alarms_; }
    std::string concerns() const;  // the same, a line each

private:
    void every(std::stop_token const&, Seconds pause, std::function<void()> const& work);
    void attempt(std::function<void()> const& work) const;
    void sequence_all();
    void sign_all();
    void sign(record::HeadSigner&);
    void watch_outboxes();
    void count_alarms();
    void ask_all_witnesses();
    void verify_all();
    Instant night_after(Instant) const;
    void judge(std::string const& log, std::string const& cause, std::optional<Facts> const&);

    Environment const& here_;
    City const& city_;
    Store& store_;
    std::vector<std::string> logs_;
    Instant began_;
    std::vector<std::unique_ptr<record::HeadSigner>> signers_;  // as the logs: the city's last

    std::mutex wish_lock_;
    std::condition_variable_any wish_;
    bool wanted_ = false;
    mutable std::mutex concerns_lock_;
    std::string concerns_;
    std::atomic<int> alarms_ = 0;
    std::vector<std::jthread> threads_;
};

}  // namespace banshi::cli
