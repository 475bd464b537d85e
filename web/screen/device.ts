// The wall of the city shows what leaders see, so its machine has a token of its own.
import { api } from '@shared/client'

const kept = 'banshi.screen'

export const readToken = () => localStorage.getItem(kept) ?? ''
export const keepToken = (token: string) => localStorage.setItem(kept, token)

api.use({
  onRequest({ request }) {
    const token = readToken()
    if (token !== '') request.headers.set('Authorization', `Bearer ${token}`)
  },
})
