#pragma once
// The rows behind the ledger, in the order of handing in; for ledger.cpp alone.

#include "systems/voices/ledger.h"

namespace banshi::voices::rows {

struct VoiceSpan {  // empty words mean everything
    Instant from;
    Instant to;
    std::string kind;
    std::string source;
    std::string street;
    std::string unit;
    Instant after_at;  // of the row that the page before ended with
    std::string after_id;
};
std::int64_t count_handed_in(Call&, VoiceSpan const&);
std::vector<Voice> handed_in(Call&, VoiceSpan const&, int limit);

struct VoiceExport {
    std::string id;
    Instant at;
    AccountId account;
    std::string who;
    std::string filter;   // in words
    std::string request;  // JSON
    bool masked;
    std::string why;
};
void insert(Call&, VoiceExport const&);
std::optional<VoiceExport> find_export(Call&, std::string const& id);
std::vector<VoiceExport> latest_exports(Call&, int limit);

}  // namespace banshi::voices::rows
