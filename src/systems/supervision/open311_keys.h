#pragma once
// Who may send by Open311: a program of somebody known, with a key that is told once. An
// administrator makes it and takes it back; what it sent so far stays.

#include "systems/supervision/supervision.h"

namespace banshi::supervision {

inline Right const manage_clients{"supervision.manage_clients"};

struct ClientView {
    std::string client;
    std::string name;
    std::string contact;
    Instant made_at;
    std::optional<Instant> revoked_at;
    std::int64_t posts;
};
struct ClientList {
    std::vector<ClientView> clients;
    std::string address;  // where Open311 is served; empty: not in this district
    int per_minute;
};
struct ListClients {};
Result<ClientList> list_clients(Call&, ListClients const&);

struct AdmitClient {  // 接入单位登记
    std::string name;
    std::string contact;
};
struct ClientAdmitted {
    std::string client;
    std::string name;
    std::string key;
};
// Refuses client.name.
Result<ClientAdmitted> admit_client(Call&, AdmitClient const&);
// The key that the settings of a test endpoint name; safe to repeat.
Result<void> admit_trial(Call&);

struct RevokeClient {
    std::string client;
};
// Refuses client.not_found. A second time changes nothing.
Result<ClientList> revoke_client(Call&, RevokeClient const&);

}  // namespace banshi::supervision
