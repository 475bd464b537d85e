#pragma once
// The rows of single sign-on.

#include "systems/sign_on/sign_on.h"

namespace banshi::sign_on::rows {

struct Link {
    std::string issuer;
    std::string subject;
    AccountId account;
    Instant linked_at;
};
std::optional<Link> find_link(Call&, std::string const& issuer, std::string const& subject);
std::vector<Link> list_links(Call&, AccountId const&);
bool insert_link(Call&, Link const&);  // false: it is somebody's
bool delete_link(Call&, Link const&);

struct Attempt {
    std::string attempt;  // hash
    std::string issuer;
    std::string subject;
    bool strong;
    bool used;
    Instant ends_at;
};
std::optional<Attempt> find_attempt(Call&, std::string const& hash);
void put_attempt(Call&, Attempt const&);
void delete_attempts_ended(Call&, Instant before, int limit);

struct Deed {
    std::string id;
    Instant at;
    What deed;
    AccountId account;
    AccountId actor;
    std::string issuer;
    std::string subject;
};
void insert_deed(Call&, Deed const&);
std::vector<Deed> list_deeds(Call&, int limit);

}  // namespace banshi::sign_on::rows
