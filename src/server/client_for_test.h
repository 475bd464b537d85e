#pragma once
// A plain client for the tests: it sends bytes as they are, good or bad, and reads bytes.

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <string>
#include <string_view>

namespace banshi::server {

class Client {
public:
    explicit Client(unsigned short port, int receive_buffer = 0) {
        socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        if (receive_buffer)
            ::setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &receive_buffer, sizeof receive_buffer);
        sockaddr_in to{};
        to.sin_family = AF_INET;
        to.sin_port = htons(port);
        to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        is_open_ = ::connect(socket_, reinterpret_cast<sockaddr*>(&to), sizeof to) == 0;
    }
    ~Client() { ::close(socket_); }
    Client(Client const&) = delete;
    Client& operator=(Client const&) = delete;

    bool is_open() const { return is_open_; }
    int socket() const { return socket_; }

    void send(std::string_view bytes) {
        while (!bytes.empty()) {
            auto const n = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (n <= 0) return;
            bytes.remove_prefix(std::size_t(n));
        }
    }

    // Reads until the text has come, and returns all up to its end; what came at all when the
    // connection ends or five seconds pass.
    std::string read_until(std::string_view text) {
        for (;;) {
            if (auto const at = held_.find(text); at != held_.npos) return take(at + text.size());
            if (!read_more()) return take(held_.size());
        }
    }

    std::string read_to_end() {
        while (read_more()) {}
        return take(held_.size());
    }

    // One whole answer with a Content-Length.
    std::string read_answer(bool head_only = false) {
        auto head = read_until("\r\n\r\n");
        auto const at = head.find("Content-Length: ");
        if (head_only || at == head.npos) return head;
        auto const length = std::stoul(head.substr(at + 16));
        while (held_.size() < length && read_more()) {}
        return head + take(length);
    }

    std::string ask(std::string_view bytes) {
        send(bytes);
        return read_answer();
    }

    // Has the server closed, without a byte more?
    bool is_closed_soon() { return !read_more() && held_.empty() && ended_; }

private:
    std::string take(std::size_t n) {
        auto out = held_.substr(0, n);
        held_.erase(0, n);
        return out;
    }

    bool read_more() {
        pollfd wait{socket_, POLLIN, 0};
        if (::poll(&wait, 1, 5000) <= 0) return false;
        char buffer[65536];
        auto const n = ::recv(socket_, buffer, sizeof buffer, 0);
        ended_ = n <= 0;
        if (n > 0) held_.append(buffer, std::size_t(n));
        return n > 0;
    }

    int socket_;
    bool is_open_ = false;
    bool ended_ = false;
    std::string held_;
};

}  // namespace banshi::server
