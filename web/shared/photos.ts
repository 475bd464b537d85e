// Photos on their way from a phone to the office: made small before they are sent, so that a slow
// line suffices, and sent with their progress.
import { apiRoot, cookie, newKey } from './client'
import { offline, Problem, problemOf } from './problem'
import { shrunk } from './shrink'

export interface Photo {
  key: string // names its sending, so that a second try does not keep it twice
  name: string
  bytes: Blob
  url: string // of its preview on this page
  share?: number // of its bytes that have gone, 0..1; absent: not on its way
  sent?: boolean
  failed?: string // why it did not arrive
}

export async function readPhoto(file: File): Promise<Photo> {
  const bytes = await shrunk(file)
  const name = file.name.replace(/\.[^.]*$/, '') + '.jpg'
  return { key: newKey(), name, bytes, url: URL.createObjectURL(bytes) }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

// Sends a form with files to an address of the interface ('/matters/12/files'). The answer, or a
// Problem that is thrown. fetch tells no progress, so this is the older way.
export function sendForm<T>(
  path: string,
  form: FormData,
  key: string,
  progress: (share: number) => void = () => {},
): Promise<T> {
  return new Promise((done, fail) => {
    const request = new XMLHttpRequest()
    request.open('POST', apiRoot + path)
    request.setRequestHeader('Idempotency-Key', key)
    const token = cookie('csrf')
    if (token !== '') request.setRequestHeader('X-CSRF-Token', token)
    request.upload.onprogress = ({ loaded, total }) => progress(total > 0 ? loaded / total : 0)
    request.onload = () => {
      const body = parsed(request.responseText)
      if (request.status >= 200 && request.status < 300) done(body as T)
      else fail(problemOf(request.status, body))
    }
    request.onerror = request.onabort = () => fail(new Problem(0, offline, ''))
    request.send(form)
  })
}

// One photo after the other; those that have arrived are not sent again. Says whether all have.
export async function sendPhotos(
  photos: Photo[],
  path: string,
  why: (problem: unknown) => string,
  field = 'photo',
): Promise<boolean> {
  for (const photo of photos.filter(({ sent }) => !sent)) {
    const form = new FormData()
    form.append(field, photo.bytes, photo.name)
    photo.share = 0
    photo.failed = undefined
    try {
      await sendForm(path, form, photo.key, (share) => (photo.share = share))
      photo.sent = true
    } catch (problem) {
      photo.failed = why(problem)
    }
    photo.share = undefined
  }
  return photos.every(({ sent }) => sent)
}
