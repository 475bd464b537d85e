#include "tamper/matrix.h"

#include <cstdio>

namespace banshi::tamper {

namespace {

// So many scenarios are enough for one forgery.
constexpr int enough = 3;

}  // namespace

void Matrix::try_all(scenario::World& world, std::string const& scenario) {
    std::vector<tampering::Column> columns;
    world.look([&](Transaction& tx) {
        columns = tampering::all_columns(tx);
        std::map<std::string, bool> empty;
        for (auto const& column : columns) {
            tried_.try_emplace(column.table + " deleted");
            tried_.try_emplace(column.table + " forged");
            if (column.name != "district") tried_.try_emplace(column.table + "." + column.name);
            if (!empty.contains(column.table))
                empty[column.table] = tampering::is_empty(tx, column.table);
        }
        std::erase_if(columns, [&](tampering::Column const& each) { return empty[each.table]; });
    });
    for (auto const& forgery : tampering::forgeries_of(columns, world.backend())) {
        auto& tried = tried_[forgery.what];
        if (tried.named >= 4 * enough) continue;
        switch (world.verified_after([&](Transaction& tx) {
            tampering::drop_guards(tx);
            return tampering::commit(tx, forgery) > 0;
        })) {
            case scenario::Noticed::nothing:
                if (tried.unnamed.empty()) tried.unnamed = scenario + ": " + forgery.sql;
                break;
            case scenario::Noticed::breach:
                ++tried.named;
                break;
            case scenario::Noticed::refused:
                break;
        }
    }
}

bool Matrix::agrees_with(std::string const& file) const {
    tampering::Reasons reasons(file);
    int named = 0, missing = 0;
    for (auto const& [what, tried] : tried_) {
        if (tried.named > 0 && tried.unnamed.empty()) {
            ++named;
            continue;
        }
        if (reasons.excuse(what)) continue;
        ++missing;
        std::printf("%s: %s\n", what.c_str(),
                    tried.unnamed.empty() ? "no scenario has it"
                                          : ("nobody notices " + tried.unnamed).c_str());
    }
    auto const idle = reasons.unneeded("");
    for (auto const& of : idle) std::printf("%s: a reason that nothing needs\n", of.c_str());
    std::printf("%d named, %d excused, %d missing\n", named,
                static_cast<int>(tried_.size()) - named - missing, missing);
    return missing == 0 && idle.empty();
}

}  // namespace banshi::tamper
