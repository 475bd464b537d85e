#include "store/postgres_address.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace banshi {

static bool holds(std::string const& address, char const* part) {
    return address.find(part) != std::string::npos;
}

TEST(PostgresAddress, AsksForTheHostThatTakesWrites) {
    auto const address = lasting_address("host=a,b port=5432,5433 dbname=banshi");
    EXPECT_TRUE(holds(address, "host='a,b'"));
    EXPECT_TRUE(holds(address, "port='5432,5433'"));
    EXPECT_TRUE(holds(address, "target_session_attrs='read-write'"));
    EXPECT_TRUE(holds(address, "tcp_user_timeout='10000'"));
}

TEST(PostgresAddress, LeavesWhatIsSaid) {
    auto const address = lasting_address("host=a connect_timeout=30 target_session_attrs=any");
    EXPECT_TRUE(holds(address, "connect_timeout='30'"));
    EXPECT_FALSE(holds(address, "read-write"));
}

TEST(PostgresAddress, ReadsAUriAndKeepsEveryLetter) {
    auto const address = lasting_address("postgresql://u:it%27s%5C@db:5433/banshi");
    EXPECT_TRUE(holds(address, R"(password='it\'s\\')"));
    EXPECT_TRUE(holds(lasting_address(address), R"(password='it\'s\\')"));
}

TEST(PostgresAddress, RefusesWhatIsNone) {
    EXPECT_THROW(lasting_address("host='a"), std::runtime_error);
}

}  // namespace banshi
