// Doctor 体检: looks at all that an installation needs while it may be serving, changes nothing but
// a file of its own, and says of each part what was found and what to do.

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <iostream>

#include "cli/by_machine.h"
#include "cli/commands.h"
#include "cli/data_folder.h"
#include "cli/doors.h"
#include "engines/people/accounts.h"
#include "engines/record/record.h"
#include "store/copy.h"

namespace banshi::cli {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

namespace {

enum class Grade { well, mind, ill };

class Doctor {
public:
    Doctor(Environment const& here, City const& city) : here_(here), city_(city) {}

    // Says the sentence cli.doctor.<part>.<grade>.
    void found(std::string const& part, Grade grade, Facts const& facts = {}) {
        static constexpr char const* signs[] = {"✓", "!", "✗"};
        auto const key = "cli.doctor." + part +
                         (grade == Grade::well   ? ".well"
                          : grade == Grade::mind ? ".mind"
                                                 : ".ill");
        std::cout << signs[static_cast<int>(grade)] << " "
                  << city_.texts.say(city_.language, key, facts) << "\n";
        ill_ |= grade == Grade::ill;
    }

    void look_at_calendar();
    void look_at_folder();
    void look_at_space();
    void look_at_disk();
    void look_at_pages();
    void look_outside();
    void look_at_database();

    bool ill() const { return ill_; }

private:
    void look_at_district(Store&, CityDistrict const&);

    Environment const& here_;
    City const& city_;
    bool ill_ = false;
};

// The State Council names next year's holidays in November.
void Doctor::look_at_calendar() {
    auto const& district = city_.districts.front().district;
    std::chrono::year_month_day const today{district.zone().day_of(here_.now())};
    auto const next = static_cast<int>(today.year()) + 1;
    auto const grade = district.calendar().holds(next) || today.month() < std::chrono::November
                           ? Grade::well
                           : Grade::mind;
    found("calendar", grade, {{"year", std::to_string(next)}});
}

bool only_owners(fs::path const& path) {
    auto const others = fs::perms::group_all | fs::perms::others_all;
    return (fs::status(path).permissions() & others) == fs::perms::none;
}

void Doctor::look_at_folder() {
    Facts const facts{{"data", here_.data.string()}};
    if (!fs::exists(here_.keys())) return found("folder", Grade::ill, facts);
    found("folder", only_owners(here_.data) ? Grade::well : Grade::mind, facts);
    if (!only_owners(here_.keys())) found("keys", Grade::ill, {{"keys", here_.keys().string()}});
}

void Doctor::look_at_space() {
    struct statvfs disk {};
    if (statvfs(here_.data.c_str(), &disk) != 0) return;
    auto const free = static_cast<double>(disk.f_bavail) * static_cast<double>(disk.f_frsize) / 1e9;
    auto const grade = free < 0.5 ? Grade::ill : free < 5 ? Grade::mind : Grade::well;
    found("space", grade, {{"free", fmt::format("{:.1f}", free)}});
}

// Each deed waits for the disk once; a slow one is felt at every counter.
void Doctor::look_at_disk() {
    auto const path = here_.data / "doctor.tmp";
    auto const file = open(path.c_str(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
    if (file < 0) return found("disk", Grade::ill, {{"data", here_.data.string()}});
    std::vector<double> times;
    std::string const block(4096, '.');
    bool written = true;
    for (int turn = 0; turn < 15 && written; ++turn) {
        auto const from = here_.now();
        written = pwrite(file, block.data(), block.size(), 0) == 4096 && fdatasync(file) == 0;
        times.push_back(std::chrono::duration<double, std::milli>(here_.now() - from).count());
    }
    close(file);
    fs::remove(path);
    if (!written) return found("disk", Grade::ill, {{"data", here_.data.string()}});
    std::ranges::nth_element(times, times.begin() + 7);
    found("disk", times[7] > 20 ? Grade::mind : Grade::well,
          {{"ms", fmt::format("{:.1f}", times[7])}});
}

void Doctor::look_at_pages() {
    Facts const facts{{"pages", here_.pages.string()}, {"voice", here_.voice.string()}};
    found("pages", fs::exists(here_.pages / "index.html") ? Grade::well : Grade::ill, facts);
    found("voice", fs::is_directory(here_.voice / "zh") ? Grade::well : Grade::mind, facts);
}

void Doctor::look_outside() {
    found("address", here_.public_url.starts_with("https:") ? Grade::well : Grade::mind,
          {{"url", here_.public_url}});
    auto const messages = here_.short_messages();
    found("messages",
          messages == notices::ShortMessages::gateway ? Grade::well
          : messages == notices::ShortMessages::none  ? Grade::mind
                                                      : Grade::ill,
          {{"outbox", here_.open_outbox().string()}});
}

void Doctor::look_at_database() {
    auto const presence = presence_of(here_.database);
    if (presence == Presence::none) return found("database", Grade::ill);
    found("served", presence == Presence::used ? Grade::well : Grade::mind);
    auto const store = open_rows(here_);
    found("database", Grade::well);
    if (!keys_fit(*store, here_.database))
        return found("sealed", Grade::ill, {{"keys", here_.keys().string()}});
    for (auto const& each : city_.districts) look_at_district(*store, each);
}

// The checkpoint's size; of a damaged file more than any log holds.
std::uint64_t signed_size(std::string const& note) {
    auto const head = record::read_checkpoint(note.substr(0, note.find("\n\n") + 1));
    return head ? head.value().size : std::numeric_limits<std::uint64_t>::max();
}

// Whether the log holds what it has signed, whether somebody can look after the district, and
// whether notices leave the house.
void Doctor::look_at_district(Store& store, CityDistrict const& each) {
    auto const& district = each.district;
    Facts facts{{"district", district.name()}};
    auto const signed_head = record::HeadFile(here_.log_head(district.name())).read();
    store.read_now([&](Transaction& tx) {
        Call call{machine(), here_.now(), district, tx, system_random(), city_.texts};
        auto const held = record::tip(tx, district.name()).size;
        facts["entries"] = std::to_string(held);
        auto const size = signed_head ? signed_size(*signed_head) : 0;
        facts["signed"] = std::to_string(size);
        found("record", size <= held ? Grade::well : Grade::ill, facts);

        bool const staffed =
            std::ranges::any_of(people::list_accounts(call), [](people::Account const& one) {
                return one.kind == people::AccountKind::staff && one.active;
            });
        if (!staffed) found("staff", Grade::mind, facts);
        for (auto const& way : notices::list_ways(call))
            if (way.waiting_since && here_.now() - *way.waiting_since > 10min) {
                facts["waiting"] = std::to_string(way.waiting);
                facts["trouble"] = way.trouble;
                found("notices", Grade::mind, facts);
            }
    });
}

}  // namespace

int doctor(Environment const& here) {
    auto const city = open_city(here);
    if (auto const tls = read_tls(here); !tls)
        return say(city, ("refusal." + tls.refusal().text).c_str(), tls.refusal().facts, misused);
    Doctor doctor(here, city);
    doctor.found("settings", Grade::well);
    doctor.look_at_calendar();
    doctor.look_at_folder();
    if (fs::exists(here.data)) {
        doctor.look_at_space();
        doctor.look_at_disk();
    }
    doctor.look_at_pages();
    if (!doctor.ill()) doctor.look_at_database();
    doctor.look_outside();
    return doctor.ill() ? failed : done;
}

}  // namespace banshi::cli
