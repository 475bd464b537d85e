import { part } from '@shared/part'
import { start } from '@shared/start'
import { counter } from './device'
import './kiosk.css'
import Start from './Start.vue'

// The device at a window is a page of its own.
const Evaluator = part(() => import('./Evaluator.vue'))
if (counter !== '') document.documentElement.classList.add('evaluator')

void start(counter === '' ? Start : Evaluator, {
  zh: () => import('@shared/words/kiosk/zh'),
  en: () => import('@shared/words/kiosk/en'),
})
