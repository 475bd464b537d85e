#pragma once
// A world with an outbox, for the tests of notices: an adapter that keeps what it got and answers
// as told.

#include "engines/notices/notices.h"
#include "engines/people/accounts.h"
#include "engines/people/contacts.h"
#include "engines/people/people.h"
#include "engines/people/world_for_test.h"

namespace banshi::notices {

using namespace std::chrono_literals;

class Outbox : public people::World {
protected:
    void SetUp() override {
        World::SetUp();
        if (IsSkipped()) return;
        texts.add(Language::zh, "[notice.booking]\nconfirmed = \"已预约 {time}\"\n", "zh");
        texts.add(Language::en, "[notice.booking]\nconfirmed = \"Booked for {time}\"\n", "en");
        people::use_password_cost(people::PasswordCost::least);
        set({{22h}, {7h}, 60, 100, 3});
    }
    void set(Policy const& policy) { district.set(policy); }

    static Notice confirmed(std::string phone = "13812345678") {
        Notice notice;
        notice.text = "booking.confirmed";
        notice.phone = std::move(phone);
        notice.facts = {{"time", "09:30"}};
        return notice;
    }
    void put(Notice const& notice) {
        write([&](Call& call) { return queue(call, notice), 0; });
        now += 1ms;
    }
    Delivered run() {
        Adapter const keeper{[this](Letter const& letter) {
                                 letters.push_back(letter);
                                 if (answer.trouble == "throw")
                                     throw std::runtime_error("http://secret@line");
                                 return answer;
                             },
                             true};
        Adapters const adapters{
            {Channel::sms, keeper}, {Channel::email, keeper}, {Channel::wecom, keeper}};
        return deliver(*store, district, texts, adapters, system_random(), now);
    }
    AccountId staff(std::string const& login, people::Contact const& contact) {
        return write([&](Call& call) {
            auto const id = people::create_account(call, {people::AccountKind::staff,
                                                          login,
                                                          login,
                                                          "a good password",
                                                          {{"clerk", "/xinqu/hall-1"}}})
                                .value();
            people::set_contact(call, id, contact).value();
            return id;
        });
    }
    std::vector<Shown> outbox() {
        return write([](Call& call) { return list_outbox(call, 10); });
    }

    std::vector<Letter> letters;
    Answer answer{Outcome::sent};
};

}  // namespace banshi::notices
