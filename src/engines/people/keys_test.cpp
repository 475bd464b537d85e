#include "engines/people/keys.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace banshi::people {

class KeysTest : public testing::Test {
protected:
    void SetUp() override {
        path = std::filesystem::temp_directory_path() / ("people_keys_" + std::to_string(getpid()));
        use_keys(keys);
    }
    void TearDown() override { std::filesystem::remove(path); }

    SeededRandom random{1};
    Keys keys = fresh_keys(random);
    std::filesystem::path path;
};

TEST_F(KeysTest, OpenWhatTheySealed) {
    auto const sealed = seal("张三", random);
    EXPECT_EQ(unseal(sealed), "张三");
    EXPECT_EQ(unseal(seal("", random)), "");
    EXPECT_NE(seal("张三", random), sealed) << "equal texts must not look equal";
    EXPECT_EQ(sealed.find("张三"), sealed.npos);
}

TEST_F(KeysTest, NeverShareANonceEvenWhenChanceRepeats) {
    SeededRandom one(3), same(3);
    auto const first = seal("a", one), second = seal("b", same);
    EXPECT_NE(first.substr(0, 20), second.substr(0, 20));
}

TEST_F(KeysTest, RefuseWhatWasTamperedWith) {
    auto sealed = seal("13812345678", random);
    sealed[20] = sealed[20] == 'A' ? 'B' : 'A';
    EXPECT_THROW(unseal(sealed), std::runtime_error);
    EXPECT_THROW(unseal("1:AAAA"), std::runtime_error);
    EXPECT_THROW(unseal("1:%%"), std::runtime_error);
    EXPECT_THROW(unseal("2:" + seal("x", random).substr(2)), std::runtime_error);
    EXPECT_THROW(unseal("no key"), std::runtime_error);
}

TEST_F(KeysTest, OpenOldRowsAfterANewKeyCameIn) {
    auto const old_row = seal("old", random);
    use_keys(rotated(keys, random));
    auto const new_row = seal("new", random);
    EXPECT_TRUE(old_row.starts_with("1:") && new_row.starts_with("2:"));
    EXPECT_EQ(unseal(old_row), "old");
    EXPECT_EQ(unseal(new_row), "new");
}

TEST_F(KeysTest, LookUpByKindAndValue) {
    EXPECT_EQ(lookup_hash("phone", "13812345678"), lookup_hash("phone", "13812345678"));
    EXPECT_NE(lookup_hash("phone", "13812345678"), lookup_hash("id_card", "13812345678"));
    auto const before = lookup_hash("phone", "1");
    use_keys(fresh_keys(random));
    EXPECT_NE(lookup_hash("phone", "1"), before) << "another installation, another hash";
}

// The first value was computed by another program, the second is an example of FIPS 180.
TEST_F(KeysTest, HashAsTheStandardSays) {
    auto known = keys;
    known.lookup = {'k'};
    use_keys(known);
    EXPECT_EQ(lookup_hash("phone", "13812345678"),
              "eb2ee25f0b40d74e443ed477f67a2101b110d211f2711f097b002595423d3b82");
    EXPECT_EQ(token_hash("abc"),
              "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_F(KeysTest, ComeBackFromTheirFile) {
    auto const both = rotated(keys, random);
    write_key_file(path, both);
    auto const read = read_key_file(path);
    EXPECT_EQ(read.lookup, both.lookup);
    ASSERT_EQ(read.sealing.size(), 2u);
    EXPECT_EQ(read.sealing[1].id, "2");
    EXPECT_EQ(read.sealing[1].bytes, both.sealing[1].bytes);
    EXPECT_THROW(write_key_file(path, keys), std::system_error) << "never overwritten";
}

TEST_F(KeysTest, AreNotReadFromAFileOpenToOthersOrBroken) {
    EXPECT_THROW(read_key_file(path), std::system_error);
    write_key_file(path, keys);
    ::chmod(path.c_str(), 0640);
    EXPECT_THROW(read_key_file(path), std::runtime_error);
    for (auto const* text : {"", "banshi-people-keys-v1\n", "banshi-people-keys-v1\nlookup 00\n",
                             "banshi-people-keys-v1\nseal 1 zz\n", "other\n"}) {
        std::ofstream(path) << text;
        ::chmod(path.c_str(), 0600);
        EXPECT_THROW(read_key_file(path), std::runtime_error) << text;
    }
}

}  // namespace banshi::people
