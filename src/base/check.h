#pragma once
// CHECK states what only a bug can break. It is always on: the process ends, the supervisor
// restarts it, the open transaction is lost, nothing half-true is written.

#include <cstdio>
#include <cstdlib>

#define CHECK(truth)                                                                \
    do {                                                                            \
        if (!(truth)) {                                                             \
            std::fprintf(stderr, "%s:%d: CHECK(%s)\n", __FILE__, __LINE__, #truth); \
            std::abort();                                                           \
        }                                                                           \
    } while (false)
