#include "documents/voice.h"

#include <gtest/gtest.h>

#include <fstream>

#include "documents/outside_for_test.h"

namespace banshi::documents {

namespace fs = std::filesystem;
using namespace std::string_literals;

// A folder of its own for the test, gone with it.
class HeldFolder {
public:
    HeldFolder() { fs::create_directories(path_); }
    ~HeldFolder() { fs::remove_all(path_); }
    HeldFolder(HeldFolder const&) = delete;
    fs::path const& path() const { return path_; }

private:
    fs::path path_ = fs::temp_directory_path() / ("voice_test_" + std::to_string(getpid()));
};

// A clip with a header as sox writes it, and a part that nobody needs in between.
static std::string clip(std::string const& samples, std::string const& format = "\1\0\1\0"s,
                        std::string const& rate = "\x22\x56\0\0"s) {
    return "RIFF\0\0\0\0WAVE"s + "LIST\3\0\0\0abc\0"s + "fmt \x10\0\0\0"s + format + rate +
           "\x44\xAC\0\0\2\0\x10\0"s + "data" + static_cast<char>(samples.size()) + "\0\0\0"s +
           samples;
}

static void put(fs::path const& path, std::string const& bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
}

TEST(Voice, NumbersAreCalledFigureByFigure) {
    EXPECT_EQ(spelled("A105"), "A 1 0 5");
    EXPECT_EQ(spelled("a-12 3"), "A 1 2 3");
    EXPECT_EQ(spelled("12"), "1 2");
}

TEST(Voice, ClipsAreJoinedInOrder) {
    HeldFolder const folder;
    put(folder.path() / "请.wav", clip("aabb"));
    put(folder.path() / "A.wav", clip("cc"));
    put(folder.path() / "README", "not a clip");
    auto const sound = announcement(read_clips(folder.path()), "A 请 A").value();
    EXPECT_EQ(sound.substr(44), "ccaabbcc");
    auto const head = "RIFF\x2C\0\0\0WAVEfmt \x10\0\0\0\1\0\1\0\x22\x56\0\0"s +
                      "\x44\xAC\0\0\2\0\x10\0data\x08\0\0\0"s;
    EXPECT_EQ(sound.substr(0, 44), head);
}

TEST(Voice, AMissingClipIsNamed) {
    HeldFolder const folder;
    put(folder.path() / "A.wav", clip("cc"));
    auto const refused = announcement(read_clips(folder.path()), "A 1").refusal();
    EXPECT_EQ(refused.text, "voice.clip_missing");
    EXPECT_EQ(refused.facts.at("word"), "1");
}

// Another kind of sound, two channels, another rate, cut off, no sound at all.
TEST(Voice, AnUnfitRecordingIsNamedAtStart) {
    auto const whole = clip("ccdd");
    for (auto const& bytes :
         {clip("cc", "\2\0\1\0"s), clip("cc", "\1\0\2\0"s),
          clip("cc", "\1\0\1\0"s, "\x80\x3E\0\0"s), whole.substr(0, whole.size() - 1),
          whole.substr(0, 30), "RIFF"s, ""s}) {
        HeldFolder const folder;
        put(folder.path() / "A.wav", clip("cc"));
        put(folder.path() / "B.wav", bytes);
        EXPECT_THROW(read_clips(folder.path()), std::runtime_error);
    }
    HeldFolder const empty;
    EXPECT_THROW(read_clips(empty.path()), std::runtime_error);
}

// What the script makes can be called out in both languages, and sox can play it.
TEST(Voice, TheDefaultClipsSuffice) {
    HeldFolder const folder;
    ASSERT_EQ(output_of("bin/voice " + folder.path().string() + " 2>&1"), "");
    auto const zh = read_clips(folder.path() / "zh"), en = read_clips(folder.path() / "en");
    for (auto const& [word, samples] : zh.samples) EXPECT_GT(samples.size(), 4000u) << word;

    std::string const words = "gong 请 " + spelled("A105") + " 号 到 3 号 窗口";
    auto const sound = announcement(zh, words).value();
    std::string joined;
    for (auto const* word : {"gong", "请", "A", "1", "0", "5", "号", "到", "3", "号", "窗口"})
        joined += zh.samples.at(word);
    EXPECT_EQ(sound.substr(44), joined);
    HeldFile const file(sound);
    EXPECT_EQ(output_of("soxi -t " + file.path()), "wav\n");
    EXPECT_EQ(std::stoul(output_of("soxi -s " + file.path())), joined.size() / 2);

    for (char c = 'A'; c <= 'Z'; ++c)
        EXPECT_TRUE(announcement(en, "gong number " + std::string(1, c) + " 7 window 1 2"));
}

}  // namespace banshi::documents
