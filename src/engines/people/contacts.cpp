#include "engines/people/contacts.h"

#include <algorithm>
#include <map>
#include <set>

#include "engines/people/account_rows.h"
#include "engines/people/identity.h"
#include "engines/people/keys.h"
#include "engines/people/policy.h"

namespace banshi::people {

namespace {

constexpr std::size_t longest_email = 254;  // RFC 5321 and its erratum 1690

// Letters, digits and what RFC 5322 calls atext, but no quotes: nobody's office has such.
bool is_part(std::string_view part, std::string_view others) {
    if (part.empty() || part.front() == '.' || part.back() == '.') return false;
    if (part.find("..") != part.npos) return false;
    return std::ranges::all_of(part, [&](unsigned char c) {
        return c < 0x80 && (std::isalnum(c) || others.find(char(c)) != others.npos);
    });
}

bool is_email(std::string_view text) {
    auto const at = text.rfind('@');
    if (at == text.npos || at > 64 || text.size() > longest_email) return false;
    auto const domain = text.substr(at + 1);
    return is_part(text.substr(0, at), "!#$%&'*+-/=?^_`{|}~.") && is_part(domain, "-.") &&
           domain.find('.') != domain.npos;
}

std::string trimmed(std::string_view text) {
    auto const first = text.find_first_not_of(" \t\n");
    if (first == text.npos) return "";
    return std::string(text.substr(first, text.find_last_not_of(" \t\n") - first + 1));
}

}  // namespace

Result<std::string> normalise_email(std::string_view typed) {
    auto const email = trimmed(typed);
    if (!is_email(email)) return Refusal{Why::invalid, "account.bad_email", {}, "email"};
    return email;
}

std::string masked_email(std::string_view email) {
    auto const at = email.rfind('@');
    if (email.empty() || at == email.npos) return "";
    return std::string(email.substr(0, 1)) + "***" + std::string(email.substr(at));
}

Result<void> set_contact(Call& call, AccountId const& id, Contact const& typed) {
    auto const account = rows::find_account(call, id);
    if (!account || account->kind != AccountKind::staff)
        return Refusal{Why::not_found, "account.not_found", id.text};
    Contact contact;
    if (auto const phone = trimmed(typed.phone); !phone.empty())
        contact.phone = TRY(normalise_phone(phone));
    if (auto const email = trimmed(typed.email); !email.empty())
        contact.email = TRY(normalise_email(email));
    rows::put_contact(
        call, id,
        {seal_filled(contact.phone, call.random), seal_filled(contact.email, call.random)});
    return {};
}

Contact contact_of(Call& call, AccountId const& id) {
    auto const sealed = rows::find_contact(call, id).value_or(Contact{});
    return {unseal_filled(sealed.phone), unseal_filled(sealed.email)};
}

std::vector<AccountId> holders(Call& call, Right const& right, std::string_view node) {
    std::map<std::string, std::set<AccountId>, std::less<>> at_node;
    for (auto const& [account, role_id, at] : rows::list_all_roles(call)) {
        auto const* role = call.district.policy<Policy>().role(role_id);
        if (role && std::ranges::count(role->rights, right)) at_node[at].insert(account);
    }
    if (at_node.empty()) return {};
    std::set<AccountId> active;
    for (auto const& row : rows::list_accounts(call, AccountKind::staff))
        if (row.active) active.insert(row.id);

    for (auto at = std::string(node);;
         at = at.rfind('/') == 0 ? "/" : at.substr(0, at.rfind('/'))) {
        std::vector<AccountId> found;
        if (auto const held = at_node.find(at); held != at_node.end())
            std::ranges::set_intersection(held->second, active, std::back_inserter(found));
        if (!found.empty() || at == "/" || at.find('/') == at.npos) return found;
    }
}

}  // namespace banshi::people
