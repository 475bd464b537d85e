#pragma once
// What waits for a thread of a store. Taken in the order of arrival.

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <vector>

namespace banshi {

template <class Task>
class WorkQueue {
public:
    void put(Task task) {
        {
            std::lock_guard lock(mutex_);
            tasks_.push_back(std::move(task));
        }
        filled_.notify_one();
    }

    // Waits for work; empty only after close() and when all is taken.
    std::vector<Task> take(std::size_t most) {
        std::unique_lock lock(mutex_);
        filled_.wait(lock, [this] { return closed_ || !tasks_.empty(); });
        std::vector<Task> taken;
        for (auto count = std::min(most, tasks_.size()); count > 0; --count) {
            taken.push_back(std::move(tasks_.front()));
            tasks_.pop_front();
        }
        return taken;
    }

    void close() {
        {
            std::lock_guard lock(mutex_);
            closed_ = true;
        }
        filled_.notify_all();
    }

    std::size_t size() const {
        std::lock_guard lock(mutex_);
        return tasks_.size();
    }

private:
    mutable std::mutex mutex_;
    std::condition_variable filled_;
    std::deque<Task> tasks_;
    bool closed_ = false;
};

}  // namespace banshi
