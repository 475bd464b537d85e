// What the record says of 同感: each that counts has its entry, and none was counted by hand.

#include <map>

#include "engines/record/audit.h"
#include "engines/record/record.h"
#include "systems/voices/supports.h"
#include "systems/voices/system.h"

namespace banshi::voices {

namespace {

using record::text_field;

constexpr int page_rows = 1000;

class SupportAudit : public record::Audit {
public:
    void see(record::Seen const& seen) override {
        if (seen.kind == Supported::kind)
            said_.insert_or_assign(std::string(text_field(seen.body, "h")),
                                   Said{seen.seq, std::string(text_field(seen.body, "n"))});
        else if (seen.kind == Unsupported::kind)
            said_.erase(std::string(text_field(seen.body, "h")));
    }
    std::vector<record::Breach> finish(Instant) override { return {}; }
    std::vector<record::Breach> compare(Call&) override;

private:
    struct Said {
        std::uint64_t seq;
        std::string number;
    };
    std::map<std::string, Said> said_;  // by the hash of its row
};

std::vector<record::Breach> SupportAudit::compare(Call& call) {
    auto const& district = call.district.name();
    auto const size = record::tip(call.tx, district).size;
    for (auto const& [kind, body] : record::waiting_entries(call.tx, district))
        see({size, kind, {}, body});
    std::vector<record::Breach> found;
    rows::Support last{};
    for (;;) {
        auto const page = rows::supports_behind(call, last, page_rows);
        for (auto const& support : page) {
            if (!said_.extract(hex(fingerprint_of(support))).empty()) continue;
            auto const voice = find_voice(call, support.voice);
            auto const number = voice ? number_of(call, voice.value()) : support.voice;
            found.push_back({"breach.row_without_leaf", 0, {{"number", number}}});
        }
        if (page.size() < page_rows) break;
        last = page.back();
    }
    for (auto const& [hash, said] : said_)
        found.push_back({"breach.leaf_without_row",
                         said.seq,
                         {{"number", said.number}, {"seq", std::to_string(said.seq)}}});
    return found;
}

}  // namespace

std::unique_ptr<record::Audit> support_audit() { return std::make_unique<SupportAudit>(); }

}  // namespace banshi::voices
