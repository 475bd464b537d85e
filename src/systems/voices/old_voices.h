#pragma once
// Advice of the years before this platform 历史建言, as offices keep it in their tables: its
// columns, and what a line of it says.

#include <map>

#include "documents/table_file.h"
#include "engines/matters/imports.h"
#include "systems/voices/members.h"

namespace banshi::voices {

// With all the names that a head may have, in both languages.
std::vector<documents::TableColumn> old_columns(Texts const&);

// Names as tables write them, and what they are called here.
class OldNames {
public:
    explicit OldNames(Call&);

    std::optional<std::string> kind(std::string const& written) const;
    std::optional<std::string> topic(std::string const& written) const;
    std::optional<std::string> disclosure(std::string const& written) const;
    std::optional<std::string> outcome(std::string const& written) const;
    std::optional<std::string> street(std::string const& written) const;
    std::optional<std::string> unit(std::string const& written) const;
    // The one member of this name, in this role and street; none where two are called so.
    std::string member(Source, OrgId const& street, std::string const& name) const;

private:
    using Names = std::map<std::string, std::string>;
    Names kinds_, topics_, disclosures_, outcomes_, streets_, units_, members_;
};

struct OldVoice {  // of no use where there are faults
    matters::Past past;
    Voice voice;  // without ids
    std::vector<Author> authors;
    std::vector<matters::LineRemark> faults, remarks;
};
OldVoice read_old(Call const&, OldNames const&, std::vector<std::string> const& columns,
                  std::vector<std::string> const& cells);

// The old number, or the number, or what stands for a line that has none.
std::string old_identity(std::vector<std::string> const& columns,
                         std::vector<std::string> const& cells);

}  // namespace banshi::voices
