#include "engines/people/totp.h"

#include <gtest/gtest.h>

namespace banshi::people {

constexpr std::string_view secret = "12345678901234567890";

// RFC 6238, appendix B: eight digits, SHA-1.
TEST(Totp, GivesTheCodesOfTheRfc) {
    struct Vector {
        std::int64_t seconds;
        char const* code;
    };
    for (auto const& [seconds, code] : {Vector{59, "94287082"},
                                        {1111111109, "07081804"},
                                        {1111111111, "14050471"},
                                        {1234567890, "89005924"},
                                        {2000000000, "69279037"},
                                        {20000000000, "65353130"}})
        EXPECT_EQ(code_of_step(secret, step_of(Instant{Seconds{seconds}}), 8), code);
}

// RFC 4226, appendix D: six digits, by counter.
TEST(Totp, GivesTheCodesOfTheCounter) {
    std::vector<std::string> codes;
    for (int step = 0; step < 10; ++step) codes.push_back(code_of_step(secret, step));
    EXPECT_EQ(codes, (std::vector<std::string>{"755224", "287082", "359152", "969429", "338314",
                                               "254676", "287922", "162583", "399871", "520489"}));
}

// RFC 4648, section 10.
TEST(Totp, WritesSecretsInBase32) {
    EXPECT_EQ(base32(""), "");
    EXPECT_EQ(base32("f"), "MY");
    EXPECT_EQ(base32("fo"), "MZXQ");
    EXPECT_EQ(base32("foo"), "MZXW6");
    EXPECT_EQ(base32("foob"), "MZXW6YQ");
    EXPECT_EQ(base32("fooba"), "MZXW6YTB");
    EXPECT_EQ(base32("foobar"), "MZXW6YTBOI");
}

}  // namespace banshi::people
