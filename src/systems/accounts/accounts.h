#pragma once
// Accounts 账号: who is logged in, who may do what, who has looked at whom; and the outbox that
// shows in a demonstration what would have been sent.
//
// Where a route opens a session, the server moves `token` and `csrf` of the answer into cookies:
// banshi_session, which scripts cannot read, and csrf, which pages repeat as X-CSRF-Token with
// every write.

#include "base/result.h"
#include "engines/notices/notices.h"
#include "engines/people/accounts.h"
#include "engines/people/orgs.h"
#include "engines/people/place.h"
#include "store/call.h"

namespace banshi::accounts {

inline Right const manage{"accounts.manage"};
inline Right const see_outbox{"accounts.see_demo_outbox"};

// ---- sessions

struct LogIn {  // 登录
    std::string login;
    std::string password;
    std::optional<std::string> code = {};  // where the account has a second factor
};
struct LoggedIn {
    std::optional<std::string> token;
    std::optional<std::string> csrf;
    Instant ends;
};
struct LogOut {};  // 退出
struct LoggedOut {};
struct SeeSession {};  // 我是谁
enum class Who { visitor, citizen, staff, device, machine };
struct RightAt {
    std::string right;
    std::string node;
};
struct SessionView {
    Who kind;
    std::string name;  // of a citizen: the masked phone
    std::optional<PersonId> person;
    std::vector<RightAt> rights;
    Instant now;  // by the district's clock: its day is not always that of the reader's device
    bool needs_second_factor = false;  // and has no rights until it is set up
};
struct ChangePassword {  // 修改密码  ends all other sessions
    std::string old_password;
    std::string new_password;
};
struct RequestCode {  // 获取验证码
    std::string phone;
};
struct CodeRequested {
    int minutes;      // the code is good for
    int gap_seconds;  // until the next may be requested
};
struct LogInByCode {
    std::string phone;
    std::string code;
};
Result<LoggedIn> log_in(Call&, LogIn const&);
Result<LoggedOut> log_out(Call&, LogOut const&);
Result<SessionView> see_session(Call&, SeeSession const&);
Result<LoggedIn> change_password(Call&, ChangePassword const&);
Result<CodeRequested> request_code(Call&, RequestCode const&);
Result<LoggedIn> log_in_by_code(Call&, LogInByCode const&);

// ---- the second factor of the own account

struct SeeSecondFactor {};
struct SecondFactorShown {  // 动态口令
    bool on;
    bool required;
    int recovery_codes;  // left
};
struct BeginSecondFactor {
    std::string password;
};
struct SecondFactorBegun {
    std::string secret;  // to be typed where no camera is
    std::string uri;
    std::string qr_path;  // of an SVG, one unit a square, without the quiet zone around
    int qr_size;
};
struct ConfirmSecondFactor {
    std::string code;
};
struct RecoveryCodes {  // 恢复码  told once
    std::vector<std::string> codes;
};
struct EndSecondFactor {
    std::string password;
    std::string code;
};
Result<SecondFactorShown> see_second_factor(Call&, SeeSecondFactor const&);
Result<SecondFactorBegun> begin_second_factor(Call&, BeginSecondFactor const&);
Result<RecoveryCodes> confirm_second_factor(Call&, ConfirmSecondFactor const&);
Result<SecondFactorShown> end_second_factor(Call&, EndSecondFactor const&);

// ---- administration; each deed needs accounts.manage at every node that the account has

struct GrantForm {  // 授权
    std::string role;
    std::string node;
};
struct AccountShown {
    AccountId account;
    people::AccountKind kind;
    std::string login;
    std::string name;
    bool active;
    std::optional<Instant> locked_until;
    std::optional<Instant> last_log_in;
    std::vector<GrantForm> roles;
    bool second_factor = false;
};
struct ListAccounts {};
struct AccountList {
    std::vector<AccountShown> accounts;
};
struct ListRoles {};
struct RoleShown {  // 角色
    std::string id;
    std::string name;
    std::string name_en;
    std::vector<std::string> rights;
};
struct RoleList {
    std::vector<RoleShown> roles;
};
struct CreateAccount {  // 开通账号
    people::AccountKind kind;
    std::string login;
    std::string name;
    std::optional<std::string> password;  // of staff
    std::vector<GrantForm> roles;
};
struct SetGrants {
    AccountId account;
    std::vector<GrantForm> roles;
};
struct AtAccount {
    AccountId account;
};
struct SetPassword {  // 重设密码
    AccountId account;
    std::string password;
};
struct DeviceToken {  // 设备令牌  told once
    std::string device_token;
    Instant ends;
};
Result<AccountList> list_accounts(Call&, ListAccounts const&);
Result<RoleList> list_roles(Call&, ListRoles const&);
Result<AccountShown> create_account(Call&, CreateAccount const&);
Result<AccountShown> set_grants(Call&, SetGrants const&);
Result<AccountShown> set_password(Call&, SetPassword const&);
Result<AccountShown> remove_second_factor(Call&, AtAccount const&);
Result<AccountShown> unlock_account(Call&, AtAccount const&);
Result<AccountShown> deactivate_account(Call&, AtAccount const&);  // 停用
Result<AccountShown> activate_account(Call&, AtAccount const&);    // 启用
Result<DeviceToken> issue_device_token(Call&, AtAccount const&);

// ---- what can be looked up

struct ListAccessLog {  // 查看记录
    std::optional<Instant> before;
};
struct AccessShown {
    Instant at;
    std::string by;         // name of the account
    std::string person;     // masked name
    std::string id_number;  // masked
    std::string reason;
};
struct AccessLog {
    std::vector<AccessShown> looks;
    std::optional<Instant> next;  // for `before`, when there are more
};
struct SeeOrgTree {                    // 组织树
    std::optional<std::string> below;  // a node; default: the whole district
};
struct OrgShown {
    std::string node;
    people::OrgKind kind;
    std::string name;
};
struct OrgTree {
    std::vector<OrgShown> orgs;  // each below the one before that its node begins with
};
struct ListStreets {};  // 街道列表
struct CommunityShown {
    OrgId community;
    std::string name;
};
struct StreetShown {
    OrgId street;
    std::string name;
    std::vector<CommunityShown> communities;
};
struct MapShown {
    people::Coordinates coordinates;
    std::optional<std::string> review_number;  // 审图号
};
struct StreetList {
    std::vector<StreetShown> streets;
    std::optional<MapShown> map;  // of /{district}/map.geojson; without it there is none
};
Result<AccessLog> list_access_log(Call&, ListAccessLog const&);
Result<OrgTree> see_org_tree(Call&, SeeOrgTree const&);
Result<StreetList> list_streets(Call&, ListStreets const&);

// ---- how staff are reached, and what was sent

struct SeeContact {};
struct ContactShown {  // 联系方式
    std::string phone;
    std::string email;
};
struct SetContact {     // 修改联系方式
    std::string phone;  // each may be empty
    std::string email;
};
struct SetAccountContact {
    AccountId account;
    std::string phone;
    std::string email;
};
Result<ContactShown> see_contact(Call&, SeeContact const&);  // the own one
Result<ContactShown> set_contact(Call&, SetContact const&);
Result<ContactShown> see_account_contact(Call&, AtAccount const&);
Result<ContactShown> set_account_contact(Call&, SetAccountContact const&);

struct ListOutbox {
    std::optional<notices::State> state;
    std::optional<std::string> before;  // the id of a message: those queued earlier
};
struct MessageShown {  // 通知
    std::string id;
    Instant at;
    notices::Channel channel;
    std::string phone;   // masked, as is an e-mail address
    std::string name;    // of the staff member or the robot
    std::string number;  // of what it is about
    std::string words;   // as sent where they are kept, else with its facts left out
    notices::State state;
    int attempts;
    std::string trouble;  // a word, and a number where the other side gave one: "status 503"
    bool retries;         // may be sent again by hand
};
struct Outbox {  // 发件箱
    std::vector<MessageShown> messages;
    std::optional<std::string> next;  // for `before`, when there are more
};
struct RetryMessage {  // 重发
    std::string message;
};
struct ListWays {};
struct WayShown {  // 通道
    notices::Channel channel;
    std::string robot;
    std::optional<Instant> sent_at;
    std::optional<Instant> failed_at;
    std::string trouble;
    int waiting;
    std::optional<Instant> waiting_since;
};
struct WayList {
    std::vector<WayShown> ways;
};
Result<Outbox> list_outbox(Call&, ListOutbox const&);
Result<Outbox> retry_message(Call&, RetryMessage const&);  // the newest page again
Result<WayList> list_ways(Call&, ListWays const&);

// ---- by the clock

struct ForgetOld {};
struct Forgotten {};
// Sessions that have ended, and notices settled a month ago.
Result<Forgotten> forget_old(Call&, ForgetOld const&);

}  // namespace banshi::accounts
