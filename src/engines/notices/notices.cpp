#include "engines/notices/notices.h"

#include <boost/json.hpp>

#include "base/check.h"
#include "engines/notices/outbox_rows.h"
#include "engines/people/accounts.h"
#include "engines/people/contacts.h"
#include "engines/people/people.h"
#include "engines/record/encoding.h"

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

std::string sealed_attachment(Call& call, std::optional<File> const& file) {
    if (!file) return "";
    json::object const all{
        {"type", file->type}, {"name", file->name}, {"bytes", record::base64(file->bytes)}};
    return people::seal(json::serialize(all), call.random);
}

struct Recipient {
    Channel channel;
    AccountId account = {};
    std::string robot = {};
    bool staff = false;
    bool nobody = false;

    // Keeps the `once` of a notice to many apart.
    std::string key() const {
        if (!account.empty()) return "/" + account.text;
        return robot.empty() ? "" : "/" + robot;
    }
};

// The first channel of the district that the account has an address for.
Channel channel_of(Call& call, AccountId const& account) {
    auto const& channels = call.district.policy<Policy>().staff.channels;
    auto const contact = people::contact_of(call, account);
    for (auto const channel : channels) {
        bool const mail = channel == Channel::email;
        if (!(mail ? contact.email : contact.phone).empty()) return channel;
    }
    return channels.empty() ? Channel::sms : channels.front();
}

Recipient to_account(Call& call, Notice const& notice, AccountId const& account) {
    return {notice.channel.value_or(channel_of(call, account)), account, "", true};
}

std::vector<Recipient> to_unit(Call& call, Notice const& notice, Unit const& unit) {
    if (!notice.channel)
        for (auto const& robot : call.district.policy<Policy>().robots)
            if (robot.node == unit.node) return {{robot.channel, {}, robot.name, true}};
    std::vector<Recipient> all;
    for (auto const& account : people::holders(call, unit.right, unit.node))
        all.push_back(to_account(call, notice, account));
    if (all.empty()) all.push_back({Channel::sms, {}, "", true, true});
    return all;
}

std::vector<Recipient> recipients(Call& call, Notice const& notice) {
    // A robot speaks to a group: the settings say which, and only for units.
    CHECK(notice.channel != Channel::wecom && notice.channel != Channel::dingtalk);
    if (notice.unit) return to_unit(call, notice, *notice.unit);
    if (!notice.account.empty()) return {to_account(call, notice, notice.account)};
    return {{notice.channel.value_or(Channel::sms)}};
}

std::string language_of(Call& call, Notice const& notice, Recipient const& to) {
    return word_of(notice.language.value_or(to.staff ? Language::zh : call.language));
}

}  // namespace

ShortMessages short_messages(District const& district) {
    return district.has<ShortMessages>() ? district.policy<ShortMessages>() : ShortMessages::none;
}

void queue(Call& call, Notice const& notice) {
    auto const attachment = sealed_attachment(call, notice.attachment);
    for (auto const& each : recipients(call, notice)) {
        rows::Row row{};
        row.id = fresh_id_text(call.now, call.random);
        row.channel = each.channel;
        row.language = language_of(call, notice, each);
        row.text = notice.text;
        row.person = notice.person;
        if (!notice.phone.empty()) row.phone = people::seal(notice.phone, call.random);
        row.facts = sealed_facts(call, notice.facts);
        if (!notice.once.empty()) row.once = notice.once + each.key();
        row.about = notice.about;
        row.urgent = notice.urgent;
        row.due_at = notice.not_before.value_or(call.now);
        row.ends_at = notice.until;
        row.queued_at = call.now;
        row.account = each.account;
        row.robot = each.robot;
        row.staff = each.staff;
        row.number = notice.number;
        rows::insert(call, row, attachment);
        // Kept where the administrator looks, and not lost.
        if (each.nobody) rows::give_up(call, row.id, "nobody_holds_right");
    }
}

void withdraw(Call& call, std::string_view about) { rows::drop_unsent(call, about); }

bool any_sent(Call& call, std::string_view about) { return rows::exists_tried(call, about); }

namespace {

std::string masked_address(Call& call, rows::Row const& row) {
    if (!row.account.empty()) {
        auto const contact = people::contact_of(call, row.account);
        return row.channel == Channel::email ? people::masked_email(contact.email)
                                             : people::masked_phone(contact.phone);
    }
    auto const phone = people::masked_phone(opened(row.phone));
    return phone.empty() ? people::masked(call, row.person).phone : phone;
}

std::string name_of(Call& call, rows::Row const& row) {
    if (row.account.empty()) return row.robot;
    auto const account = people::find_account(call, row.account);
    return account ? account->name : "";
}

// Given up for a reason that may pass, and not when nobody was there to be told.
bool may_retry(rows::Row const& row) {
    bool const to_somebody =
        !row.account.empty() || !row.robot.empty() || !row.phone.empty() || !row.person.empty();
    return row.state == State::failed && to_somebody;
}

}  // namespace

std::vector<Shown> list_outbox(Call& call, int limit, Look const& look) {
    // Ids begin with a figure below 8 (48 bits of time in base 32).
    auto const before = look.before.empty() ? "8" : look.before;
    auto const found = look.state ? rows::list_newest(call, *look.state, before, limit)
                                  : rows::list_newest(call, before, limit);
    std::vector<Shown> out;
    for (auto const& row : found)
        out.push_back({row.id, row.queued_at, row.state, row.channel, row.text,
                       masked_address(call, row), opened(row.words), row.attempts, row.trouble,
                       name_of(call, row), row.number, row.about, may_retry(row)});
    return out;
}

std::vector<Attempt> list_attempts(Call& call, Channel channel, Instant since, int limit) {
    return rows::list_attempts(call, channel, since, limit);
}

Result<void> retry(Call& call, std::string const& id) {
    auto const row = rows::find(call, id);
    if (!row) return Refusal{Why::not_found, "notice.not_found", id};
    if (!may_retry(*row)) return Refusal{Why::conflict, "notice.not_failed", id};
    rows::begin_again(call, id);
    return {};
}

void forget_old(Call& call, Instant before, int limit) {
    rows::delete_settled(call, before, limit);
}

}  // namespace banshi::notices
