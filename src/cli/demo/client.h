#pragma once
// One who uses the running program over HTTP, as a browser or a kiosk does: keeps its cookies and
// repeats the token that stands beside them.

#include <boost/json.hpp>
#include <memory>
#include <string>
#include <string_view>

namespace banshi::demo {

namespace json = boost::json;

struct Heard {
    long status = 0;  // 0: nobody answered
    json::value body;

    bool good() const { return status >= 200 && status < 300; }
    // The stable code of a refusal; empty for all else.
    std::string_view code() const;
};

class Client {
public:
    explicit Client(std::string base);  // "http://127.0.0.1:8080/api/v1/xinqu"
    ~Client();

    void carry(std::string_view device_token);
    Heard log_in(std::string const& login, std::string const& password);
    Heard get(std::string const& path);
    Heard post(std::string const& path, json::object const& form = {});

private:
    struct Line;  // the connection
    struct Form;  // a body and its idempotency key
    Heard ask(std::string const& path, Form const*);

    std::string base_;
    std::string bearer_;
    std::unique_ptr<Line> line_;
};

}  // namespace banshi::demo
