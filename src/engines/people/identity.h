#pragma once
// Who a person is on paper: name, document and mobile number, as people type them and as the
// office keeps them. Pure functions; nothing here knows a table.

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/time.h"

namespace banshi::people {

enum class DocumentKind {
    id_card,           // 居民身份证  18 digits, GB 11643
    residence_permit,  // 港澳台居民居住证  numbered like an ID card
    foreign_permit,    // 外国人永久居留身份证
    passport,          // 护照
};
BOOST_DESCRIBE_ENUM(DocumentKind, id_card, residence_permit, foreign_permit, passport)

struct Document {  // 证件
    DocumentKind kind = DocumentKind::id_card;
    std::string number;
    bool operator==(Document const&) const = default;
};

// As typed; `identify` checks and normalises it.
struct Identity {
    std::string name;
    std::string id_number;
    std::string phone;  // may be empty where the person stands at a desk or kiosk
    DocumentKind kind = DocumentKind::id_card;
};

// Full-width letters and digits become plain ones, blanks and hyphens go, x becomes X.
std::string normalise_id_number(std::string_view typed);

// Normalised and checked; refuses person.bad_id_number, field id_number. An ID card must have
// its check digit and a birth date that exists, from 1800 to `today`.
Result<Document> read_document(DocumentKind, std::string_view typed, Day today);

// 1[3-9] and nine digits, without blanks, hyphens and +86; refuses person.bad_phone, field phone.
Result<std::string> normalise_phone(std::string_view typed);

// The first mobile number that stands in such a text, normalised: "0451-86512345/138 1234 5678".
std::optional<std::string> mobile_in(std::string_view typed);

// Trimmed, at least one and at most 60 characters; refuses person.name_missing, field name.
Result<std::string> normalise_name(std::string_view typed);

std::string masked_name(std::string_view name);            // 张*
std::string masked_id_number(std::string_view id_number);  // 230***********1234
std::string masked_phone(std::string_view phone);          // 138****5678, ******45

}  // namespace banshi::people
