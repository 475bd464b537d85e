#pragma once
// The original ledger 原始台账 as other programs and offices write it: its columns, and what a line
// of it says. Pure but for the names of streets and units.

#include <map>

#include "documents/table_file.h"
#include "engines/matters/imports.h"
#include "systems/supervision/supervision.h"

namespace banshi::supervision {

// With all the names that a head may have, in both languages.
std::vector<documents::TableColumn> import_columns(Texts const&);

// Names as ledgers write them, and what they are called here.
class ImportNames {
public:
    explicit ImportNames(Call&);

    std::optional<std::string> kind(std::string const& written) const;
    std::optional<std::string> grade(std::string const& written) const;
    std::optional<std::string> category(std::string const& written) const;
    std::optional<std::string> channel(std::string const& written) const;
    std::optional<std::string> outcome(std::string const& written) const;
    // 办结: that it is finished, and not how.
    bool is_only_finished(std::string const& written) const;
    // 更正: a line that says more of the one above.
    bool is_correction(std::string const& channel) const;
    std::optional<std::string> rating(std::string const& written) const;
    std::optional<OrgId> street(std::string const& written) const;
    std::optional<OrgId> unit(std::string const& written) const;

private:
    using Names = std::map<std::string, std::string>;
    Names kinds_, grades_, categories_, channels_, outcomes_, ratings_, streets_, units_;
    Names finished_, corrections_;
};

struct LineRead {
    matters::Past past;  // of no use where there are faults
    std::vector<matters::LineRemark> faults, remarks;
    bool correction = false;
};
LineRead read_line(Call const&, ImportNames const&, std::vector<std::string> const& columns,
                   std::vector<std::string> const& cells);

}  // namespace banshi::supervision
