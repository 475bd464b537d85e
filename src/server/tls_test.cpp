#include "server/tls.h"

#include <gtest/gtest.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>

#include "server/house_for_test.h"

namespace banshi::server {

namespace fs = std::filesystem;

namespace {

template <class Thing, void (*free)(Thing*)>
struct Free {
    void operator()(Thing* thing) const { free(thing); }
};
template <class Thing, void (*free)(Thing*)>
using Held = std::unique_ptr<Thing, Free<Thing, free>>;

// A folder with keys and the certificates that they signed for themselves.
class Files {
public:
    Files() : folder_(fs::temp_directory_path() / ("tls_" + std::to_string(::getpid()))) {
        fs::create_directories(folder_);
    }
    ~Files() { fs::remove_all(folder_); }

    fs::path at(std::string const& name) const { return folder_ / name; }

    // name.pem and name.key; the host is the name.
    TlsFiles make(std::string const& name) const {
        Held<EVP_PKEY, EVP_PKEY_free> const key(EVP_EC_gen("P-256"));
        Held<X509, X509_free> const certificate(X509_new());
        X509_set_version(certificate.get(), 2);
        X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -60);
        X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 3600);
        X509_set_pubkey(certificate.get(), key.get());
        auto* const subject = X509_get_subject_name(certificate.get());
        X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_ASC,
                                   reinterpret_cast<unsigned char const*>(name.c_str()), -1, -1, 0);
        X509_set_issuer_name(certificate.get(), subject);
        X509_sign(certificate.get(), key.get(), EVP_sha256());
        TlsFiles const files{at(name + ".pem"), at(name + ".key")};
        auto* const pem = std::fopen(files.certificate.c_str(), "w");
        PEM_write_X509(pem, certificate.get());
        std::fclose(pem);
        auto* const secret = std::fopen(files.key.c_str(), "w");
        ::fchmod(fileno(secret), 0600);
        PEM_write_PrivateKey(secret, key.get(), nullptr, nullptr, 0, nullptr, nullptr);
        std::fclose(secret);
        return files;
    }

private:
    fs::path folder_;
};

// A client of OpenSSL's own.
class TlsClient {
public:
    explicit TlsClient(unsigned short port, int most = TLS1_3_VERSION)
        : socket_(port), context_(SSL_CTX_new(TLS_client_method())) {
        SSL_CTX_set_max_proto_version(context_.get(), most);
        SSL_CTX_set_min_proto_version(context_.get(), TLS1_VERSION);
        SSL_CTX_set_security_level(context_.get(), 0);
        ssl_.reset(SSL_new(context_.get()));
        SSL_set_fd(ssl_.get(), socket_.socket());
        greeted_ = SSL_connect(ssl_.get()) == 1;
    }

    bool greeted() const { return greeted_; }
    std::string host() const {
        Held<X509, X509_free> const shown(SSL_get1_peer_certificate(ssl_.get()));
        char name[100] = "";
        X509_NAME_get_text_by_NID(X509_get_subject_name(shown.get()), NID_commonName, name,
                                  sizeof name);
        return name;
    }
    void send(std::string_view bytes) {
        SSL_write(ssl_.get(), bytes.data(), static_cast<int>(bytes.size()));
    }
    // Up to this text, or to the end.
    std::string read_until(std::string_view text) {
        std::string all;
        char some[16384];
        while (all.find(text) == all.npos) {
            int const n = SSL_read(ssl_.get(), some, sizeof some);
            if (n <= 0) break;
            all.append(some, static_cast<std::size_t>(n));
        }
        return all;
    }

private:
    Client socket_;
    Held<SSL_CTX, SSL_CTX_free> context_;
    Held<SSL, SSL_free> ssl_;
    bool greeted_;
};

Settings encrypted(TlsFiles const& files) {
    auto settings = quick_settings();
    settings.tls = Tls::open(files).value();
    settings.hsts = true;
    return settings;
}

std::string refused(TlsFiles const& files) {
    auto const tls = Tls::open(files);
    return tls ? "" : tls.refusal().text;
}

}  // namespace

TEST(Tls, ServesOverTwelveAndThirteenAndNothingOlder) {
    Files const files;
    TestHouse house(echo, encrypted(files.make("one")));
    for (int const version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
        TlsClient client(house.server.port(), version);
        ASSERT_TRUE(client.greeted());
        for (int i = 0; i < 2; ++i) {
            client.send("GET /a HTTP/1.1\r\nHost: x\r\n\r\n");
            auto const answer = client.read_until("GET/a");
            EXPECT_NE(answer.find("Strict-Transport-Security: max-age="), answer.npos) << answer;
        }
    }
    EXPECT_FALSE(TlsClient(house.server.port(), TLS1_1_VERSION).greeted());
}

TEST(Tls, CarriesLargeBodiesBothWays) {
    Files const files;
    TestHouse house(echo, encrypted(files.make("one")));
    TlsClient client(house.server.port());
    std::string const body(900'000, 'x');
    client.send("POST /photo HTTP/1.1\r\nHost: x\r\nContent-Length: 900000\r\n\r\n" + body);
    auto const answer = client.read_until("]");
    EXPECT_GT(answer.size(), body.size());
    EXPECT_TRUE(answer.ends_with("x]"));
}

TEST(Tls, DoesNotWaitForTheSlowToGreet) {
    Files const files;
    TestHouse house(echo, encrypted(files.make("one")));
    auto silent = house.client();
    auto plain = house.client();
    plain.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_TRUE(silent.is_closed_soon());
    EXPECT_EQ(plain.read_to_end().find("HTTP/1.1"), std::string::npos);
    // Nor for the head of a request, once greeted.
    TlsClient slow(house.server.port());
    slow.send("GET / HTT");
    EXPECT_EQ(slow.read_until("408").substr(0, 12), "HTTP/1.1 408");
}

TEST(Tls, StopsWhileClientsAreThere) {
    Files const files;
    TestHouse house(echo, encrypted(files.make("one")));
    auto silent = house.client();
    TlsClient idle(house.server.port());
    house.server.stop();
    EXPECT_EQ(idle.read_until("x"), "");
}

TEST(Tls, ShowsTheRenewedCertificateToWhoComesNext) {
    Files const files;
    auto const one = files.make("one");
    auto settings = encrypted(one);
    auto const tls = settings.tls;
    TestHouse house(echo, settings);
    TlsClient early(house.server.port());
    auto const two = files.make("two");
    fs::copy_file(two.certificate, one.certificate, fs::copy_options::overwrite_existing);
    EXPECT_EQ(tls->reload().refusal().text, "tls.key_differs");
    EXPECT_EQ(TlsClient(house.server.port()).host(), "one") << "the old one stays";
    fs::copy_file(two.key, one.key, fs::copy_options::overwrite_existing);
    EXPECT_TRUE(tls->reload());
    EXPECT_EQ(TlsClient(house.server.port()).host(), "two");
    early.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_NE(early.read_until("GET/").find("200 OK"), std::string::npos);
}

TEST(Tls, NamesWhatIsWrongWithTheFiles) {
    Files const files;
    auto const one = files.make("one"), two = files.make("two");
    EXPECT_EQ(refused({files.at("none"), one.key}), "tls.certificate");
    EXPECT_EQ(refused({one.certificate, files.at("none")}), "tls.key");
    EXPECT_EQ(refused({one.certificate, one.certificate}), "tls.key_open");
    EXPECT_EQ(refused({one.certificate, two.key}), "tls.key_differs");
    std::ofstream(files.at("junk")) << "no PEM";
    fs::permissions(files.at("junk"), fs::perms::owner_read);
    EXPECT_EQ(refused({files.at("junk"), one.key}), "tls.certificate");
    EXPECT_EQ(refused({one.certificate, files.at("junk")}), "tls.key");
    EXPECT_EQ(refused({one.certificate, one.key, "TLS_NO_SUCH_SUITE"}), "tls.suites");
    EXPECT_EQ(refused({one.certificate, one.key, "TLS_AES_256_GCM_SHA384"}), "");
}

}  // namespace banshi::server
