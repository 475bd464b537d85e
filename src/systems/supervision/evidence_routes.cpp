#include "systems/route.h"
#include "systems/supervision/evidence.h"
#include "systems/supervision/routes.h"

namespace banshi::supervision {

BOOST_DESCRIBE_STRUCT(AttachPhoto, (), (number, code, file))
BOOST_DESCRIBE_STRUCT(Attached, (), (file))
BOOST_DESCRIBE_STRUCT(AttachFile, (), (number, file, published))
BOOST_DESCRIBE_STRUCT(ReadFile, (), (number, file, preview))
BOOST_DESCRIBE_STRUCT(OnFile, (), (number, file, why))
BOOST_DESCRIBE_STRUCT(FilesShown, (), (files))

std::vector<Route> evidence_routes() {
    std::string const open = "/matters/{number}/files", office = "/cases/{number}/files",
                      one = office + "/{file}";
    auto const ahead = files::develop_ahead;
    return {
        prepared(ahead, creates(upload(open, anyone, "attach_photo", attach_photo))),
        get(open + "/{file}", anyone, "read_public_file", read_public_file),
        prepared(ahead, creates(upload(office, see_matters, "attach_file", attach_file))),
        get(one, see_matters, "read_file", read_file),
        post(one + "/publication", moderate_matters, "publish_file", publish_file),
        post(one + "/withdrawal", moderate_matters, "unpublish_file", unpublish_file),
        post(one + "/removal", see_matters, "remove_file", remove_file),
    };
}

}  // namespace banshi::supervision
