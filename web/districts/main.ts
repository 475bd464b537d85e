import { start } from '@shared/start'
import Start from './Start.vue'

void start(Start, {
  zh: () => import('@shared/words/districts/zh'),
  en: () => import('@shared/words/districts/en'),
})
