#include "engines/people/passwords.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <deque>
#include <mutex>
#include <new>
#include <optional>

#include "base/check.h"
#include "base/letters.h"
#include "base/random.h"

namespace banshi::people {

namespace {

constexpr std::size_t most_letters = 128, most_bytes = 4 * most_letters;

std::atomic<PasswordCost> cost = PasswordCost::interactive;

// What was worked out last, each under a keyed hash of its question, for this process alone.
template <class Answer>
class Remembered {
public:
    std::optional<Answer> find(std::string const& key) {
        std::lock_guard lock(mutex_);
        auto const known = std::ranges::find(known_, key, &Known::first);
        return known == known_.end() ? std::nullopt : std::optional(known->second);
    }
    void keep(std::string key, Answer answer) {
        std::lock_guard lock(mutex_);
        known_.emplace_back(std::move(key), std::move(answer));
        if (known_.size() > most) known_.pop_front();
    }
    std::string key_of(std::string_view one, std::string_view password) const {
        auto const question = std::string(one) + '\0' + std::string(password);
        std::string key(crypto_generichash_BYTES, '\0');
        crypto_generichash(reinterpret_cast<unsigned char*>(key.data()), key.size(),
                           reinterpret_cast<unsigned char const*>(question.data()), question.size(),
                           secret_.data(), secret_.size());
        return key;
    }

private:
    using Known = std::pair<std::string, Answer>;
    static constexpr std::size_t most = 64;

    static std::array<unsigned char, crypto_generichash_KEYBYTES> fresh_secret() {
        std::array<unsigned char, crypto_generichash_KEYBYTES> secret{};
        system_random().fill(secret);
        return secret;
    }

    std::array<unsigned char, crypto_generichash_KEYBYTES> const secret_ = fresh_secret();
    std::mutex mutex_;
    std::deque<Known> known_;
};

Remembered<std::string>& hashes() {
    static Remembered<std::string> all;
    return all;
}

// Bytes that begin a character of UTF-8.
std::size_t letter_count(std::string_view text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](unsigned char c) { return (c & 0xC0) != 0x80; }));
}

}  // namespace

void use_password_cost(PasswordCost chosen) { cost = chosen; }

Result<void> may_choose(std::string_view password, std::string_view login,
                        PasswordRules const& rules, std::string const& field) {
    bool const varied = password.find_first_not_of(password.substr(0, 1)) != password.npos;
    auto const letters = letter_count(password);
    if (letters < static_cast<std::size_t>(rules.least_length) || letters > most_letters ||
        password.size() > most_bytes || !varied || lower(password) == lower(login))
        return Refusal{Why::invalid,
                       "account.weak_password",
                       {},
                       field,
                       {{"length", std::to_string(rules.least_length)}}};
    return {};
}

std::string fresh_hash(std::string_view password) {
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

void hash_ahead(std::string_view login, std::string_view password) {
    auto key = hashes().key_of(login, password);
    if (!hashes().find(key)) hashes().keep(std::move(key), fresh_hash(password));
}

std::string password_hash(std::string_view login, std::string_view password) {
    auto const known = hashes().find(hashes().key_of(login, password));
    return known ? *known : fresh_hash(password);
}

bool password_fits(std::string const& hash, std::string_view login, std::string_view password) {
    if (password.size() > most_bytes) return false;
    static std::string const nobody = fresh_hash("nobody knows this one");
    static Remembered<bool> answers;
    auto key = answers.key_of(hash + '\0' + std::string(login), password);
    if (auto const known = answers.find(key)) return *known;
    auto const& checked = hash.empty() ? nobody : hash;
    bool const fits =
        crypto_pwhash_str_verify(checked.c_str(), password.data(), password.size()) == 0 &&
        !hash.empty();
    answers.keep(std::move(key), fits);
    return fits;
}

}  // namespace banshi::people
