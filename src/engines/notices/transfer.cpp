#include "engines/notices/transfer.h"

#include <stdexcept>

namespace banshi::notices {

Transfer::Transfer(std::string const& url, char const* protocols, std::string const& authorities,
                   Seconds timeout) {
    static bool const started = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
    if (started) curl_.reset(curl_easy_init());
    if (!curl_) throw std::runtime_error("curl does not start");
    set(CURLOPT_URL, url.c_str());
    set(CURLOPT_PROTOCOLS_STR, protocols);
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_TIMEOUT, static_cast<long>(timeout.count()));
    if (!authorities.empty()) set(CURLOPT_CAINFO, authorities.c_str());
}

long Transfer::response_code() const {
    long code = 0;
    curl_easy_getinfo(curl_.get(), CURLINFO_RESPONSE_CODE, &code);
    return code;
}

void Lines::add(std::string const& line) {
    auto* const longer = curl_slist_append(list_.get(), line.c_str());
    if (!longer) throw std::bad_alloc();
    static_cast<void>(list_.release());
    list_.reset(longer);
}

std::string trouble_of(CURLcode code) {
    switch (code) {
        case CURLE_OPERATION_TIMEDOUT:
            return "timed_out";
        case CURLE_LOGIN_DENIED:
            return "login_refused";
        case CURLE_PEER_FAILED_VERIFICATION:
        case CURLE_SSL_CACERT_BADFILE:
        case CURLE_SSL_CONNECT_ERROR:
        case CURLE_USE_SSL_FAILED:
            return "untrusted";
        default:
            return "unreachable";
    }
}

}  // namespace banshi::notices
