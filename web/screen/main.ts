import { start } from '@shared/start'
import './screen.css'
import Start from './Start.vue'

void start(Start, {
  zh: () => import('@shared/words/screen/zh'),
  en: () => import('@shared/words/screen/en'),
})
