#include "server/metrics.h"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <map>
#include <mutex>

namespace banshi::server {

struct Figure {
    prometheus::Gauge* gauge;
    std::function<double()> ask;
};

struct Metrics::Parts {
    prometheus::Registry registry;
    prometheus::Family<prometheus::Counter>& requests =
        prometheus::BuildCounter()
            .Name("banshi_requests_total")
            .Help("Requests answered, by method, route and status")
            .Register(registry);
    prometheus::Family<prometheus::Histogram>& seconds =
        prometheus::BuildHistogram()
            .Name("banshi_request_seconds")
            .Help("Time from the head of a request to the end of its answer, by route")
            .Register(registry);

    // The library looks labels up slowly; these find the same counters at once.
    std::mutex guard;
    std::map<std::tuple<std::string, std::string, int>, prometheus::Counter*> counters = {};
    std::map<std::string, prometheus::Histogram*, std::less<>> histograms = {};
    std::vector<Figure> figures = {};
};

Metrics::Metrics() : parts_(std::make_unique<Parts>()) {}
Metrics::~Metrics() = default;

void Metrics::served(Served const& served) {
    auto const& route = served.route.empty() ? std::string("other") : served.route;
    // Anybody can invent methods; only known ones become labels.
    bool const known = served.method == "GET" || served.method == "POST" ||
                       served.method == "PUT" || served.method == "DELETE" ||
                       served.method == "HEAD" || served.method == "OPTIONS";
    std::string const method = known ? served.method : "other";

    std::unique_lock lock(parts_->guard);
    auto& counter = parts_->counters[{method, route, served.status}];
    if (!counter)
        counter = &parts_->requests.Add(
            {{"method", method}, {"route", route}, {"status", std::to_string(served.status)}});
    auto& histogram = parts_->histograms[route];
    if (!histogram)
        histogram = &parts_->seconds.Add(
            {{"route", route}},
            prometheus::Histogram::BucketBoundaries{0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05,
                                                    0.1, 0.25, 0.5, 1, 2.5, 10});
    lock.unlock();
    counter->Increment();
    histogram->Observe(std::max(0.0, std::chrono::duration<double>(served.took).count()));
}

void Metrics::watch(std::string name, std::string help, std::function<double()> figure) {
    auto& gauge = prometheus::BuildGauge().Name(name).Help(help).Register(parts_->registry).Add({});
    std::lock_guard const lock(parts_->guard);
    parts_->figures.push_back({&gauge, std::move(figure)});
}

std::string Metrics::text() const {
    std::unique_lock lock(parts_->guard);
    auto const figures = parts_->figures;
    lock.unlock();
    for (auto const& figure : figures) figure.gauge->Set(figure.ask());
    return prometheus::TextSerializer().Serialize(parts_->registry.Collect());
}

}  // namespace banshi::server
