#pragma once
// An e-mail as its bytes: RFC 5322 with the encodings of MIME, so that Chinese arrives whole
// through servers of any age. Pure.

#include "engines/notices/notices.h"

namespace banshi::notices {

struct Mail {
    std::string from;  // plain addresses, ASCII
    std::string to;
    Letter letter;
};
std::string mail_message(Mail const&);

}  // namespace banshi::notices
