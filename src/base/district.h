#pragma once
// A District 区 is a name and the policies in force there: values, read and checked at start.

#include <any>
#include <map>
#include <memory>
#include <string>
#include <typeindex>
#include <utility>

#include "base/calendar.h"
#include "base/time.h"

namespace banshi {

class District {
public:
    District(std::string name, Zone zone, std::shared_ptr<WorkCalendar const> calendar)
        : name_(std::move(name)), zone_(std::move(zone)), calendar_(std::move(calendar)) {}

    template <class Policy>
    void set(Policy policy) {
        policies_[typeid(Policy)] = std::make_shared<Policy const>(std::move(policy));
    }

    // One for several districts, where it is large.
    template <class Policy>
    void share(std::shared_ptr<Policy const> policy) {
        policies_[typeid(Policy)] = std::move(policy);
    }

    template <class Policy>
    Policy const& policy() const {
        return *std::any_cast<std::shared_ptr<Policy const> const&>(policies_.at(typeid(Policy)));
    }

    template <class Policy>
    bool has() const {
        return policies_.contains(typeid(Policy));
    }

    // Short name in addresses and first part of every key in the store: "xinqu".
    std::string const& name() const { return name_; }
    // Where people reach its pages, for links on paper: "https://banshi.example/xinqu".
    std::string const& address() const { return address_; }
    void set_address(std::string address) { address_ = std::move(address); }
    Zone const& zone() const { return zone_; }
    WorkCalendar const& calendar() const { return *calendar_; }

private:
    std::string name_;
    std::string address_;
    Zone zone_;
    std::shared_ptr<WorkCalendar const> calendar_;
    std::map<std::type_index, std::any> policies_;
};

}  // namespace banshi
