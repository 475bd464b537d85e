#include "engines/people/passwords.h"

#include <sodium.h>

#include <algorithm>
#include <atomic>
#include <new>

#include "base/check.h"

namespace banshi::people {

namespace {

constexpr std::size_t most_bytes = 256;

std::atomic<PasswordCost> cost = PasswordCost::interactive;

std::string lower(std::string_view text) {
    std::string out(text);
    std::ranges::transform(out, out.begin(), [](unsigned char c) { return std::tolower(c); });
    return out;
}

// Bytes that begin a character of UTF-8.
std::size_t letters(std::string_view text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](unsigned char c) { return (c & 0xC0) != 0x80; }));
}

}  // namespace

void use_password_cost(PasswordCost chosen) { cost = chosen; }

Result<void> may_choose(std::string_view password, std::string_view login,
                        PasswordRules const& rules, std::string const& field) {
    bool const varied = password.find_first_not_of(password.substr(0, 1)) != password.npos;
    if (letters(password) < static_cast<std::size_t>(rules.least_length) || !varied ||
        password.size() > most_bytes || lower(password) == lower(login))
        return Refusal{Why::invalid, "account.weak_password", {}, field,
                       {{"length", std::to_string(rules.least_length)}}};
    return {};
}

std::string password_hash(std::string_view password) {
    CHECK(sodium_init() >= 0);
    bool const least = cost == PasswordCost::least;
    std::string hash(crypto_pwhash_STRBYTES, '\0');
    if (crypto_pwhash_str(
            hash.data(), password.data(), password.size(),
            least ? crypto_pwhash_OPSLIMIT_MIN : crypto_pwhash_OPSLIMIT_INTERACTIVE,
            least ? crypto_pwhash_MEMLIMIT_MIN : crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
        throw std::bad_alloc();
    hash.resize(hash.find('\0'));
    return hash;
}

bool password_fits(std::string const& hash, std::string_view password) {
    if (password.size() > most_bytes) return false;
    static std::string const nobody = password_hash("nobody knows this one");
    auto const& checked = hash.empty() ? nobody : hash;
    return crypto_pwhash_str_verify(checked.c_str(), password.data(), password.size()) == 0 &&
           !hash.empty();
}

}  // namespace banshi::people
