#include "documents/voice.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>

#include "documents/characters.h"

namespace banshi::documents {

namespace fs = std::filesystem;

namespace {

constexpr unsigned pcm = 1, bytes_a_sample = 2;

// Numbers in WAV files have their low byte first.
unsigned number(std::string_view bytes, std::size_t at, int size) {
    unsigned value = 0;
    for (int i = size; i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

std::string written(unsigned value, int size) {
    std::string bytes;
    for (int i = 0; i < size; ++i) bytes += static_cast<char>(value >> 8 * i & 0xFF);
    return bytes;
}

// The part of a RIFF file with this name; empty when it has none.
std::string_view part(std::string_view file, std::string_view name) {
    if (file.size() < 12 || file.substr(0, 4) != "RIFF" || file.substr(8, 4) != "WAVE") return {};
    file.remove_prefix(12);
    while (file.size() >= 8) {
        std::size_t const size = number(file, 4, 4);
        if (size > file.size() - 8) return {};
        if (file.substr(0, 4) == name) return file.substr(8, size);
        // Parts begin at even places.
        file.remove_prefix(std::min(file.size(), 8 + size + size % 2));
    }
    return {};
}

std::string contents(fs::path const& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

[[noreturn]] void complain(fs::path const& path, std::string const& what) {
    throw std::runtime_error(path.string() + ": " + what);
}

void add(Clips& clips, fs::path const& path) {
    auto const file = contents(path);
    auto const format = part(file, "fmt "), data = part(file, "data");
    if (format.size() < 16 || data.size() < bytes_a_sample) complain(path, "is no WAV file");
    if (number(format, 0, 2) != pcm || number(format, 2, 2) != 1 || number(format, 14, 2) != 16)
        complain(path, "must be PCM, one channel, 16 bits");

    auto const rate = number(format, 4, 4);
    if (rate == 0 || (clips.samples_a_second != 0 && rate != clips.samples_a_second))
        complain(path,
                 fmt::format("has {} samples a second, others {}", rate, clips.samples_a_second));
    clips.samples_a_second = rate;
    clips.samples[path.stem().string()] = data.substr(0, data.size() / 2 * 2);
}

std::string wav(unsigned rate, std::string const& samples) {
    auto const size = static_cast<unsigned>(samples.size());
    return "RIFF" + written(36 + size, 4) + "WAVEfmt " + written(16, 4) + written(pcm, 2) +
           written(1, 2) + written(rate, 4) + written(rate * bytes_a_sample, 4) +
           written(bytes_a_sample, 2) + written(8 * bytes_a_sample, 2) + "data" + written(size, 4) +
           samples;
}

}  // namespace

Clips read_clips(fs::path const& folder) {
    Clips clips{};
    for (auto const& entry : fs::directory_iterator(folder))
        if (entry.path().extension() == ".wav") add(clips, entry.path());
    if (clips.samples.empty()) complain(folder, "holds no clips");
    return clips;
}

std::string spelled(std::string_view number) {
    std::string words;
    for (auto const c : characters(number)) {
        if (c == U' ' || c == U'-') continue;
        if (!words.empty()) words += ' ';
        words += c < 0x80 ? std::string(1, static_cast<char>(std::toupper(static_cast<int>(c))))
                          : utf8(c);
    }
    return words;
}

Result<std::string> announcement(Clips const& clips, std::string_view words) {
    std::istringstream in{std::string(words)};
    std::string samples;
    for (std::string word; in >> word;) {
        auto const clip = clips.samples.find(word);
        if (clip == clips.samples.end())
            return Refusal{Why::not_found, "voice.clip_missing", word, {}, {{"word", word}}};
        samples += clip->second;
    }
    return wav(clips.samples_a_second, samples);
}

}  // namespace banshi::documents
