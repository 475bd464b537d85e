// 离线取号: while the server is away the machine gives numbers of its blocks; when it is back, it
// tells of them and fetches new ones. Only a machine with a token of its own has blocks.
import { shallowReactive } from 'vue'
import { Problem } from '@shared/problem'
import { blockFor, give, lacking, toTell, type Block, type Given } from './blocks'
import { hall, readDevice } from './device'
import { mergeBlock, reserveBlock, type Hall } from './hall'

const kept = `banshi.kiosk.blocks.${hall}`

export const line = shallowReactive({
  connected: true,
  blocks: JSON.parse(localStorage.getItem(kept) ?? '[]') as Block[],
})

function keep(blocks: Block[]) {
  line.blocks = blocks
  localStorage.setItem(kept, JSON.stringify(blocks))
}

const without = (gone: Block) => line.blocks.filter(({ block }) => block !== gone.block)
const dayOf = (now: string) => now.slice(0, 10)

export const mayGive = (service: string, now: string) =>
  blockFor(line.blocks, service, dayOf(now)) !== undefined

// A number for whoever stands here now; none is left where it gives nothing.
export function giveOffline(service: string, priority: string, now: string): Given | undefined {
  const block = blockFor(line.blocks, service, dayOf(now))
  if (!block) return undefined
  const [given, after] = give(block, new Date(), priority)
  keep(line.blocks.map((one) => (one.block === block.block ? after : one)))
  return given
}

// A block that the server does not know any more, or has closed, is of no use.
async function tell(block: Block) {
  try {
    await mergeBlock(block)
  } catch (problem) {
    const lost = problem instanceof Problem && [404, 409].includes(problem.status)
    if (!lost) throw problem
  }
  keep(without(block))
}

async function fetchBlock(service: string) {
  try {
    keep([...line.blocks, { ...(await reserveBlock(service)), given: [] }])
  } catch (problem) {
    // A matter that gives no numbers now needs none ahead.
    if (!(problem instanceof Problem) || problem.status === 0) throw problem
  }
}

let busy = false

// Whenever the hall was heard: brings home what was given, and fills up.
export async function settle({ services, now }: Hall) {
  if (busy || readDevice().token === '' || !readDevice().ahead) return
  busy = true
  try {
    for (const block of toTell(line.blocks)) await tell(block)
    keep(line.blocks.filter(({ day }) => day === dayOf(now)))
    const open = services.filter(({ load }) => load.stopped === '').map(({ id }) => id)
    for (const service of lacking(line.blocks, open, dayOf(now))) await fetchBlock(service)
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem // the line again: later
  } finally {
    busy = false
  }
}
