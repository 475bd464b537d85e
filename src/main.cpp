// Banshi 办事: a city issues numbers, works them and clears them, where people can see it.
// Here stands the one clock of the program; everybody else is told the time.

#include "cli/commands.h"

int main(int count, char** words) {
    auto const now = [] {
        return std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now());
    };
    return banshi::cli::run(count, words, banshi::cli::environment(now));
}
