import { start } from '@shared/start'
import Start from './Start.vue'

void start(Start, {
  zh: () => import('@shared/words/console/zh'),
  en: () => import('@shared/words/console/en'),
})
