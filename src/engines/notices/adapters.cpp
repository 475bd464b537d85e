#include "engines/notices/adapters.h"

#include <curl/curl.h>
#include <fmt/format.h>

#include <boost/json.hpp>
#include <memory>
#include <stdexcept>

namespace banshi::notices {

namespace {

struct CurlDeleter {
    void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

std::size_t discard(char*, std::size_t size, std::size_t count, void*) { return size * count; }

Answer judged(long status) {
    auto const trouble = fmt::format("status {}", status);
    if (status >= 200 && status < 300) return {Outcome::sent};
    // The gateway knows the id from an attempt whose answer was lost.
    if (status == 409) return {Outcome::sent};
    if (status == 408 || status == 429 || status >= 500) return {Outcome::later, trouble};
    return {Outcome::refused, trouble};
}

Answer post(Gateway const& gateway, Letter const& letter) {
    std::unique_ptr<CURL, CurlDeleter> curl(curl_easy_init());
    if (!curl) throw std::runtime_error("curl does not start");
    auto const body = boost::json::serialize(
        boost::json::object{{"id", letter.id}, {"phone", letter.phone}, {"text", letter.words}});

    std::unique_ptr<curl_slist, CurlDeleter> headers;
    auto const header = [&](std::string const& line) {
        headers.reset(curl_slist_append(headers.release(), line.c_str()));
    };
    header("Content-Type: application/json");
    header("Idempotency-Key: " + letter.id);
    if (!gateway.token.empty()) header("Authorization: Bearer " + gateway.token);

    auto* const handle = curl.get();
    curl_easy_setopt(handle, CURLOPT_URL, gateway.url.c_str());
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(handle, CURLOPT_POSTFIELDS, body.c_str());
    curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE, static_cast<long>(body.size()));
    curl_easy_setopt(handle, CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, discard);
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle, CURLOPT_TIMEOUT, static_cast<long>(gateway.timeout.count()));
    if (auto const code = curl_easy_perform(handle); code != CURLE_OK)
        return {Outcome::later, curl_easy_strerror(code)};
    long status = 0;
    curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
    return judged(status);
}

}  // namespace

Adapter demo_outbox() {
    return {[](Letter const&) { return Answer{Outcome::sent}; }, true};
}

Adapter http_gateway(Gateway gateway) {
    static bool const started = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
    if (!started) throw std::runtime_error("curl does not start");
    return {[gateway = std::move(gateway)](Letter const& letter) { return post(gateway, letter); }};
}

}  // namespace banshi::notices
