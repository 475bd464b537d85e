#include "engines/matters/import_views.h"

#include <algorithm>
#include <deque>
#include <mutex>

namespace banshi::matters {

namespace {

constexpr std::size_t most_ready = 2;

// "标题、问题描述" for the columns that differ.
std::string named_fields(Call const& call, std::string const& keys, std::string const& ledger) {
    std::string out;
    for (std::size_t at = 0; at < keys.size();) {
        auto const end = std::min(keys.find(',', at), keys.size());
        if (!out.empty()) out += call.texts.say(call.language, "matter.and");
        out += call.texts.say(call.language, ledger + keys.substr(at, end - at));
        at = end + 1;
    }
    return out;
}

std::vector<RemarkView> said(Call const& call, std::vector<LineRemark> const& remarks,
                             std::string const& ledger) {
    std::vector<RemarkView> out;
    for (auto const& [column, code, facts] : remarks) {
        auto told = facts;
        if (auto const fields = told.find("fields"); fields != told.end())
            fields->second = named_fields(call, fields->second, ledger);
        out.push_back({column.empty() ? "" : call.texts.say(call.language, ledger + column),
                       call.texts.say(call.language, "matter.import." + code, told)});
    }
    return out;
}

class Desk {
public:
    void lay(std::string const& key, FileRead read) {
        std::scoped_lock const lock(mutex_);
        files_.emplace_back(key, std::move(read));
        if (files_.size() > most_ready) files_.pop_front();
    }
    std::optional<FileRead> take(std::string const& key) {
        std::scoped_lock const lock(mutex_);
        auto const found = std::ranges::find(files_, key, &std::pair<std::string, FileRead>::first);
        if (found == files_.end()) return std::nullopt;
        auto read = std::move(found->second);
        files_.erase(found);
        return read;
    }

private:
    std::mutex mutex_;
    std::deque<std::pair<std::string, FileRead>> files_;
};

Desk& desk() {
    static Desk here;
    return here;
}

std::string key_of(Call const& call, std::string const& book, std::string const& sha256) {
    return call.district.name() + "/" + book + "/" + sha256;
}

}  // namespace

ImportView view_of(Import const& import) {
    auto const layout = layout_of(import);
    ImportView view{};
    view.import_id = import.id;
    view.name = import.name;
    view.sha256 = import.sha256;
    view.state = import.state;
    view.at = import.at;
    view.who = import.who;
    view.lines = import.lines();
    view.fresh = import.fresh;
    view.present = import.present;
    view.bad = import.bad;
    view.looked_at = import.pages == 0 ? 0 : import.lines() * import.next_page / import.pages;
    view.taken = import.taken;
    view.refused = import.refused;
    view.kept = import.kept;
    view.heads = layout.heads;
    view.ignored = layout.ignored;
    view.passed = layout.passed;
    view.committed_at = import.committed_at;
    view.committed_by = import.committed_by;
    view.undone_at = import.undone_at;
    view.undone_by = import.undone_by;
    view.undone_why = import.undone_why;
    return view;
}

LinesView view_of(Call& call, Import const& import, std::optional<LineState> state, int from_page,
                  std::string const& ledger) {
    auto page = lines_of(call, import, state, from_page);
    LinesView view{layout_of(import).heads, {}, page.next};
    for (auto& line : page.lines) {
        auto faults = said(call, line.faults, ledger);
        auto remarks = said(call, line.remarks, ledger);
        view.lines.push_back({line.line, line.state, std::move(line.cells), std::move(faults),
                              std::move(remarks), line.number});
    }
    return view;
}

std::string reason_of(Call const& call, ImportLine const& line, std::string const& ledger) {
    std::string out;
    for (auto const& [column, words] : said(call, line.faults, ledger))
        out += (out.empty() ? "" : "\n") + (column.empty() ? "" : column + ": ") + words;
    return out;
}

void lay_ready(Call const& call, FileRead read) {
    auto const key = key_of(call, read.book, read.sha256);
    desk().lay(key, std::move(read));
}

std::optional<FileRead> take_ready(Call const& call, std::string const& book,
                                   std::string const& sha256) {
    return desk().take(key_of(call, book, sha256));
}

}  // namespace banshi::matters
