// Once a visit: did the public record do nothing but grow since this device was here?
import { contradiction as warning } from './pages'
import { contradiction, watch } from './watch'

const done = 'record-watched'

// What to show above every page, where there is a reason.
export async function warned() {
  if (sessionStorage.getItem(done)) return undefined
  await watch()
  if (contradiction.file !== '') return (await warning()).default
  sessionStorage.setItem(done, '1')
  return undefined
}
