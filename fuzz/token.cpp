// What a provider of single sign-on says: an ID token and the answer of a CAS server. Nobody may be
// proven by what nobody signed.

#include "fuzz.h"
#include "systems/sign_on/cas.h"
#include "systems/sign_on/id_token.h"

namespace banshi::fuzz {

// Of RFC 7515, appendix A.2 and A.3: public keys that the fuzzer cannot sign for.
static boost::json::object const& keys() {
    static auto const all =
        boost::json::parse(
            R"({"keys":[{"kty":"RSA","kid":"a","alg":"RS256","e":"AQAB","n":"ofgWCuLjybRlzo0tZWJj)"
            R"(NiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-y)"
            R"(RT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXnd)"
            R"(S5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9k)"
            R"(G4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudf8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4F)"
            R"(RWyuXpoQ"},{"kty":"EC","kid":"b","alg":"ES256","crv":"P-256",)"
            R"("x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",)"
            R"("y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}]})")
            .as_object();
    return all;
}

void one(std::string_view bytes) {
    using namespace sign_on;
    Expected const expected{"https://login.example", "banshi", "nonce",
                            *read_instant("2026-03-02T09:00:00+08:00")};
    must(!read_id_token(bytes, keys(), expected));
    // As a body between a sound head and a signature that is none.
    for (auto const* head : {R"({"alg":"RS256","kid":"a"})", R"({"alg":"ES256","kid":"b"})",
                             R"({"alg":"none"})"})
        must(!read_id_token(base64url(head) + "." + base64url(bytes) + "." + base64url(bytes),
                            keys(), expected));
    must(!read_id_token(base64url(bytes) + "." + base64url("{}") + ".", keys(), expected));
    if (auto const plain = read_base64url(bytes)) must(read_base64url(base64url(*plain)) == plain);
    if (auto const proven = read_service_response(bytes)) must(!proven.value().subject.empty());
}

}  // namespace banshi::fuzz
