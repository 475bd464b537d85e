import { start } from '@shared/start'
import './console.css'
import Frame from './Frame.vue'
import { router } from './router'
import { seeSession } from './session'

const words = {
  zh: () => import('@shared/words/console/zh'),
  en: () => import('@shared/words/console/en'),
}

void start(Frame, words, async (app) => {
  await seeSession()
  app.use(router)
})
