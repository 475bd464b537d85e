#pragma once
// The log as plain files (C2SP tlog-tiles), for a web server, a mirror or the day after us: all
// tiles, all bundles of entries, and the signed checkpoint.

#include <filesystem>
#include <string>

#include "base/result.h"

namespace banshi {
class Transaction;
}

namespace banshi::record {

// Writes what is missing of the newest head below the folder and gives how many files. Whole
// tiles never change, so they are left alone where they exist. Refused: record.not_signed_yet.
Result<std::uint64_t> export_log(Transaction&, std::string const& district,
                                 std::filesystem::path const& folder);

}  // namespace banshi::record
