// A bad disk for the server, loaded before the C library. While the file that BANSHI_BAD_DISK names
// exists, the database's files suffer what stands in it, in thousandths and milliseconds:
//     sync 100 full 20 slow 30

#include <dlfcn.h>
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string_view>

namespace {

struct Trouble {
    int sync = 0;  // of a thousand syncs so many fail
    int full = 0;  // of a thousand writes so many find no space
    int slow = 0;  // milliseconds a sync
};

Trouble trouble() {
    Trouble now;
    auto const* const path = std::getenv("BANSHI_BAD_DISK");
    auto* const file = path ? std::fopen(path, "r") : nullptr;
    if (!file) return now;
    if (std::fscanf(file, "sync %d full %d slow %d", &now.sync, &now.full, &now.slow) != 3)
        now = {};
    std::fclose(file);
    return now;
}

bool of_the_database(int fd) {
    char link[32], target[4096];
    std::snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    auto const size = readlink(link, target, sizeof target);
    return size > 0 && std::string_view(target, size).find("/banshi.db") != std::string_view::npos;
}

bool happens(int in_thousand) {
    thread_local std::minstd_rand chance(std::random_device{}());
    return std::uniform_int_distribution(0, 999)(chance) < in_thousand;
}

template <class Function>
Function* real(Function*, char const* name) {
    return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

int sync_badly(int fd, int (*sync)(int)) {
    if (!of_the_database(fd)) return sync(fd);
    auto const now = trouble();
    if (now.slow > 0) usleep(unsigned(now.slow) * 1000);
    if (!happens(now.sync)) return sync(fd);
    errno = EIO;
    return -1;
}

}  // namespace

extern "C" {

int fsync(int fd) {
    static auto const sync = real(&fsync, "fsync");
    return sync_badly(fd, sync);
}

int fdatasync(int fd) {
    static auto const sync = real(&fdatasync, "fdatasync");
    return sync_badly(fd, sync);
}

ssize_t pwrite64(int fd, void const* bytes, size_t size, off64_t at) {
    static auto const write = real(&pwrite64, "pwrite64");
    if (!of_the_database(fd) || !happens(trouble().full)) return write(fd, bytes, size, at);
    errno = ENOSPC;
    return -1;
}

}  // extern "C"
