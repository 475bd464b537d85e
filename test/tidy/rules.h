#pragma once
// The house rules that a machine can read. STYLE.md tells why; each rule here reads the whole
// tree and returns what it would have refused in a review.

#include "tidy/tree.h"

namespace banshi::tidy {

// layers.cpp
Complaints layers(Tree const&);           // who may include whom
Complaints network_headers(Tree const&);  // Boost.Asio and Beast: five .cpp files, no header
Complaints described_headers(Tree const&);

// sizes.cpp
Complaints file_sizes(Tree const&);
Complaints line_widths(Tree const&);
Complaints function_sizes(Tree const&);

// leftovers.cpp
Complaints leftovers(Tree const&);  // marks of unfinished work, commented-out code
Complaints clocks(Tree const&);     // only main reads the clock
Complaints half_made(Tree const&);  // no TRY behind a comma in braces: what stands before it leaks
Complaints scripts(Tree const&);    // each bin/ script stops at its first error

// sql.cpp
Complaints sql_places(Tree const&);
Complaints migrations(Tree const&);  // numbered without gaps
Complaints portable_sql(Tree const&);
Complaints spread_sql(Tree const&);     // what databases of many machines lack has its few places
Complaints district_keys(Tree const&);  // the district stands first

// names.cpp
Complaints route_verbs(Tree const&);     // the verb of a route is the name of its use case
Complaints district_names(Tree const&);  // no district is named under src/
Complaints glossary(Tree const&);        // types of the systems stand in GLOSSARY.md

// words.cpp
Complaints same_keys(Tree const&);      // text/zh.toml and text/en.toml
Complaints refusal_words(Tree const&);  // every refusal has its sentence
Complaints spoken_words(Tree const&);   // every other key too, and every route's description
Complaints cpp_sentences(Tree const&);  // no Chinese sentence inside C++
Complaints changelog(Tree const&);

// evidence.cpp
Complaints named_evidence(Tree const&);   // what docs/ names as proof is there
Complaints guarded_gateway(Tree const&);  // what the house says of itself goes through no gateway

// web.cpp
Complaints web_sentences(Tree const&);  // no Chinese inside pages
Complaints web_colours(Tree const&);    // colours live in tokens.css
Complaints web_imports(Tree const&);    // another folder of web/ is reached by its alias

}  // namespace banshi::tidy
