// The title of the tab: the page's own, with a word before it while a form has faults.
import { shallowReactive, watchEffect } from 'vue'
import { say } from './strings'

const faulty = shallowReactive(new Set<object>()) // the forms that something is wrong with

export function useTitle(title: () => string) {
  watchEffect(() => {
    const own = title()
    document.title = faulty.size > 0 ? say('error.prefix', { title: own }) : own
  })
}

export function useFaulty(isFaulty: () => boolean) {
  const form = {}
  watchEffect((before) => {
    if (!isFaulty()) return
    faulty.add(form)
    before(() => faulty.delete(form))
  })
}
