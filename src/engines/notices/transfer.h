#pragma once
// What the adapters share of libcurl.

#include <curl/curl.h>

#include <memory>
#include <string>

#include "base/time.h"

namespace banshi::notices {

struct CurlDeleter {
    void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

class Transfer {
public:
    Transfer(std::string const& url, char const* protocols, std::string const& authorities,
             Seconds timeout);

    template <class Value>
    void set(CURLoption option, Value value) {
        curl_easy_setopt(curl_.get(), option, value);
    }
    CURLcode perform() { return curl_easy_perform(curl_.get()); }
    long response_code() const;

private:
    std::unique_ptr<CURL, CurlDeleter> curl_;
};

// A list that curl reads: headers, recipients.
class Lines {
public:
    void add(std::string const& line);
    curl_slist* get() const { return list_.get(); }

private:
    std::unique_ptr<curl_slist, CurlDeleter> list_;
};

// In a word that names neither address nor secret.
std::string trouble_of(CURLcode);

}  // namespace banshi::notices
