import { start } from '@shared/start'
import { router } from './router'
import Start from './Start.vue'

void start(
  Start,
  {
    zh: () => import('@shared/words/citizen/zh'),
    en: () => import('@shared/words/citizen/en'),
  },
  (app) => app.use(router),
)
