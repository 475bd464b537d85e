#pragma once
// Figures for the site's monitoring, in the text form of Prometheus.

#include <functional>
#include <memory>
#include <string>

#include "server/http.h"

namespace banshi::server {

class Metrics {
public:
    Metrics();
    ~Metrics();

    // Counts one request by route and status, and how long it took by route.
    void served(Served const&);
    // A figure that is asked for whenever the metrics are read: "banshi_streams".
    void watch(std::string name, std::string help, std::function<double()> figure);

    std::string text() const;

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace banshi::server
