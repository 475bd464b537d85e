// Photos of a problem, sent one by one with the code that opens it.
import { sendForm, type Photo } from '@shared/photos'
import { Problem } from '@shared/problem'
import { problemText } from '@shared/sentences'

// Says whether all have arrived; those that have are not sent again.
export async function sendAll(number: string, code: string, photos: Photo[]): Promise<boolean> {
  for (const photo of photos.filter(({ sent }) => !sent)) {
    const form = new FormData()
    form.append('code', code)
    form.append('file', photo.bytes, photo.name)
    photo.share = 0
    photo.failed = undefined
    const path = `/matters/${encodeURIComponent(number)}/files`
    try {
      await sendForm(path, form, photo.key, (share) => (photo.share = share))
      photo.sent = true
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem
      photo.failed = problemText(problem)
    }
    photo.share = undefined
  }
  return photos.every(({ sent }) => sent)
}
