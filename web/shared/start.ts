// How every client begins: its words in the reader's language, then its first component.
import { createApp, type App, type Component, type InjectionKey } from 'vue'
import './components.css'
import { language, type Language } from './settings'
import { useWords } from './strings'

// The address to go on from where a page has nothing to show.
export const firstPage: InjectionKey<string> = Symbol('first page')

type Load = () => Promise<{ words: Record<string, string> }>

export async function start(
  root: Component,
  words: Record<Language, Load>,
  prepare: (app: App) => unknown = () => {},
) {
  useWords((await words[language]()).words)
  const app = createApp(root)
  await prepare(app)
  app.mount('#page')
}
