import { start } from '@shared/start'
import './console.css'
import Frame from './Frame.vue'
import { router } from './router'
import { seeSession } from './session'
import { noticeArrival } from './sign_on'

const words = {
  zh: () => import('@shared/words/console/zh'),
  en: () => import('@shared/words/console/en'),
}

noticeArrival()
void start(Frame, words, async (app) => {
  await seeSession()
  app.use(router)
})
