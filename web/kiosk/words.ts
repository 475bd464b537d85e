// The sentences of this client, typed from text/zh.
import { sayer } from '@shared/strings'
import type { Words } from '@shared/words/kiosk/words'

export const say = sayer<Words>()
