// The sentences of this client, typed from text/zh.toml.
import { sayer } from '../shared/strings'
import type { Words } from '../shared/words/screen/words'

export const say = sayer<Words>()
