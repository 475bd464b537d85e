#include "engines/notices/http_post.h"

#include <algorithm>

#include "engines/notices/transfer.h"

namespace banshi::notices {

static constexpr std::size_t longest_answer = 16 * 1024;

// What comes after the beginning is read and let go.
static std::size_t keep(char* data, std::size_t size, std::size_t count, void* into) {
    auto& body = *static_cast<std::string*>(into);
    body.append(data, std::min(size * count, longest_answer - body.size()));
    return size * count;
}

Posted post(Post const& message) {
    Transfer transfer(message.url, "http,https", message.authorities, message.timeout);
    Lines headers;
    for (auto const& header : message.headers) headers.add(header);
    Posted answer;
    transfer.set(CURLOPT_POSTFIELDS, message.body.c_str());
    transfer.set(CURLOPT_POSTFIELDSIZE, static_cast<long>(message.body.size()));
    transfer.set(CURLOPT_HTTPHEADER, headers.get());
    transfer.set(CURLOPT_WRITEFUNCTION, keep);
    transfer.set(CURLOPT_WRITEDATA, &answer.body);
    if (auto const code = transfer.perform(); code != CURLE_OK)
        answer.trouble = trouble_of(code);
    else
        answer.status = transfer.response_code();
    return answer;
}

static constexpr std::size_t longest_document = 256 * 1024;

// A document without its end is none: says so by taking less.
static std::size_t keep_whole(char* data, std::size_t size, std::size_t count, void* into) {
    auto& body = *static_cast<std::string*>(into);
    if (size * count > longest_document - body.size()) return 0;
    body.append(data, size * count);
    return size * count;
}

Posted fetch(std::string const& url, std::string const& authorities, Seconds timeout) {
    Transfer transfer(url, "http,https", authorities, timeout);
    Posted answer;
    transfer.set(CURLOPT_WRITEFUNCTION, keep_whole);
    transfer.set(CURLOPT_WRITEDATA, &answer.body);
    auto const code = transfer.perform();
    if (code == CURLE_WRITE_ERROR)
        answer.trouble = "too_large";
    else if (code != CURLE_OK)
        answer.trouble = trouble_of(code);
    else
        answer.status = transfer.response_code();
    return answer;
}

}  // namespace banshi::notices
