#include "server/metrics.h"

#include <gtest/gtest.h>

namespace banshi::server {

using namespace std::chrono_literals;

TEST(Metrics, CountByRouteAndStatus) {
    Metrics metrics;
    metrics.watch("banshi_streams", "Open streams", [] { return 7; });
    for (int i = 0; i < 3; ++i)
        metrics.served({.method = "GET", .route = "/a/{b}", .status = 200, .took = 3ms});
    metrics.served({.method = "GET", .route = "/a/{b}", .status = 404, .took = 3ms});
    metrics.served({.method = "BREW", .status = 405, .took = 1ms});
    auto const text = metrics.text();
    for (auto const* line :
         {"banshi_requests_total{method=\"GET\",route=\"/a/{b}\",status=\"200\"} 3\n",
          "banshi_requests_total{method=\"GET\",route=\"/a/{b}\",status=\"404\"} 1\n",
          "banshi_requests_total{method=\"other\",route=\"other\",status=\"405\"} 1\n",
          "banshi_request_seconds_bucket{route=\"/a/{b}\",le=\"0.0025\"} 0\n",
          "banshi_request_seconds_bucket{route=\"/a/{b}\",le=\"0.005\"} 4\n", "banshi_streams 7\n"})
        EXPECT_NE(text.find(line), text.npos) << line << text;
}

}  // namespace banshi::server
