#include "engines/record/export.h"

#include "engines/record/head_file.h"
#include "engines/record/heads.h"
#include "engines/record/record.h"

namespace banshi::record {

Result<std::uint64_t> export_log(Transaction& tx, std::string const& district,
                                 std::filesystem::path const& folder) {
    auto const head = newest_head(tx, district);
    if (!head) return Refusal{Why::conflict, "record.not_signed_yet"};
    std::uint64_t files = 0;
    for (auto const& tile : tiles_of(head->size)) {
        auto const path = folder / "tile" / tile_path(tile);
        if (std::filesystem::exists(path)) continue;
        std::filesystem::create_directories(path.parent_path());
        replace_file(path, TRY(tile_bytes(tx, district, head->size, tile)));
        ++files;
    }
    // Last, so that whoever reads the checkpoint finds all that it speaks of.
    replace_file(folder / "checkpoint", head->note);
    return files;
}

}  // namespace banshi::record
