#include "systems/route.h"
#include "systems/supervision/open311_keys.h"
#include "systems/supervision/routes.h"

namespace banshi::supervision {

BOOST_DESCRIBE_STRUCT(ClientView, (), (client, name, contact, made_at, revoked_at, posts))
BOOST_DESCRIBE_STRUCT(ClientList, (), (clients, address, per_minute))
BOOST_DESCRIBE_STRUCT(ListClients, (), ())
BOOST_DESCRIBE_STRUCT(AdmitClient, (), (name, contact))
BOOST_DESCRIBE_STRUCT(ClientAdmitted, (), (client, name, key))
BOOST_DESCRIBE_STRUCT(RevokeClient, (), (client))

std::vector<Route> client_routes() {
    return {
        get("/open311-clients", manage_clients, "list_clients", list_clients),
        creates(secret(post("/open311-clients", manage_clients, "admit_client", admit_client))),
        post("/open311-clients/{client}/revocation", manage_clients, "revoke_client",
             revoke_client),
    };
}

}  // namespace banshi::supervision
