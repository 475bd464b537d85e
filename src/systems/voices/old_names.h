#pragma once
// What stands in the tables of the years before this platform, in all its spellings.

#include <map>
#include <set>

#include "systems/voices/members.h"

namespace banshi::voices {

// Names as tables write them, and what they are called here.
class OldNames {
public:
    explicit OldNames(Call&);

    std::optional<std::string> kind(std::string const& written) const;
    std::optional<std::string> topic(std::string const& written) const;
    std::optional<std::string> disclosure(std::string const& written) const;
    std::optional<std::string> outcome(std::string const& written) const;
    std::optional<std::string> rating(std::string const& written) const;
    std::optional<std::string> street(std::string const& written) const;
    std::optional<std::string> unit(std::string const& written) const;
    // The one member of this name, in this role and street; none where two are called so.
    std::string member(Source, OrgId const& street, std::string const& name) const;

    // It says no more than that somebody is one.
    bool says_adviser(std::string const& written) const;

private:
    void add_streets(Call&);

    using Names = std::map<std::string, std::string>;
    Names kinds_, topics_, disclosures_, outcomes_, ratings_, streets_, units_, members_;
    std::set<std::string> advisers_;
};

}  // namespace banshi::voices
