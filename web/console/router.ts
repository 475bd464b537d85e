// Addresses of the console, behind the #: every page is a lazy file of its own.
import { nextTick } from 'vue'
import { createRouter, createWebHashHistory, type RouteRecordRaw } from 'vue-router'
import { isStaff } from './session'

type Page = () => Promise<unknown>

const at = (path: string, name: string, page: Page, live = false): RouteRecordRaw => ({
  path,
  name,
  component: page,
  props: true,
  meta: { live },
})
// A page that both books share, for the advice.
const ofVoices = (path: string, name: string, page: Page, live = false): RouteRecordRaw => ({
  path,
  name,
  component: page,
  props: ({ params }) => ({ ...params, book: 'voices' }),
  meta: { live },
})

const hall = '/hall/:hall'

export const router = createRouter({
  history: createWebHashHistory(),
  routes: [
    at('/', 'start', () => import('./Start.vue')),
    at('/log-in', 'log_in', () => import('./LogIn.vue')),
    at('/password', 'password', () => import('./Password.vue')),
    at('/second-factor', 'second_factor', () => import('./accounts/SecondFactor.vue')),
    at(`${hall}/windows`, 'windows', () => import('./window/Windows.vue')),
    at(`${hall}/window/:window`, 'window', () => import('./window/Window.vue'), true),
    at(`${hall}/floor`, 'floor', () => import('./manage/Floor.vue'), true),
    at(`${hall}/roster`, 'roster', () => import('./manage/Roster.vue')),
    at(`${hall}/closures`, 'closures', () => import('./manage/Closures.vue')),
    at(`${hall}/hours`, 'hours', () => import('./manage/Hours.vue')),
    at(`${hall}/rules`, 'rules', () => import('./manage/Rules.vue')),
    at(`${hall}/plan`, 'plan', () => import('./plan/Plan.vue')),
    at(`${hall}/report`, 'report', () => import('./report/Report.vue')),
    at(`${hall}/tickets`, 'tickets', () => import('./report/Tickets.vue')),
    at(`${hall}/ticket/:ticket`, 'history', () => import('./report/History.vue')),
    at(`${hall}/calls`, 'calls', () => import('./report/Calls.vue')),
    at(`${hall}/desk`, 'desk', () => import('./desk/Desk.vue')),
    at(`${hall}/follow-ups`, 'follow_ups', () => import('./manage/FollowUps.vue')),
    at('/cases', 'cases', () => import('./matters/Cases.vue'), true),
    at('/cases/new', 'register_case', () => import('./matters/Register.vue')),
    at('/case/:number', 'case', () => import('./matters/Case.vue'), true),
    at('/board', 'board', () => import('./matters/Board.vue')),
    at('/works/:year?', 'works', () => import('./matters/Works.vue')),
    at('/duties/:year?', 'duties', () => import('./matters/Duties.vue')),
    at('/duty/:year/:organisation', 'duty', () => import('./matters/Duty.vue')),
    at('/old-debts', 'old_debts', () => import('./matters/OldDebts.vue')),
    at('/handover/:handover', 'handover', () => import('./matters/Handover.vue')),
    at('/new-rules', 'new_rules', () => import('./matters/NewRules.vue')),
    at('/retention', 'retention', () => import('./matters/Retention.vue')),
    at('/ledgers/:ledger?', 'ledgers', () => import('./matters/Ledgers.vue')),
    at('/receptions', 'receptions', () => import('./matters/Receptions.vue')),
    at('/receptions/:reception', 'reception', () => import('./matters/ReceptionDesk.vue')),
    at('/imports', 'imports', () => import('./imports/Imports.vue')),
    at('/import/:id', 'import', () => import('./imports/Import.vue'), true),
    at('/exports', 'exports', () => import('./matters/Exports.vue')),
    at('/voices', 'voices', () => import('./voices/Desk.vue')),
    at('/voice/:number', 'voice', () => import('./voices/Voice.vue'), true),
    at('/voice-counts', 'voice_counts', () => import('./voices/Counts.vue')),
    at('/voice-inquiries', 'voice_inquiries', () => import('./voices/Inquiries.vue')),
    at('/voice-calls', 'voice_calls', () => import('./voices/Calls.vue')),
    at('/voice-digests', 'voice_digests', () => import('./voices/Digests.vue')),
    ofVoices('/voice-imports', 'voice_imports', () => import('./imports/Imports.vue')),
    ofVoices('/voice-import/:id', 'voice_import', () => import('./imports/Import.vue'), true),
    at('/voice-ledger', 'voice_ledger', () => import('./voices/Ledger.vue')),
    at('/voice-members', 'voice_members', () => import('./voices/Members.vue')),
    at('/aid/families', 'aid_families', () => import('./aid/Families.vue')),
    at('/aid/family/:family', 'aid_family', () => import('./aid/Family.vue')),
    at('/aid/campaigns', 'aid_campaigns', () => import('./aid/Campaigns.vue')),
    at('/aid/donors', 'aid_donors', () => import('./aid/Donors.vue')),
    at('/aid/funds', 'aid_funds', () => import('./aid/Funds.vue')),
    at('/aid', 'aid_money', () => import('./aid/Money.vue')),
    at('/aid/batch/:batch', 'aid_batch', () => import('./aid/Batch.vue')),
    at('/aid/selection', 'aid_selection', () => import('./aid/Selection.vue')),
    at('/aid/pairings', 'aid_pairings', () => import('./aid/Pairings.vue')),
    at('/aid/visits', 'aid_visits', () => import('./aid/Visits.vue')),
    at('/aid/books', 'aid_books', () => import('./aid/Books.vue')),
    at('/draws', 'draws', () => import('./draws/Draws.vue')),
    at('/draw/:draw', 'draw', () => import('./draws/Draw.vue')),
    at('/city', 'city', () => import('./city/City.vue')),
    at('/accounts', 'accounts', () => import('./accounts/Accounts.vue')),
    at('/access-log', 'access_log', () => import('./accounts/AccessLog.vue')),
    at('/programs', 'programs', () => import('./accounts/Programs.vue')),
    at('/outbox', 'outbox', () => import('./accounts/Outbox.vue')),
    at('/record', 'record', () => import('./accounts/Record.vue')),
    at('/:path(.*)*', 'missing', () => import('./Missing.vue')),
  ],
})

router.beforeEach((to) => {
  if (to.name === 'log_in' || isStaff()) return true
  return { name: 'log_in', query: to.fullPath === '/' ? {} : { to: to.fullPath } }
})

// A page change is told like a page load: focus goes to the content.
router.afterEach(async (to, from) => {
  if (from.name === undefined || to.path === from.path) return
  await nextTick()
  document.getElementById('content')?.focus({ preventScroll: true })
})
