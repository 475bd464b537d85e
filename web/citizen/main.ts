import { start } from '@shared/start'
import Start from './Start.vue'

void start(Start, {
  zh: () => import('@shared/words/citizen/zh'),
  en: () => import('@shared/words/citizen/en'),
})
