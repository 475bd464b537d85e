#pragma once
// Carries what other programs ask of the faces of systems (see systems/system.h) through the
// store to them, and what the server itself must say to them in their own format.

#include <functional>
#include <optional>

#include "server/http.h"
#include "store/store.h"
#include "systems/system.h"

namespace banshi::server {

// Deeds that may wait for the store; whoever would be the next is asked to come again.
inline constexpr std::size_t longest_backlog = 5'000;

class Faces {
public:
    struct Parts {
        Store& store;
        Texts const& texts;
        Random& random;
        std::function<Instant()> now;
    };
    struct Open {  // a face and where it is open
        Face const* face;
        std::vector<District const*> districts;
    };

    explicit Faces(Parts);
    void add(Face const&, District const&);  // both must outlive the faces

    // Whether the address is one of a face; the answer comes later.
    bool serve(Request const&, Respond const&);
    // Nothing where the address is no face's.
    std::optional<std::size_t> body_limit(Request const&) const;
    std::optional<Reply> problem(Request const&, Refusal const&, int status) const;

private:
    struct Visit;
    std::optional<Visit> visit(Request const&) const;
    void run(std::shared_ptr<Visit> const&, District const&);
    Said served(Transaction&, Visit const&, District const&);
    Reply refused(Visit const&, Refusal const&, int status = 0) const;

    Parts parts_;
    std::vector<Open> faces_;
};

}  // namespace banshi::server
