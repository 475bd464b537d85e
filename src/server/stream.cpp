// One stream of server-sent events. Ten thousand phones wait on these, so it holds a socket
// and an empty queue, and no buffer.

#include <sys/socket.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/basic_stream_descriptor.hpp>

#include "server/worker.h"

namespace banshi::server {

namespace asio = boost::asio;
using boost::system::error_code;
using Descriptor = asio::posix::basic_stream_descriptor<asio::io_context::executor_type>;

// Events that the kernel could not take yet. Most streams never have one.
struct Backlog {
    std::vector<Bytes> waiting;
    std::size_t bytes = 0;  // of all that wait
    std::size_t sent = 0;   // of the first
    bool holds_head = false;

    // A newer state makes superfluous what waits, but the head of the answer must go out, and
    // what has begun must end.
    void forget_unsent() {
        bool const first_stays = sent > 0 || holds_head;
        waiting.resize(std::min<std::size_t>(waiting.size(), first_stays ? 1 : 0));
        bytes = waiting.empty() ? 0 : waiting[0]->size();
    }
};

class Stream final : public Subscriber,
                     public WatchedStream,
                     public std::enable_shared_from_this<Stream> {
public:
    Stream(std::shared_ptr<Worker> worker, int socket, StreamSeats seats)
        : worker_(std::move(worker)), socket_(*worker_->io, socket), seats_(std::move(seats)) {
        ++worker_->house->connections;
    }
    ~Stream() override { --worker_->house->connections; }

    void open(Opening, std::string head);
    void deliver(Bytes const&, Telling) override;
    void heartbeat() override;
    void close() override;

private:
    void await_end();
    void await_room();
    void flush();

    std::shared_ptr<Worker> worker_;
    Descriptor socket_;
    StreamSeats seats_;
    Hold hold_;
    std::unique_ptr<Backlog> backlog_;
    bool is_listed_ = false;  // with the worker and the hub
    bool is_closed_ = false;
};

void Stream::open(Opening opening, std::string head) {
    hold_ = std::move(opening.hold);
    // A small buffer in the kernel tells soon who does not keep up.
    int const buffer = 64 * 1024;
    ::setsockopt(socket_.native_handle(), SOL_SOCKET, SO_SNDBUF, &buffer, sizeof buffer);
    deliver(std::make_shared<std::string const>(std::move(head)), Telling::event);
    if (is_closed_) return;
    beat = worker_->tick % worker_->streams.size();
    worker_->streams[beat].add(*this);
    is_listed_ = true;
    worker_->house->hub.subscribe(worker_->shard, *this, opening.topic, opening.after);
    if (!is_closed_) await_end();
}

// Whatever a reader sends is of no interest, but for the end of the connection.
void Stream::await_end() {
    socket_.async_wait(Descriptor::wait_read, [self = shared_from_this()](error_code error) {
        if (error || self->is_closed_) return self->close();
        char scrap[512];
        auto const n = ::recv(self->socket_.native_handle(), scrap, sizeof scrap, MSG_DONTWAIT);
        if (n == 0 || (n < 0 && errno != EAGAIN && errno != EINTR)) return self->close();
        self->await_end();
    });
}

static std::size_t send_now(int socket, std::string_view bytes, bool& broken) {
    auto const n = ::send(socket, bytes.data(), bytes.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
    broken = n < 0 && errno != EAGAIN && errno != EINTR;
    return n < 0 ? 0 : std::size_t(n);
}

void Stream::deliver(Bytes const& bytes, Telling kind) {
    if (is_closed_) return;
    if (!bytes) return close();
    std::size_t sent = 0;
    if (!backlog_) {
        bool broken = false;
        sent = send_now(socket_.native_handle(), *bytes, broken);
        if (broken) return close();
        if (sent == bytes->size()) return;
        backlog_ = std::make_unique<Backlog>();
        backlog_->sent = sent;
        backlog_->holds_head = !is_listed_;  // the head is sent before all else
        await_room();
    }
    if (kind == Telling::state) backlog_->forget_unsent();
    backlog_->waiting.push_back(bytes);
    backlog_->bytes += bytes->size();
    if (backlog_->bytes > worker_->house->settings.limits.stream_queue_bytes) close();
}

void Stream::await_room() {
    socket_.async_wait(Descriptor::wait_write, [self = shared_from_this()](error_code error) {
        if (error || self->is_closed_) return self->close();
        self->flush();
    });
}

void Stream::flush() {
    auto& waiting = backlog_->waiting;
    while (!waiting.empty()) {
        bool broken = false;
        auto const rest = std::string_view(*waiting.front()).substr(backlog_->sent);
        auto const sent = send_now(socket_.native_handle(), rest, broken);
        if (broken) return close();
        if (sent < rest.size()) {
            backlog_->sent += sent;
            return await_room();
        }
        backlog_->bytes -= waiting.front()->size();
        backlog_->sent = 0;
        backlog_->holds_head = false;
        waiting.erase(waiting.begin());
    }
    backlog_.reset();
}

void Stream::heartbeat() {
    static auto const comment = std::make_shared<std::string const>(":\n\n");
    deliver(comment, Telling::event);
}

void Stream::close() {
    if (std::exchange(is_closed_, true)) return;
    auto const self = shared_from_this();
    if (is_listed_) {
        worker_->streams[beat].remove(*this);
        worker_->house->hub.unsubscribe(worker_->shard, *this);
    }
    hold_.reset();
    backlog_.reset();
    error_code ignored;
    socket_.close(ignored);
}

void serve_stream(std::shared_ptr<Worker> worker, int socket, StreamSeats seats, Opening opening,
                  std::string head) {
    std::make_shared<Stream>(std::move(worker), socket, std::move(seats))
        ->open(std::move(opening), std::move(head));
}

}  // namespace banshi::server
