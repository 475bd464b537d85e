#pragma once
// A ZIP file from outside, read with care: nothing in it is believed, and what comes out is
// counted while it comes.

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace banshi::documents {

class Archive {
public:
    using Taker = std::function<Result<void>(std::string_view piece, bool is_last)>;

    // The bytes must outlive it. Refuses archive.broken.
    static Result<Archive> open(std::string_view bytes, std::size_t may_unpack);

    bool has(std::string const& name) const;
    // Gives the part to the taker piece by piece. Refuses archive.broken, archive.too_large
    // when all parts together unpack to more than they may, and what the taker refuses.
    Result<void> read(std::string const& name, Taker const&);

    Archive(Archive&&) noexcept;
    ~Archive();

private:
    struct Zip;
    explicit Archive(std::unique_ptr<Zip>);
    std::unique_ptr<Zip> zip_;
};

}  // namespace banshi::documents
