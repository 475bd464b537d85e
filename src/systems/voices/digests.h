#pragma once
// The digest 专报: chosen items on paper for the leaders, and what they wrote on it 批示. An
// instruction names an item, a unit and a last day; a day that passes climbs the ladder.

#include "systems/voices/desk.h"

namespace banshi::voices {

struct MakeDigest {
    std::string title;
    std::optional<std::string> words;  // before the items
    std::vector<std::string> numbers;
};
struct DigestItem {
    int serial;
    std::string number;
    std::string title;
    matters::State state;
};
struct DigestView {
    std::string digest;
    std::string name;  // 专报〔2026〕第 3 期
    std::string title;
    std::string words;
    Instant at;
    std::vector<DigestItem> items;
    std::vector<InstructionView> instructions;
};
// Of items that have a number. Refuses digest.empty, voice.not_found.
Result<DigestView> make_digest(Call&, MakeDigest const&);

struct ListDigests {};
struct DigestList {
    std::vector<DigestView> digests;  // the newest first
};
Result<DigestList> list_digests(Call&, ListDigests const&);

struct OfDigest {
    std::string digest;
};
Result<File> print_digest(Call&, OfDigest const&);

struct RecordInstruction {
    std::string digest;
    int item;
    std::string leader;
    std::string text;
    OrgId unit;
    Day last_day;
};
// Refuses digest.not_found, instruction.day, instruction.item.
Result<DigestView> record_instruction(Call&, RecordInstruction const&);

struct AnswerInstruction {
    std::string digest;
    int instruction;
    std::string words;
};
// By the unit, or the office for it. Refuses instruction.answered.
Result<DigestView> answer_instruction(Call&, AnswerInstruction const&);

// On this item, for office and unit alone.
std::vector<InstructionView> instructions_of(Call&, Voice const&);

}  // namespace banshi::voices
