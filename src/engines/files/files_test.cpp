#include "engines/files/files.h"

#include "engines/files/pictures_for_test.h"
#include "engines/files/rows.h"
#include "engines/people/world_for_test.h"

namespace banshi::files {

namespace {

Upload photo(int width = 640) {
    return {"灯.JPG", "text/html", as_phone_jpeg(four_fields(width, 300), 1)};
}
Upload paper() { return {"../答复.exe", "", "%PDF-1.4\nwords\n%%EOF\n"}; }

class Files : public people::World {
protected:
    Attachment kept(Upload const& upload, Keeping const& keeping = {"matter/1"}) {
        return write([&](Call& call) { return keep(call, upload, keeping); }).value();
    }
    std::string served(Attachment const& file, Size size) {
        auto const out = write([&](Call& call) { return file_of(call, file, size); });
        return out ? out.value().bytes : out.refusal().text;
    }
    std::size_t count() {
        return write([&](Call& call) { return list_about(call, "matter/1"); }).size();
    }
};

TEST_P(Files, KeepShowAndServe) {
    auto const file = kept(photo());
    EXPECT_EQ(file.name, "灯.jpg");
    EXPECT_EQ(file.serial, 1);
    EXPECT_EQ(file.width, 640);
    auto const answer = write([&](Call& call) { return file_of(call, file, Size::whole); }).value();
    EXPECT_EQ(answer.type, "image/jpeg");
    EXPECT_EQ(answer.name, "") << "shown, not to be kept";
    EXPECT_EQ(answer.tag, file.hash);
    EXPECT_EQ(std::ssize(answer.bytes), file.bytes);
    EXPECT_EQ(read_jpeg(served(file, Size::preview), {1, most_pixels}).value().turn, 1);

    auto const document = kept(paper());
    EXPECT_EQ(document.name, "答复.pdf");
    EXPECT_EQ(write([&](Call& call) { return file_of(call, document, Size::whole); }).value().name,
              "答复.pdf");
    EXPECT_EQ(served(document, Size::preview), "file.not_found");
    EXPECT_EQ(count(), 2U);
}

TEST_P(Files, LongContentsComeBackWhole) {
    Upload long_paper = paper();
    long_paper.bytes.insert(9, std::string(200'001, '\xe7'));
    EXPECT_EQ(served(kept(long_paper), Size::whole), long_paper.bytes);
}

TEST_P(Files, OnlyWhatIsPublishedIsForEverybody) {
    auto file = kept(photo());
    auto const seen = [&] {
        return outcome([&](Call& call) { return published_file_of(call, file, Size::whole); });
    };
    auto const again = [&] {
        file = write([&](Call& call) { return find(call, file.id, "matter/1"); }).value();
    };
    EXPECT_EQ(seen(), "file.not_found");
    write([&](Call& call) { return publish(call, file), true; });
    again();
    EXPECT_EQ(seen(), "ok");
    EXPECT_EQ(write([&](Call& call) { return list_published(call, "matter/1"); }).size(), 1U);
    write([&](Call& call) { return unpublish(call, file, "a face"), true; });
    again();
    EXPECT_EQ(seen(), "file.not_found");
}

TEST_P(Files, TheAddressOfAnotherMatterLeadsNowhere) {
    auto const file = kept(photo());
    EXPECT_EQ(outcome([&](Call& call) { return find(call, file.id, "matter/2"); }),
              "file.not_found");
}

TEST_P(Files, TheSamePhotoLiesThereOnceUntilTheLastIsRemoved) {
    auto const first = kept(photo()), second = kept(photo(), {"matter/2"});
    EXPECT_EQ(first.hash, second.hash);
    auto const remove_it = [&](Attachment const& file, std::string const& why) {
        return outcome([&](Call& call) { return remove(call, file, why); });
    };
    EXPECT_EQ(remove_it(first, " "), "file.reason_missing");
    EXPECT_EQ(remove_it(first, "not ours"), "ok");
    EXPECT_EQ(count(), 0U);
    EXPECT_NE(served(second, Size::whole), "file.not_found");
    EXPECT_EQ(remove_it(second, "not ours"), "ok");
    EXPECT_EQ(served(second, Size::whole), "file.not_found");
    EXPECT_EQ(served(second, Size::preview), "file.not_found");
    EXPECT_EQ(write([&](Call& call) { return rows::about(call, "matter/1"); }).size(), 1U)
        << "the row stays";
    EXPECT_EQ(kept(photo()).serial, 2) << "no serial comes twice";
}

TEST_P(Files, LimitsOfAPlace) {
    Keeping const one{.about = "matter/1", .most = 1, .photos_only = true};
    auto const code = [&](Upload const& upload) {
        return outcome([&](Call& call) { return keep(call, upload, one); });
    };
    EXPECT_EQ(code(paper()), "file.no_photo");
    EXPECT_EQ(code(photo()), "ok");
    EXPECT_EQ(code(photo()), "file.too_many");
}

INSTANTIATE_TEST_SUITE_P(Both, Files, people::both_databases(), people::database_name);

}  // namespace

TEST(HarmlessName, TheLastPartWithoutWhatMisleads) {
    EXPECT_EQ(harmless_name("C:\\photos\\路灯.png", Format::jpeg), "路灯.jpg");
    EXPECT_EQ(harmless_name("../../etc/passwd", Format::pdf), "passwd.pdf");
    EXPECT_EQ(harmless_name("a\r\nb\"<c>\u202egpj.exe", Format::jpeg), "abcgpj.jpg");
    EXPECT_EQ(harmless_name("...", Format::jpeg), "photo.jpg");
    EXPECT_EQ(harmless_name("", Format::docx), "document.docx");
    EXPECT_EQ(harmless_name("\xff.jpg", Format::jpeg), "photo.jpg");
    EXPECT_EQ(harmless_name(std::string(119, 'a') + "号.jpg", Format::jpeg),
              std::string(119, 'a') + ".jpg");
}

}  // namespace banshi::files
