#include <sodium.h>

#include <sstream>

#include "engines/people/keys.h"
#include "store/copy.h"
#include "store/secret_file.h"

namespace banshi::people {

namespace {

constexpr std::string_view heading = "banshi-people-keys-v1";

std::string hex(KeyBytes const& key) {
    std::string out(key.size() * 2 + 1, '\0');
    sodium_bin2hex(out.data(), out.size(), key.data(), key.size());
    out.pop_back();
    return out;
}

bool read_hex(std::string const& text, KeyBytes& key) {
    std::size_t size = 0;
    return text.size() == key.size() * 2 &&
           sodium_hex2bin(key.data(), key.size(), text.data(), text.size(), nullptr, &size,
                          nullptr) == 0 &&
           size == key.size();
}

}  // namespace

void write_key_file(std::filesystem::path const& path, Keys const& keys) {
    auto text = std::string(heading) + "\nlookup " + hex(keys.lookup) + "\n";
    for (auto const& key : keys.sealing) text += "seal " + key.id + " " + hex(key.bytes) + "\n";
    write_secret_file(path, text);
}

void replace_key_file(std::filesystem::path const& path, Keys const& keys) {
    auto const fresh = std::filesystem::path(path).concat(".new");
    std::filesystem::remove(fresh);
    write_key_file(fresh, keys);
    std::filesystem::rename(fresh, path);
    settle(std::filesystem::absolute(path).parent_path());
}

Keys read_key_file(std::filesystem::path const& path) {
    std::istringstream file(read_secret_file(path));
    std::string line;
    bool sound = std::getline(file, line) && line == heading;
    bool has_lookup = false;
    Keys keys;
    while (sound && std::getline(file, line)) {
        std::istringstream words(line);
        std::string what, id, value;
        words >> what;
        if (what == "seal") words >> id;
        words >> value;
        if (what == "lookup") {
            sound = !has_lookup && read_hex(value, keys.lookup);
            has_lookup = true;
        } else {
            sound = what == "seal" && !id.empty() && id.find(':') == id.npos &&
                    read_hex(value, keys.sealing.emplace_back(SealingKey{id}).bytes);
        }
    }
    if (!sound || !has_lookup || keys.sealing.empty())
        throw std::runtime_error(path.string() + ": no key file of this program");
    return keys;
}

}  // namespace banshi::people
