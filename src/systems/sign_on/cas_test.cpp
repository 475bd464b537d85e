#include "systems/sign_on/cas.h"

#include <gtest/gtest.h>

namespace banshi::sign_on {

static std::string said(std::string const& inside) {
    auto const who =
        read_service_response("<cas:serviceResponse xmlns:cas='http://www.yale.edu/tp/cas'>" +
                              inside + "</cas:serviceResponse>");
    if (who) return who.value().subject;
    return who.refusal().text + " " + who.refusal().detail;
}

TEST(ServiceResponse, NamesTheUser) {
    EXPECT_EQ(said("<cas:authenticationSuccess>\n<cas:user> wang\n</cas:user>"
                   "<cas:attributes><cas:user>boss</cas:user></cas:attributes>"
                   "</cas:authenticationSuccess>"),
              "wang");
    EXPECT_EQ(said("<cas:authenticationSuccess><cas:user>a&amp;b</cas:user>"
                   "</cas:authenticationSuccess>"),
              "a&b");
}

TEST(ServiceResponse, SaysThatTheTicketIsNotKnown) {
    EXPECT_EQ(said("<cas:authenticationFailure code='INVALID_TICKET'>no"
                   "</cas:authenticationFailure>"),
              "sign_on.bad_ticket INVALID_TICKET");
}

TEST(ServiceResponse, AUserCountsOnlyInItsPlace) {
    EXPECT_EQ(said("<cas:user>boss</cas:user>"), "sign_on.bad_token no user");
    EXPECT_EQ(said("<cas:authenticationSuccess/>"), "sign_on.bad_token no user");
    EXPECT_EQ(said("<cas:proxySuccess><cas:user>boss</cas:user></cas:proxySuccess>"),
              "sign_on.bad_token no user");
}

TEST(ServiceResponse, ADocumentTypeIsRefused) {
    auto const who = read_service_response(
        "<!DOCTYPE r [<!ENTITY u SYSTEM 'file:///etc/passwd'>]><serviceResponse>"
        "<authenticationSuccess><user>&u;</user></authenticationSuccess></serviceResponse>");
    ASSERT_FALSE(who);
    EXPECT_EQ(who.refusal().detail, "has a document type");
    EXPECT_FALSE(read_service_response("<serviceResponse>"));
    EXPECT_FALSE(read_service_response(""));
}

}  // namespace banshi::sign_on
