import { start } from '@shared/start'
import './kiosk.css'
import Start from './Start.vue'

void start(Start, {
  zh: () => import('@shared/words/kiosk/zh'),
  en: () => import('@shared/words/kiosk/en'),
})
