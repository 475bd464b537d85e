#include "cli/demo/client.h"

#include <curl/curl.h>

#include <stdexcept>

#include "engines/people/keys.h"

namespace banshi::demo {

namespace {

struct CurlDeleter {
    void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using List = std::unique_ptr<curl_slist, CurlDeleter>;

std::size_t gather(char* bytes, std::size_t size, std::size_t count, void* into) {
    static_cast<std::string*>(into)->append(bytes, size * count);
    return size * count;
}

// Of the cookie jar's lines the last two fields are a name and its value.
std::string cookie(CURL* curl, std::string_view name) {
    curl_slist* all = nullptr;
    curl_easy_getinfo(curl, CURLINFO_COOKIELIST, &all);
    List const kept(all);
    for (auto const* each = all; each; each = each->next) {
        std::string_view const line(each->data);
        auto const last = line.rfind('\t');
        if (last != line.npos && line.substr(0, last).ends_with("\t" + std::string(name)))
            return std::string(line.substr(last + 1));
    }
    return "";
}

}  // namespace

std::string_view Heard::code() const {
    auto const* fields = body.if_object();
    auto const* found = fields ? fields->if_contains("code") : nullptr;
    return found && found->is_string() ? std::string_view(found->get_string()) : "";
}

struct Client::Form {
    std::string body;
    std::string key;
};

struct Client::Line {
    std::unique_ptr<CURL, CurlDeleter> curl{curl_easy_init()};
};

Client::Client(std::string base) : base_(std::move(base)), line_(std::make_unique<Line>()) {
    if (!line_->curl) throw std::runtime_error("curl does not start");
    auto* const curl = line_->curl.get();
    curl_easy_setopt(curl, CURLOPT_COOKIEFILE, "");  // cookies in memory
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 10L);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, gather);
}

Client::~Client() = default;

void Client::carry(std::string_view device_token) { bearer_ = device_token; }

Heard Client::log_in(std::string const& login, std::string const& password) {
    return post("/session", {{"login", login}, {"password", password}});
}

Heard Client::get(std::string const& path) { return ask(path, nullptr); }

Heard Client::post(std::string const& path, json::object const& form) {
    Form const body{json::serialize(form), people::fresh_token(system_random(), 16)};
    auto heard = ask(path, &body);
    // The answer may have got lost on its way: the key makes sure that it is done only once.
    return heard.status == 0 ? ask(path, &body) : heard;
}

Heard Client::ask(std::string const& path, Form const* form) {
    auto* const curl = line_->curl.get();
    auto const url = base_ + path;
    List headers;
    auto const header = [&](std::string const& line) {
        headers.reset(curl_slist_append(headers.release(), line.c_str()));
    };
    header("Content-Type: application/json");
    if (!bearer_.empty()) header("Authorization: Bearer " + bearer_);
    if (auto const token = cookie(curl, "csrf"); !token.empty()) header("X-CSRF-Token: " + token);
    std::string heard;
    curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &heard);
    if (form) {
        header("Idempotency-Key: " + form->key);
        curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE, static_cast<long>(form->body.size()));
        curl_easy_setopt(curl, CURLOPT_COPYPOSTFIELDS, form->body.c_str());
    } else {
        curl_easy_setopt(curl, CURLOPT_HTTPGET, 1L);
    }
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.get());
    Heard answer;
    if (curl_easy_perform(curl) == CURLE_OK)
        curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &answer.status);
    boost::system::error_code no_json;
    answer.body = json::parse(heard, no_json);
    return answer;
}

}  // namespace banshi::demo
