#include "engines/notices/notices.h"

#include <boost/json.hpp>

#include "engines/notices/outbox_rows.h"
#include "engines/people/people.h"

namespace banshi::notices {

namespace json = boost::json;

namespace {

std::string word_of(Language language) { return language == Language::en ? "en" : "zh"; }

std::string sealed_facts(Call& call, Facts const& facts) {
    json::object all;
    for (auto const& [name, value] : facts) all[name] = value;
    return people::seal(json::serialize(all), call.random);
}

std::string opened(std::string const& sealed) {
    return sealed.empty() ? "" : people::unseal(sealed);
}

}  // namespace

void queue(Call& call, Notice const& notice) {
    rows::Row row{};
    row.id = fresh_id_text(call.now, call.random);
    row.channel = notice.channel;
    row.language = word_of(notice.language.value_or(call.language));
    row.text = notice.text;
    row.person = notice.person;
    if (!notice.phone.empty()) row.phone = people::seal(notice.phone, call.random);
    row.facts = sealed_facts(call, notice.facts);
    if (!notice.once.empty()) row.once = notice.once;
    row.about = notice.about;
    row.urgent = notice.urgent;
    row.due_at = notice.not_before.value_or(call.now);
    row.ends_at = notice.until;
    row.queued_at = call.now;
    rows::insert(call, row);
}

void withdraw(Call& call, std::string_view about) { rows::drop_queued(call, about); }

bool any_sent(Call& call, std::string_view about) { return rows::exists_tried(call, about); }

std::vector<Shown> list_outbox(Call& call, int limit) {
    std::vector<Shown> out;
    for (auto const& row : rows::list_newest(call, limit)) {
        auto phone = people::masked_phone(opened(row.phone));
        if (phone.empty()) phone = people::masked(call, row.person).phone;
        out.push_back({row.id, row.queued_at, row.state, row.channel, row.text, std::move(phone),
                       opened(row.words), row.attempts, row.trouble});
    }
    return out;
}

void forget_old(Call& call, Instant before, int limit) {
    rows::delete_settled(call, before, limit);
}

}  // namespace banshi::notices
