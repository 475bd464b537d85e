#include "server/api.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

#include "engines/people/keys.h"
#include "server/house_for_test.h"

namespace banshi::server {

namespace {

// A small office: a board with one line of text.
std::atomic<int> writings = 0;
std::string board = "empty";

struct Board {
    std::string name;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(Board, (), (name, text))
struct ReadBoard {
    std::string name;
    std::optional<std::vector<std::string>> tags;
};
BOOST_DESCRIBE_STRUCT(ReadBoard, (), (name, tags))
struct WriteBoard {
    std::string name;
    int line;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(WriteBoard, (), (name, line, text))
struct NoFields {};
BOOST_DESCRIBE_STRUCT(NoFields, (), ())

Result<Board> read_board(Call& call, ReadBoard const& in) {
    if (in.name == "none") return Refusal{Why::not_found, "board.missing"};
    if (in.name == "broken") throw std::runtime_error("disk");
    auto out = Board{in.name, board + (call.language == Language::en ? "!" : "")};
    for (auto const& tag : in.tags.value_or(std::vector<std::string>{})) out.text += "+" + tag;
    return out;
}
Result<Board> write_board(Call& call, WriteBoard const& in) {
    if (in.text == "full") return Refusal{Why::full, "board.full"};
    ++writings;
    board = in.text + std::to_string(in.line);
    call.tx.announce("board/" + in.name);
    return Board{in.name, board};
}
Result<File> print_board(Call&, NoFields const&) {
    return File{"text/plain", "号.txt", "printed", "print-1"};
}
Result<std::optional<Board>> next_board(Call&, NoFields const&) { return std::optional<Board>{}; }

// What systems/route.h does for systems, as far as this office needs it.
Answer answer_of(Board const& board, Zone const& zone) { return {shape::write(board, zone), {}}; }
Answer answer_of(File const& file, Zone const&) { return {nullptr, file}; }
Answer answer_of(std::optional<Board> const&, Zone const&) { return {}; }

template <class In, class Out>
Deed offer(Right right, std::string verb, bool writes, Result<Out> (*use_case)(Call&, In const&)) {
    auto serve = [right, use_case](Call& call, json::object const& in,
                                   shape::Source source) -> Result<Answer> {
        if (right != anyone && call.actor.kind == Actor::Kind::visitor)
            return Refusal{Why::unauthenticated, "session.missing"};
        if (right != anyone && !call.actor.holds(right))
            return Refusal{Why::forbidden, "right.missing"};
        auto const form = TRY(shape::read<In>(in, source));
        return answer_of(TRY(use_case(call, form)), call.district.zone());
    };
    auto* const gives = std::is_same_v<Out, File> ? nullptr : shape::schema<Board>;
    return {std::move(verb), std::move(right), writes, shape::schema<In>(), gives, serve};
}

Deed sealed(Deed deed) {
    deed.sealed = true;
    return deed;
}

System office() {
    return {.name = "office",
            .title = "office.title",
            .routes = {
                {"get", "/boards/{name}", offer(anyone, "read_board", false, read_board), 200,
                 "board/{name}"},
                {"post", "/boards/{name}/{line}",
                 offer("office.write", "write_board", true, write_board), 201},
                {"post", "/sealed-boards/{name}/{line}",
                 sealed(offer(anyone, "seal_board", true, write_board)), 201},
                {"get", "/boards/print", offer(anyone, "print_board", false, print_board)},
                {"post", "/boards/next", offer(anyone, "next_board", true, next_board)},
                {"post", "/board-search", offer(anyone, "find_board", false, read_board)},
            }};
}

class ApiTest : public testing::Test {
protected:
    void SetUp() override {
        writings = 0;
        board = "empty";
        for (auto const& [language, name] : {std::pair{Language::zh, "zh"}, {Language::en, "en"}}) {
            auto const file = std::string("text/") + name + "/server.toml";
            std::stringstream text;
            text << std::ifstream(file).rdbuf();
            texts_.add(language, text.str(), file);
        }
        people::use_keys(people::fresh_keys(system_random()));
        store_ = open_emptied_store({.url = "sqlite:" + file_, .durable = false});
        ApiParts parts{.sites = {{&district_, {&system_}}},
                       .store = *store_,
                       .hub = hub_,
                       .texts = texts_,
                       .random = system_random(),
                       .metrics = metrics_,
                       .now = quick_settings().now,
                       .identify = [](auto&, auto&, Request const& request, Instant) {
                           return actor_of(request);
                       }};
        api_.emplace(std::move(parts));
        store_->on_announce([this](auto const& topics) { api_->announced(topics); });
        server_.emplace(quick_settings(), api_->handler(), hub_);
        server_->start();
    }
    void TearDown() override {
        server_.reset();
        store_.reset();
        for (auto const* end : {"", "-wal", "-shm"}) std::filesystem::remove(file_ + end);
    }

    static Result<Actor> actor_of(Request const& request) {
        if (request.header("Authorization") == "Bearer false")
            return Refusal{Why::unauthenticated, "session.missing"};
        Actor actor;
        if (request.cookie(session_cookie).empty()) return actor;
        actor.kind = Actor::Kind::staff;
        actor.account = AccountId{"a1"};
        actor.session = request.cookie(session_cookie);
        if (request.cookie(session_cookie) == "writer") actor.grants = {{"office.write", "/"}};
        return actor;
    }

    std::string ask(std::string const& line, std::string const& headers = "",
                    std::string const& body = "") {
        Client client(server_->port());
        auto const length = body.empty() ? "" : "Content-Type: application/json\r\n";
        return client.ask(line + " HTTP/1.1\r\nHost: x\r\n" + length + headers +
                          "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
    }
    std::string write(std::string const& key, std::string const& body,
                      std::string const& path = "/api/v1/north/boards/hall/7") {
        return ask("POST " + path,
                   "Cookie: banshi_session=writer\r\nIdempotency-Key: " + key + "\r\n", body);
    }
    // "404 route.missing name"
    static std::string outcome(std::string const& answer) {
        auto out = answer.substr(9, 3);
        if (answer.find("application/problem+json") == answer.npos) return out;
        auto const body = json::parse(answer.substr(answer.find("\r\n\r\n") + 4)).as_object();
        EXPECT_EQ(std::to_string(body.at("status").as_int64()), out);
        EXPECT_FALSE(body.at("title").as_string().starts_with("problem."));
        out += std::string(" ") + body.at("code").as_string().c_str();
        if (auto const* field = body.if_contains("field"))
            out += std::string(" ") + field->as_string().c_str();
        return out;
    }
    static std::string body_of(std::string const& answer) {
        return answer.substr(answer.find("\r\n\r\n") + 4);
    }

    std::string const file_ = testing::TempDir() + "banshi_api_test_" + std::to_string(getpid());
    District district_{"north", Zone{"Asia/Shanghai"}, nullptr};
    System system_ = office();
    Texts texts_;
    Metrics metrics_;
    Hub hub_{1};
    std::unique_ptr<Store> store_;
    std::optional<Api> api_;
    std::optional<Server> server_;
};

}  // namespace

TEST_F(ApiTest, AnswersFromTheUseCase) {
    auto const answer = ask("GET /api/v1/north/boards/hall?tags=a&tags=%E5%8F%B7");
    EXPECT_EQ(outcome(answer), "200");
    EXPECT_EQ(body_of(answer), R"({"name":"hall","text":"empty+a+号"})");
    EXPECT_NE(answer.find("Cache-Control: no-store\r\n"), answer.npos);
    EXPECT_EQ(body_of(ask("GET /api/v1/north/boards/hall", "Accept-Language: en-GB,zh;q=0.5\r\n")),
              R"({"name":"hall","text":"empty!"})");
    EXPECT_EQ(body_of(ask("GET /api/v1/north/boards/hall",
                          "Accept-Language: en\r\nCookie: elder=1; lang=zh\r\n")),
              R"({"name":"hall","text":"empty"})");
    auto const text = [&](std::string const& wanted) {
        auto const header = "Accept-Language: " + wanted + "\r\n";
        return body_of(ask("GET /api/v1/north/boards/hall", header));
    };
    for (auto const* english : {"EN", "zh;q=0.1,en;q=0.9", "fr, en-US;q=0.7, zh;q=0.3"})
        EXPECT_EQ(text(english), R"({"name":"hall","text":"empty!"})") << english;
    for (auto const* chinese : {"en;q=0,zh", "ben,zh", "zh,en", "fr"})
        EXPECT_EQ(text(chinese), R"({"name":"hall","text":"empty"})") << chinese;
    EXPECT_EQ(body_of(ask("HEAD /api/v1/north/boards/hall")).size(), 0u);
}

// An ID number may stand in no address, nor in a log of addresses.
TEST_F(ApiTest, AQuestionMayComeInABodyAndWritesNothing) {
    auto const body = R"({"name":"hall","tags":["a"]})";
    EXPECT_EQ(body_of(ask("POST /api/v1/north/board-search", "", body)),
              R"({"name":"hall","text":"empty+a"})");
    EXPECT_EQ(outcome(ask("POST /api/v1/north/board-search?name=hall", "", "{}")),
              "400 request.repeated name");
    EXPECT_EQ(writings, 0);
}

TEST_F(ApiTest, RefusesWithAStableCode) {
    EXPECT_EQ(outcome(ask("GET /api/v1/north/boards/none")), "404 board.missing");
    EXPECT_EQ(outcome(ask("GET /api/v1/south/boards/hall")), "404 district.not_found");
    EXPECT_EQ(outcome(ask("GET /api/v1/north/boats/hall")), "404 route.missing");
    EXPECT_EQ(outcome(ask("GET /api/v1/north/boards/hall/")), "404 route.missing");
    EXPECT_EQ(outcome(ask("GET /api/v1/north")), "404 route.missing");
    EXPECT_EQ(outcome(ask("GET /nowhere")), "404 route.missing");
    EXPECT_EQ(outcome(ask("GET /api/v1/north/boards/hall?colour=red")), "422 shape.unknown colour");
    EXPECT_EQ(outcome(ask("GET /api/v1/north/boards/hall?name=b")), "400 request.repeated name");
    EXPECT_EQ(outcome(ask("GET /api/v1/north/boards/broken")), "503 house.broken");
    EXPECT_EQ(outcome(ask("GET /api/v1/north/boards/hall", "Authorization: Bearer false\r\n")),
              "401 session.missing");
    EXPECT_EQ(outcome(ask("GET /%zz")), "400 request.malformed");
}

TEST_F(ApiTest, TellsTheMethodsThatAPathHas) {
    auto const refused = ask("PUT /api/v1/north/boards/hall");
    EXPECT_EQ(outcome(refused), "405 route.method");
    EXPECT_NE(refused.find("Allow: GET, HEAD, OPTIONS\r\n"), refused.npos) << refused;
    EXPECT_EQ(outcome(ask("BREW /api/v1/north/boards/hall")), "405 route.method");
    auto const options = ask("OPTIONS /api/v1/north/boards/hall/1");
    EXPECT_EQ(outcome(options), "204");
    EXPECT_NE(options.find("Allow: POST, OPTIONS\r\n"), options.npos) << options;
}

TEST_F(ApiTest, WritesOnceForOneKey) {
    auto const first = write("k1", R"({"text":"line"})");
    EXPECT_EQ(outcome(first), "201");
    EXPECT_EQ(body_of(first), R"({"name":"hall","text":"line7"})");
    auto const again = write("k1", R"({"text":"line"})");
    EXPECT_EQ(outcome(again), "201");
    EXPECT_EQ(body_of(again), body_of(first));
    EXPECT_EQ(writings, 1);
    EXPECT_EQ(outcome(write("k1", R"({"text":"other"})")),
              "422 idempotency.key_reused Idempotency-Key");
    EXPECT_EQ(outcome(write("k2", R"({"text":"full"})")), "409 board.full");
    EXPECT_EQ(outcome(write("k2", R"({"text":"now it fits"})")), "201");
}

// A phone that asks again must find its code again, and nobody else may read it.
TEST_F(ApiTest, KeepsASecretAnswerForItsKeyUnderTheHousesOwn) {
    auto const write = [&](std::string const& key, std::string const& body) {
        return ask("POST /api/v1/north/sealed-boards/hall/7", "Idempotency-Key: " + key + "\r\n",
                   body);
    };
    auto const first = write("k1", R"({"text":"line"})");
    EXPECT_EQ(outcome(first), "201");
    EXPECT_EQ(body_of(write("k1", R"({"text":"line"})")), body_of(first));
    EXPECT_EQ(writings, 1);
    std::stringstream file;
    file << std::ifstream(file_).rdbuf() << std::ifstream(file_ + "-wal").rdbuf();
    EXPECT_EQ(file.str().find("line7"), std::string::npos);
}

TEST_F(ApiTest, RefusesAWriteThatIsNotSound) {
    EXPECT_EQ(outcome(ask("POST /api/v1/north/boards/hall/7", "", R"({"text":"x"})")),
              "400 idempotency.key_missing Idempotency-Key");
    EXPECT_EQ(outcome(write(std::string(129, 'k'), "{}")),
              "400 idempotency.bad_key Idempotency-Key");
    EXPECT_EQ(outcome(write("a", "{")), "400 request.no_json");
    EXPECT_EQ(outcome(write("a", "[1]")), "400 request.not_an_object");
    EXPECT_EQ(outcome(write("a", std::string(5000, '['))), "400 request.no_json");
    EXPECT_EQ(outcome(write("a", "{}")), "422 shape.missing text");
    EXPECT_EQ(outcome(write("a", R"({"text":1})")), "422 shape.kind text");
    EXPECT_EQ(outcome(write("a", R"({"text":"x","name":"y"})")), "400 request.repeated name");
    EXPECT_EQ(outcome(write("a", R"({"text":"x"})", "/api/v1/north/boards/hall/seven")),
              "422 shape.kind line");
    EXPECT_EQ(outcome(write("a", std::string(70'000, ' '))), "413 request.too_large");
    EXPECT_EQ(outcome(ask("POST /api/v1/north/boards/hall/7",
                          "Content-Type: text/plain\r\nIdempotency-Key: a\r\n"
                          "Content-Length: 2\r\n\r\n{}")),
              "415 request.unsupported_type");
    EXPECT_EQ(writings, 0);
}

TEST_F(ApiTest, AsksForTheRight) {
    auto const body = R"({"text":"x"})";
    EXPECT_EQ(outcome(ask("POST /api/v1/north/boards/hall/7", "Idempotency-Key: a\r\n", body)),
              "401 session.missing");
    EXPECT_EQ(outcome(ask("POST /api/v1/north/boards/hall/7",
                          "Cookie: banshi_session=reader\r\nIdempotency-Key: a\r\n", body)),
              "403 right.missing");
    EXPECT_EQ(writings, 0);
}

TEST_F(ApiTest, HandsOutFilesAndNothing) {
    auto const file = ask("GET /api/v1/north/boards/print");
    EXPECT_EQ(body_of(file), "printed");
    EXPECT_NE(file.find("Content-Disposition: attachment; filename*=UTF-8''%E5%8F%B7.txt\r\n"),
              file.npos)
        << file;
    EXPECT_NE(file.find("Cache-Control: private, max-age=31536000, immutable\r\n"), file.npos);
    EXPECT_NE(file.find("ETag: \"print-1\"\r\n"), file.npos);
    auto const known = ask("GET /api/v1/north/boards/print", "If-None-Match: W/\"print-1\"\r\n");
    EXPECT_EQ(outcome(known), "304");
    EXPECT_EQ(outcome(ask("POST /api/v1/north/boards/next", "Idempotency-Key: a\r\n")), "204");
}

TEST_F(ApiTest, StreamsALiveAddress) {
    Client first(server_->port()), second(server_->port()), english(server_->port());
    auto const listen = [](Client& client, std::string const& language) {
        client.send("GET /api/v1/north/boards/hall HTTP/1.1\r\nHost: x\r\nAccept-Language: " +
                    language + "\r\nAccept: text/event-stream\r\n\r\n");
        auto const head = client.read_until("\r\n\r\n");
        EXPECT_NE(head.find("text/event-stream"), head.npos) << head;
    };
    auto const next = [](Client& client) {
        for (;;) {
            auto event = client.read_until("\n\n");
            if (event != ":\n\n") return event.substr(std::min(event.find("data:"), event.size()));
        }
    };
    listen(first, "zh");
    listen(second, "zh");
    listen(english, "en");
    for (auto* client : {&first, &second})
        EXPECT_EQ(next(*client), "data: {\"name\":\"hall\",\"text\":\"empty\"}\n\n");
    EXPECT_EQ(next(english), "data: {\"name\":\"hall\",\"text\":\"empty!\"}\n\n");
    while (hub_.readers() != 3) std::this_thread::yield();

    EXPECT_EQ(outcome(write("k", R"({"text":"news"})")), "201");
    for (auto* client : {&first, &second})
        EXPECT_EQ(next(*client), "data: {\"name\":\"hall\",\"text\":\"news7\"}\n\n");
    EXPECT_EQ(next(english), "data: {\"name\":\"hall\",\"text\":\"news7!\"}\n\n");

    Client refused(server_->port());
    EXPECT_EQ(outcome(refused.ask("GET /api/v1/north/boards/none HTTP/1.1\r\nHost: x\r\n"
                                  "Accept: text/event-stream\r\n\r\n")),
              "404 board.missing");
}

TEST_F(ApiTest, WatchesWhatSomebodyReadsAndNothingElse) {
    std::string const stream = "Accept: text/event-stream\r\nAuthorization: Bearer ";
    for (char letter = 'a'; letter <= 'z'; ++letter)
        ask("GET /api/v1/north/boards/none", stream + std::string(10'000, letter) + "\r\n");
    EXPECT_EQ(api_->watches(), 0u);
    {
        Client one(server_->port()), other(server_->port());
        for (auto* client : {&one, &other}) {
            client->send("GET /api/v1/north/boards/hall HTTP/1.1\r\nHost: x\r\n" + stream +
                         (client == &one ? "a" : "b") + "\r\n\r\n");
            EXPECT_EQ(client->read_answer().substr(9, 3), "200");
        }
        EXPECT_EQ(api_->watches(), 1u) << "who has no session sees the same";
    }
    while (api_->watches()) std::this_thread::yield();
}

TEST_F(ApiTest, DescribesItself) {
    auto const answer = ask("GET /api/v1/openapi.json");
    auto const document = json::parse(body_of(answer)).as_object();
    EXPECT_EQ(document.at("openapi").as_string(), "3.1.0");
    EXPECT_EQ(document.at("servers").at(0).at("url").as_string(), "/api/v1/{district}");
    auto const& paths = document.at("paths").as_object();
    EXPECT_EQ(paths.size(), 6u);
    auto const& search = paths.at("/board-search").at("post").as_object();
    EXPECT_TRUE(search.contains("requestBody"));
    EXPECT_EQ(search.at("parameters").as_array().size(), 0u);  // nothing in the address, no key
    auto const& writing = paths.at("/boards/{name}/{line}").at("post");
    EXPECT_EQ(writing.at("operationId").as_string(), "write_board");
    EXPECT_EQ(writing.at("parameters").as_array().size(), 3u);  // name, line and the key
    EXPECT_EQ(writing.at("security").as_array().size(), 2u);
    auto const& schema =
        writing.at("requestBody").at("content").at("application/json").at("schema");
    EXPECT_EQ(json::serialize(schema.at("required")), R"(["text"])");
    EXPECT_TRUE(writing.at("responses").as_object().contains("201"));
    auto const& reading = paths.at("/boards/{name}").at("get");
    EXPECT_EQ(reading.at("security").as_array().size(), 0u);
    EXPECT_TRUE(
        reading.at("responses").at("200").at("content").as_object().contains("text/event-stream"));
}

TEST_F(ApiTest, TellsHowItIs) {
    EXPECT_EQ(body_of(ask("GET /healthz")), "ok\n");
    EXPECT_EQ(body_of(ask("GET /readyz")), "ready\n");
    ask("GET /api/v1/north/boards/secret-name");
    auto const metrics = ask("GET /metrics");
    EXPECT_NE(metrics.find("route=\"/boards/{name}\""), metrics.npos) << metrics;
    EXPECT_EQ(metrics.find("secret-name"), metrics.npos);
}

}  // namespace banshi::server
