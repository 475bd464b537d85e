#pragma once
// What letters and digests have in common: their words, and a sheet that grows block by block.

#include <boost/describe/enum_to_string.hpp>

#include "base/shape.h"
#include "documents/sheet.h"
#include "store/call.h"

namespace banshi::voices {

class PaperWords {
public:
    PaperWords(Call const& call, std::string group) : call_(call), group_(std::move(group)) {}

    std::string operator()(std::string const& key, Facts const& facts = {}) const;
    std::string day(Instant) const;
    template <class Word>
    std::string of(std::string const& group, Word word) const {
        return (*this)(group + "_" + boost::describe::enum_to_string(word, ""));
    }

private:
    Call const& call_;
    std::string group_;  // [voices.letter]
};

class Paper {
public:
    Paper(std::string name, PaperWords const& words) : sheet_{std::move(name), {}}, words_(words) {}

    void add(documents::Block block) { sheet_.blocks.push_back(std::move(block)); }
    // Nothing where there is no text.
    void add_part(std::string heading, std::string const& text);
    // The key names what stands beside it; rows without a value are left out.
    void add_facts(std::vector<std::pair<char const*, std::string>> const&);
    Result<File> printed(Instant now, std::string const& name) const;

private:
    documents::Sheet sheet_;
    PaperWords const& words_;
};

}  // namespace banshi::voices
