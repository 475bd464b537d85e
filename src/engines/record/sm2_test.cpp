#include "engines/record/sm2.h"

#include <gtest/gtest.h>

#include "base/file_for_test.h"
#include "engines/record/note.h"
#include "engines/record/tree.h"

namespace banshi::record {

class Sm2Test : public testing::Test {
protected:
    Sm2Test() {
        std::filesystem::remove_all(folder);
        std::filesystem::create_directories(folder);
    }
    ~Sm2Test() override { std::filesystem::remove_all(folder); }

    std::filesystem::path const folder = own_test_folder("banshi-record-sm2");
    std::string const name = "banshi.example/d";
};

TEST_F(Sm2Test, SignsBesideTheUsualSignature) {
    auto const signer = Sm2Signer::make(folder / "key", name);
    Seed seed{};
    Signer const usual{name, KeyKind::log, seed};
    auto const note = sign_checkpoint({name, 7, empty_root()}, std::vector{usual}, Instant{});
    auto const text = note.substr(0, note.find("\n\n") + 1);
    auto const both = note + signer.sign(text);
    EXPECT_TRUE(check_sm2(signer.verifier(), both));
    // Who does not know the kind passes it over.
    EXPECT_TRUE(open_checkpoint(both, name, std::vector{usual.verifier()}));
    EXPECT_EQ(check_sm2(signer.verifier(), note).refusal().text, "note.unsigned");
    EXPECT_EQ(check_sm2(signer.verifier(), note + signer.sign("other\n")).refusal().text,
              "note.bad_signature");
}

TEST_F(Sm2Test, TheKeyComesBackFromItsFileAndIsNeverOverwritten) {
    auto const made = Sm2Signer::make(folder / "key", name);
    EXPECT_EQ(Sm2Signer::load(folder / "key", name).verifier(), made.verifier());
    EXPECT_THROW(Sm2Signer::make(folder / "key", name), std::system_error);
    EXPECT_THROW(Sm2Signer::load(folder / "none", name), std::runtime_error);
}

TEST_F(Sm2Test, AForeignKeyIsNone) {
    auto const signer = Sm2Signer::make(folder / "key", name);
    auto verifier = signer.verifier();
    for (auto const* bad : {"", "a+b", "banshi.example/d+00000000+AAAA"})
        EXPECT_EQ(check_sm2(bad, "x\n\n").refusal().text, "key.malformed");
    verifier[name.size() + 1] = verifier[name.size() + 1] == '0' ? '1' : '0';
    EXPECT_EQ(check_sm2(verifier, "x\n\n").refusal().text, "key.malformed");
}

}  // namespace banshi::record
