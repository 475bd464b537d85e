#pragma once
// Writers that work side by side, and one that has lost too often and now works alone: so that a
// crowd can slow a deed down, but never wear it out.

#include <condition_variable>
#include <mutex>

namespace banshi {

class Turns {
public:
    void enter(bool alone) {
        std::unique_lock lock(mutex_);
        if (alone) ++wish_alone_;
        free_.wait(lock, [&] { return alone ? inside_ == 0 : wish_alone_ == 0; });
        ++inside_;
    }

    void leave(bool alone) {
        {
            std::lock_guard lock(mutex_);
            --inside_;
            if (alone) --wish_alone_;
        }
        free_.notify_all();
    }

private:
    std::mutex mutex_;
    std::condition_variable free_;
    int inside_ = 0;
    int wish_alone_ = 0;  // those inside alone included
};

class Turn {
public:
    Turn(Turns& turns, bool alone) : turns_(turns), alone_(alone) { turns_.enter(alone_); }
    ~Turn() { turns_.leave(alone_); }
    Turn(Turn const&) = delete;
    Turn& operator=(Turn const&) = delete;

private:
    Turns& turns_;
    bool alone_;
};

}  // namespace banshi
