#include "store/store.h"
#include "systems/aid/bound_rows_for_test.h"

namespace banshi::aid {

namespace {

void fill_giving(Transaction& tx) {
    tx.run(
        "INSERT INTO aid_campaigns (district, number, name, state, first_year, years, "
        "families, fen_a_family, prepared_at) VALUES ('xinqu', '2021', 'aid', 'open', 2021, "
        "3, 2, 300000, 0)");
    tx.run(
        "INSERT INTO aid_campaign_steps (district, campaign, state, at, by_whom, note) "
        "VALUES ('xinqu', '2021', 'open', 0, 'qian', 'begins')");
    for (auto const donor : {"D001", "D002"})
        tx.run(
            "INSERT INTO aid_donors (district, number, kind, name, phone, anonymous, at, "
            "code_hash) VALUES ('xinqu', ?, 'person', 'Wang', '', 0, 0, '')",
            std::string(donor));
    tx.run(
        "INSERT INTO aid_pledges (district, number, campaign, donor, fen, at, why) "
        "VALUES ('xinqu', 'P2021-000001', '2021', 'D001', 300000, 0, '')");
    for (int serial = 1; serial <= 2; ++serial)
        tx.run(
            "INSERT INTO aid_instalments (district, pledge, serial, fen, due, paid, "
            "cancelled) VALUES ('xinqu', 'P2021-000001', ?, 150000, 18859, 0, 0)",
            serial);
    tx.run(
        "INSERT INTO aid_donations (district, lot, donor, campaign, pledge, fen, way, day, "
        "transfer, source, at, why) VALUES ('xinqu', 7, 'D001', '2021', 'P2021-000001', "
        "150000, 'bank', 18859, 1, 's', 0, '')");
    tx.run(
        "INSERT INTO aid_receipts (district, number, lot, state, day, at, by_whom, handler, "
        "why, trace) VALUES ('xinqu', 'R2021-000001', 7, 'issued', 18859, 0, 'sun', 'Sun', "
        "'', 0)");
    tx.run(
        "INSERT INTO aid_cash_slips (district, number, donor, pledge, fen, counted_by, "
        "counted_name, counted_at) VALUES ('xinqu', 'C2021-0001', 'D001', '', 1, 'sun', "
        "'Sun', 0)");
    tx.run(
        "INSERT INTO aid_funds (district, family, campaign, payee_name, payee_account, "
        "payee_bank, opened_at) VALUES ('xinqu', 'F0001', '2021', '', '', 'bank', 0)");
    tx.run(
        "INSERT INTO aid_past_funds (district, family, campaign, opened_at) "
        "VALUES ('xinqu', 'F0001', '2018', 0)");
    tx.run(
        "INSERT INTO aid_batches (district, number, year, state, orders, fen, drafted_by, "
        "checked_by, approved_by, drafted_at, hash, why) VALUES ('xinqu', 'B2021-001', 2021, "
        "'approved', 1, 1, 'sun', 'zhou', 'wu', 0, '', '')");
    tx.run(
        "INSERT INTO ledger_closings (district, ledger, day, at, by_whom, note) "
        "VALUES ('xinqu', 'aid', 18859, 0, 'sun', '')");
}

void fill_payments(Transaction& tx) {
    tx.run(
        "INSERT INTO ledger_transfers (district, ledger, number, debit, credit, fen, kind, "
        "phase, day, at, by_whom, text, trace) VALUES ('xinqu', 'aid', 1, 'a', 'b', 1, "
        "'received', 'posted', 18859, 0, 'sun', '', 0)");
    tx.run(
        "INSERT INTO ledger_tags (district, ledger, transfer, name, value) "
        "VALUES ('xinqu', 'aid', 1, 'donor', 'D001')");
    tx.run(
        "INSERT INTO aid_allocations (district, number, family, year, donor, pairing, fen, "
        "hold, at) VALUES ('xinqu', 'A2021-000001', 'F0001', 2021, 'D001', '', 1, 1, 0)");
    tx.run(
        "INSERT INTO aid_orders (district, number, batch, family, year, fen, state, replaces, "
        "reason, bank_ref) VALUES ('xinqu', 'V2021-000001', 'B2021-001', 'F0001', 2021, 1, "
        "'refused', '', 'no such account', 'ref')");
    tx.run(
        "INSERT INTO aid_order_payees (district, order_no, name, account, bank) "
        "VALUES ('xinqu', 'V2021-000001', '', '', 'bank')");
    tx.run(
        "INSERT INTO aid_answers (district, hash, name, state, paid, refused, rejected, at, "
        "by_whom) VALUES ('xinqu', 'aaaaaaaa01', 'answer.csv', 'fail', 0, 1, 0, 0, 'sun')");
    tx.run(
        "INSERT INTO aid_answer_lines (district, answer, serial, order_no, result, reason, "
        "bank_ref, booked_on, fen, state, trouble) VALUES ('xinqu', 'aaaaaaaa01', 1, "
        "'V2021-000001', 'refused', '', 'ref', '', '1', 'refused', '')");
    tx.run(
        "INSERT INTO aid_statement_files (district, hash, name, adapter, state, fresh, known, "
        "at, by_whom, bytes) VALUES ('xinqu', 'bbbbbbbb01', 'may.csv', 'standard', "
        "'accepted', 1, 0, 0, 'sun', 'AA==')");
    tx.run(
        "INSERT INTO aid_statement_lines (district, number, file, account, booked_on, fen, "
        "balance_after, name, counterparty, ref, remark, line_key, state, what, why, "
        "transfer) VALUES ('xinqu', 1, 'bbbbbbbb01', '62', 18859, 1, 1, '', '', 'r', '', "
        "'k', 'suspense', '', '', 1)");
}

void fill_papers(Transaction& tx) {
    tx.run(
        "INSERT INTO aid_relatives (district, who, family, at, by_whom) "
        "VALUES ('xinqu', 'wu', 'F0001', 0, 'qian')");
    tx.run(
        "INSERT INTO aid_wishes (district, donor, street, pupil, at, by_whom) "
        "VALUES ('xinqu', 'D001', '', 1, 0, 'sun')");
    tx.run(
        "INSERT INTO aid_forbidden_pairs (district, donor, family, why, at, by_whom) "
        "VALUES ('xinqu', 'D001', 'F0001', 'cousins', 0, 'sun')");
    tx.run(
        "INSERT INTO aid_promises (district, year, families, at, by_whom) "
        "VALUES ('xinqu', 2021, 2, 0, 'qian')");
    tx.run(
        "INSERT INTO aid_imports (district, number, campaign, name, added, changed, "
        "unchanged, at, by_whom, undone_by, undone_why) VALUES ('xinqu', 'M2021-001', "
        "'2021', 'list.csv', 1, 0, 0, 0, 'wu', '', '')");
    tx.run(
        "INSERT INTO aid_replaced (district, import, family, serial, did, person, street, "
        "category, facts, payee, phone_was, phone_is) VALUES ('xinqu', 'M2021-001', 'F0001', "
        "1, 'added', 'p1', 'street-1', 'low_income', '', '', '', '')");
    tx.run(
        "INSERT INTO aid_samples (district, campaign, year, log_size, seed, chosen, others, "
        "at, by_whom) VALUES ('xinqu', '2021', 2021, 1, 's', 1, 0, 0, 'wu')");
    tx.run(
        "INSERT INTO aid_confirmations (district, family, year, fen, in_full, at) "
        "VALUES ('xinqu', 'F0001', 2021, 1, 1, 0)");
    tx.run(
        "INSERT INTO aid_reports (district, number, campaign, kind, day) "
        "VALUES ('xinqu', 'G2021-001', '2021', 'full', 18859)");
    for (int version = 1; version <= 2; ++version)
        tx.run(
            "INSERT INTO aid_report_versions (district, report, version, text, party, fen, why, "
            "at, by_whom) VALUES ('xinqu', 'G2021-001', ?, 'all of it', '', 1, '', 0, 'qian')",
            version);
    tx.run("INSERT INTO aid_series (district, series, last) VALUES ('xinqu', 'D', 2)");
    tx.run(
        "INSERT INTO aid_family_tries (district, family, wrong, last_at) "
        "VALUES ('xinqu', 'F0001', 1, 0)");
}

}  // namespace

void fill_bound_rows(Transaction& tx) {
    fill_giving(tx);
    fill_payments(tx);
    fill_papers(tx);
    tx.run(
        "INSERT INTO aid_families (district, number, campaign, person, street, category, "
        "state, facts, payee, salt, at, serial) VALUES ('xinqu', 'F0001', '2021', 'p1', "
        "'street-1', 'low_income', 'active', '', '', '', 0, 1)");
    tx.run(
        "INSERT INTO aid_family_steps (district, family, serial, at, by_whom, state, why) "
        "VALUES ('xinqu', 'F0001', 1, 0, 'wu', 'active', 'begins')");
    tx.run(
        "INSERT INTO aid_scores (district, campaign, family, street, weights, points, "
        "snapshot, hash, at, drawn, ruling, by_whom) VALUES ('xinqu', '2021', 'F0001', "
        "'street-1', 'w', 40, '', '', 0, 1, '', 'wu')");
    tx.run(
        "INSERT INTO aid_pairings (district, number, campaign, family, state, at, why, "
        "proposed_by) VALUES ('xinqu', 'L2021-0001', '2021', 'F0001', 'active', 0, '', "
        "'sun')");
    for (auto const donor : {"D001", "D002"})
        tx.run(
            "INSERT INTO aid_pairing_shares (district, pairing, donor, fen_per_year) "
            "VALUES ('xinqu', 'L2021-0001', ?, 150000)",
            std::string(donor));
    tx.run(
        "INSERT INTO aid_visits (district, number, campaign, family, kind, state, year, "
        "planned_on, chosen, done_on, received, rightly, note, by_whom) VALUES ('xinqu', "
        "'Z0001', '2021', 'F0001', 'spot_check', 'done', 2021, 18900, 1, 18900, 300000, 1, "
        "'seen', 'sun')");
    tx.run(
        "INSERT INTO aid_selections (district, campaign, places, by_street, weights, "
        "planned_at, draw, planned_by) VALUES ('xinqu', '2021', 2, 0, 'w', 0, '', 'wu')");
    tx.run(
        "INSERT INTO aid_decisions (district, campaign, serial, family, what, reason, "
        "voters, at, by_whom) VALUES ('xinqu', '2021', 1, 'F0001', 'in', 'ill', 'a', 0, "
        "'wu')");
    tx.run(
        "INSERT INTO aid_money_decisions (district, number, about, year, family, reason, "
        "voters, at, by_whom) VALUES ('xinqu', 'J2021-001', 'promise', 2021, '', 'less', "
        "'a', 0, 'qian')");
    tx.run(
        "INSERT INTO aid_objections (district, campaign, objection, family, text, at, "
        "answer, phone) VALUES ('xinqu', '2021', 'Y0001', 'F0001', 'has a car', 0, '', '')");
}

}  // namespace banshi::aid
