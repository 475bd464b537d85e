// The report on paper and as a workbook 报表: the same figures as on the page.

#include <boost/describe.hpp>
#include <boost/mp11.hpp>

#include "documents/sheet.h"
#include "documents/workbook_writer.h"
#include "systems/hall/evaluation_rows.h"
#include "systems/hall/hall.h"

namespace banshi::hall {

namespace {

using documents::Cell;
using documents::CellKind;
using Row = std::vector<Cell>;

// A table with its words, for either kind of file.
struct Column {
    std::string title;
    CellKind kind = CellKind::integer;
};
struct Part {
    std::string name;
    std::vector<Column> columns;
    std::vector<Row> rows;
};

Cell whole(int value) { return static_cast<std::int64_t>(value); }
Cell share(int percent) { return percent / 100.0; }
Cell minutes(int seconds) { return static_cast<std::int64_t>((seconds + 30) / 60); }

class ReportWords {
public:
    explicit ReportWords(Call const& call) : call_(call) {}

    std::string operator()(std::string const& key) const {
        return call_.texts.say(call_.language, "hall_report." + key);
    }
    std::vector<Column> columns(std::initializer_list<char const*> keys) const {
        std::vector<Column> columns;
        for (std::string key : keys) {
            auto kind = CellKind::integer;
            if (key.ends_with("_percent")) kind = CellKind::percent;
            if (key == "day") kind = CellKind::date;
            if (key == "figure" || key == "service" || key == "who" || key == "grade")
                kind = CellKind::text;
            columns.push_back({(*this)(key), kind});
        }
        return columns;
    }

private:
    Call const& call_;
};

Part overview(ReportWords const& word, Report const& report) {
    auto const& counts = report.counts;
    Part part{word("overview"), word.columns({"figure", "count"}), {}};
    for (auto const& [key, value] : std::initializer_list<std::pair<char const*, int>>{
             {"booked", counts.booked},
             {"issued", counts.issued},
             {"walkin", counts.walkin},
             {"priority", counts.priority},
             {"late", counts.late},
             {"served", counts.served},
             {"cancelled", counts.cancelled},
             {"office_cancelled", counts.office_cancelled},
             {"no_show", counts.no_show},
             {"left", counts.left},
             {"unserved", counts.unserved},
             {"unfinished", counts.unfinished},
             {"still_open", counts.still_open}})
        part.rows.push_back({word(key), whole(value)});
    return part;
}

Row waits_row(std::string name, Waits const& waits) {
    return {std::move(name),
            whole(waits.people),
            minutes(waits.mean_seconds),
            minutes(waits.p50_seconds),
            minutes(waits.p90_seconds),
            share(waits.within_target_percent)};
}

Part waiting(ReportWords const& word, Report const& report) {
    return {word("waiting"),
            word.columns(
                {"who", "called", "mean_minutes", "p50_minutes", "p90_minutes", "within_percent"}),
            {waits_row(word("all"), report.all), waits_row(word("walkin"), report.walkin),
             waits_row(word("booked"), report.booked)}};
}

Part services(ReportWords const& word, Report const& report) {
    Part part{word("services"),
              word.columns({"service", "issued", "served", "no_show", "p50_minutes", "p90_minutes",
                            "within_percent", "service_minutes"}),
              {}};
    for (auto const& [id, name, counts, waits, mean] : report.services)
        part.rows.push_back({name, whole(counts.issued), whole(counts.served),
                             whole(counts.no_show), minutes(waits.p50_seconds),
                             minutes(waits.p90_seconds), share(waits.within_target_percent),
                             minutes(mean)});
    return part;
}

Part hours(ReportWords const& word, Report const& report) {
    Part part{word("hours"),
              word.columns({"hour", "issued", "called", "p50_minutes", "p90_minutes"}),
              {}};
    for (auto const& [hour, issued, called, p50, p90] : report.hours)
        part.rows.push_back(
            {whole(hour), whole(issued), whole(called), minutes(p50), minutes(p90)});
    return part;
}

Part days(ReportWords const& word, Report const& report) {
    Part part{word("days"),
              word.columns({"day", "booked", "issued", "served", "no_show", "p50_minutes",
                            "p90_minutes", "within_percent"}),
              {}};
    for (auto const& [day, counts, waits] : report.days)
        part.rows.push_back({day, whole(counts.booked), whole(counts.issued), whole(counts.served),
                             whole(counts.no_show), minutes(waits.p50_seconds),
                             minutes(waits.p90_seconds), share(waits.within_target_percent)});
    return part;
}

Part grades(Call const& call, ReportWords const& word, GradeReport const& grades) {
    Part part{word("grades"), word.columns({"grade", "count"}), {}};
    std::size_t at = 0;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Grade>>([&](auto grade) {
        part.rows.push_back(
            {call.texts.say(call.language, std::string("evaluation.grade.") + grade.name),
             whole(grades.by_grade.at(at++))});
    });
    part.rows.push_back({word("not_evaluated"), whole(grades.not_evaluated)});
    return part;
}

std::vector<Part> parts_of(Call const& call, Report const& report) {
    ReportWords const word(call);
    return {overview(word, report), waiting(word, report), services(word, report),
            hours(word, report),    days(word, report),    grades(call, word, report.grades)};
}

Facts facts_of(Call const& call, HallSetting const& hall, Report const& report) {
    return {{"hall", name_of(call, hall)},
            {"from", written(report.from)},
            {"to", written(report.to)},
            {"target", std::to_string(report.target_minutes)},
            {"rate", std::to_string(report.grades.rate_percent)},
            {"top", std::to_string(report.grades.top_three_percent)}};
}

std::string file_name(SeeReport const& form, char const* ending) {
    return "report-" + form.hall.text + "-" + written(form.from) + "-" + written(form.to) + ending;
}

std::string printed(Cell const& cell, CellKind kind) {
    if (auto const* text = std::get_if<std::string>(&cell)) return *text;
    if (auto const* day = std::get_if<Day>(&cell)) return written(*day);
    if (auto const* number = std::get_if<std::int64_t>(&cell)) return std::to_string(*number);
    if (auto const* part = std::get_if<double>(&cell); part && kind == CellKind::percent)
        return std::to_string(static_cast<int>(*part * 100 + 0.5)) + " %";
    return "";
}

documents::Table table_of(Part const& part) {
    documents::Table table;
    for (auto const& [title, kind] : part.columns) {
        bool const words = kind == CellKind::text;
        table.columns.push_back(
            {title, words ? 2.0 : 1.0, words ? documents::Align::left : documents::Align::right});
    }
    for (auto const& row : part.rows) {
        auto& line = table.rows.emplace_back();
        for (std::size_t at = 0; at < row.size(); ++at)
            line.push_back(printed(row[at], part.columns[at].kind));
    }
    return table;
}

}  // namespace

Result<File> report_workbook(Call& call, SeeReport const& form) {
    auto const report = TRY(see_report(call, form));
    auto const facts = facts_of(call, TRY(find_hall(call, form.hall)), report);
    auto const title = call.texts.say(call.language, "hall_report.title", facts);
    documents::WorkbookWriter workbook(call.now);
    for (auto const& part : parts_of(call, report)) {
        documents::WorkbookSheet sheet{part.name, {title}, {}, documents::Paper::a4};
        for (auto const& [name, kind] : part.columns)
            sheet.columns.push_back({name, kind, kind == CellKind::text ? 24.0 : 14.0, {}});
        workbook.begin_sheet(std::move(sheet));
        for (auto const& row : part.rows) workbook.add_row(row);
    }
    return File{"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                file_name(form, ".xlsx"), std::move(workbook).finish()};
}

Result<File> report_paper(Call& call, SeeReport const& form) {
    auto const report = TRY(see_report(call, form));
    auto const facts = facts_of(call, TRY(find_hall(call, form.hall)), report);
    auto const say = [&](char const* key) { return call.texts.say(call.language, key, facts); };
    documents::Sheet sheet{say("hall_report.title"), {documents::Title{say("hall_report.title")}}};
    for (auto const& part : parts_of(call, report)) {
        sheet.blocks.push_back(documents::Heading{part.name});
        sheet.blocks.push_back(table_of(part));
    }
    sheet.blocks.push_back(documents::Paragraph{say("hall_report.note")});
    auto const pdf = TRY(documents::sheet_pdf(sheet, call.now));
    return File{"application/pdf", file_name(form, ".pdf"), pdf};
}

}  // namespace banshi::hall
