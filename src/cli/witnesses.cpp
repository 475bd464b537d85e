#include "cli/witnesses.h"

#include <spdlog/spdlog.h>

#include <future>

#include "base/config.h"
#include "cli/city.h"
#include "engines/notices/http_post.h"
#include "engines/record/encoding.h"
#include "engines/record/heads.h"

namespace banshi::cli {

namespace fs = std::filesystem;

struct WitnessSetting {
    std::string name;
    std::string name_en;
    std::string key;
    std::string url;
};
BOOST_DESCRIBE_STRUCT(WitnessSetting, (), (name, name_en, key, url))

struct WitnessSettings {
    int needed;
    std::vector<WitnessSetting> witnesses;
};
BOOST_DESCRIBE_STRUCT(WitnessSettings, (), (needed, witnesses))

Result<record::Witnesses> read_witnesses(fs::path const& file) {
    record::Witnesses out;
    if (!fs::exists(file)) return out;
    auto const settings = TRY(config::read<WitnessSettings>(read_file(file), file.string()));
    out.needed = settings.needed;
    auto const wrong = [&](std::string const& field, std::string const& allowed) {
        return Refusal{
            Why::invalid,
            "config.choice",
            field,
            field,
            {{"file", file.string()}, {"line", "1"}, {"field", field}, {"allowed", allowed}}};
    };
    for (auto const& each : settings.witnesses) {
        auto const key = record::read_verifier_key(each.key);
        if (!key || key.value().kind != record::KeyKind::witness)
            return wrong("key", "name+hash+base64");
        out.all.push_back({each.name, each.name_en, each.url, key.value()});
    }
    bool const fits = out.all.empty() || (out.needed >= 1 && out.needed <= int(out.all.size()));
    if (!fits) return wrong("needed", "1 .. " + std::to_string(out.all.size()));
    return out;
}

namespace {

constexpr Seconds patience{5};

// What one witness is asked, and what came of it.
struct Question {
    record::KnownWitness const* witness;
    std::uint64_t old_size = 0;
    std::string body = {};
    notices::Posted answer = {};
    std::optional<std::uint64_t> knows = {};  // after a 409: the size it has
};

void ask(Question& question, std::string const& authorities) {
    question.answer = notices::post({.url = question.witness->url + "/add-checkpoint",
                                     .body = question.body,
                                     .headers = {"Content-Type: text/plain; charset=utf-8"},
                                     .authorities = authorities,
                                     .timeout = patience});
    if (question.answer.status != 409) return;
    auto text = std::string_view(question.answer.body);
    if (auto const line = record::take_line(text)) question.knows = record::read_size(*line);
}

void ask_all(std::vector<Question>& questions, std::string const& authorities) {
    std::vector<std::future<void>> asked;
    for (auto& question : questions)
        asked.push_back(std::async(std::launch::async, [&] { ask(question, authorities); }));
    for (auto& each : asked) each.get();
}

void write_bodies(Store& store, std::string const& log, std::uint64_t size,
                  std::vector<Question>& questions) {
    store.read_now([&](Transaction& tx) {
        for (auto& question : questions)
            question.body =
                record::witness_request(tx, log, size, std::min(question.old_size, size)).value();
    });
}

std::string said_by(Question const& question) {
    auto const& answer = question.answer;
    return answer.status ? std::to_string(answer.status) : answer.trouble;
}

void keep(Environment const& here, record::Witnesses const& witnesses, Store& store,
          std::string const& log, std::uint64_t size, std::vector<Question> const& questions) {
    store.write_now([&](Transaction& tx) {
        for (auto const& question : questions) {
            auto const& [witness, old_size, body, answer, knows] = question;
            record::note_answer(tx, log, {witness->key.name, here.now(), said_by(question)});
            if (answer.status != 200) continue;
            auto const kept =
                record::keep_cosignatures(tx, log, size, answer.body, witnesses.keys(), here.now());
            if (!kept) spdlog::error("record: {}: {}", witness->key.name, kept.refusal().text);
        }
        return true;
    });
}

}  // namespace

std::vector<std::string> ask_witnesses(Environment const& here, record::Witnesses const& witnesses,
                                       Store& store, std::string const& log) {
    std::vector<Question> questions;
    std::uint64_t size = 0;
    store.read_now([&](Transaction& tx) {
        auto const head = record::newest_head(tx, log);
        if (!head) return;
        size = head->size;
        for (auto const& witness : witnesses.all) {
            auto const newest = record::newest_of(tx, log, witness.key.name);
            if (newest && newest->size >= size) continue;
            questions.push_back({&witness, newest ? newest->size : 0});
        }
    });
    if (questions.empty()) return {};
    write_bodies(store, log, size, questions);
    ask_all(questions, here.authorities);
    keep(here, witnesses, store, log, size, questions);

    // A witness that remembers another size than we do is asked again from there.
    std::vector<Question> again;
    std::vector<std::string> refusing;
    for (auto const& question : questions) {
        auto const& name = question.witness->title;
        if (question.knows && *question.knows <= size)
            again.push_back({question.witness, *question.knows});
        else if (question.answer.status == 422 || question.knows)
            refusing.push_back(name);
    }
    if (again.empty()) return refusing;
    write_bodies(store, log, size, again);
    ask_all(again, here.authorities);
    keep(here, witnesses, store, log, size, again);
    for (auto const& question : again)
        if (question.answer.status == 422) refusing.push_back(question.witness->title);
    return refusing;
}

}  // namespace banshi::cli
