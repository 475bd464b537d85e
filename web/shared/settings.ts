// What the reader chose for this device, kept in cookies so that early.js and the server see it.
import { ref } from 'vue'

export type Language = 'zh' | 'en'

const root = document.documentElement

export const language: Language = root.lang === 'en' ? 'en' : 'zh'
export const elder = ref(root.classList.contains('elder'))
export const largest = ref(root.dataset.text === '30')

function keep(name: string, value: string) {
  document.cookie = `${name}=${value}; Path=/; Max-Age=31536000; SameSite=Lax`
}

// The server speaks by the same cookie; without one it would follow the browser's own languages.
if (!/(?:^|; )lang=/.test(document.cookie)) keep('lang', language)

export function switchElder() {
  elder.value = !elder.value
  root.classList.toggle('elder', elder.value)
  keep('elder', elder.value ? '1' : '0')
  if (!elder.value && largest.value) switchLargest()
}

// Text of 30 px, the largest setting; only offered in elder mode.
export function switchLargest() {
  largest.value = !largest.value
  if (largest.value) root.dataset.text = '30'
  else delete root.dataset.text
  keep('text', largest.value ? '30' : '')
}

// The sentences of the other language are another file, so the page is loaded again.
export function switchLanguage() {
  keep('lang', language === 'zh' ? 'en' : 'zh')
  location.reload()
}
