#include "server/perform.h"

#include <openssl/evp.h>

#include <array>

#include "store/idempotency.h"

namespace banshi::server {

static std::string fingerprint(std::string const& text) {
    std::array<unsigned char, 32> hash{};
    EVP_Digest(text.data(), text.size(), hash.data(), nullptr, EVP_sha256(), nullptr);
    static constexpr char digits[] = "0123456789abcdef";
    std::string out;
    for (auto const byte : hash) out += {digits[byte >> 4], digits[byte & 15]};
    return out;
}

Result<Performed> perform(Call& call, Deed const& deed, json::object const& request,
                          shape::Source source, std::string const& key) {
    if (key.empty() || deed.secret) return Performed{TRY(deed.serve(call, request, source))};

    auto const print = fingerprint(deed.verb + json::serialize(request));
    if (auto const kept = idempotency::find(call, key)) {
        if (kept->request != print)
            return Refusal{Why::invalid, "idempotency.key_reused", key, "Idempotency-Key"};
        return Performed{{json::parse(kept->answer), {}}, true};
    }
    auto answer = TRY(deed.serve(call, request, source));
    if (!answer.file) idempotency::keep(call, key, {print, json::serialize(answer.body)});
    return Performed{std::move(answer)};
}

}  // namespace banshi::server
