// The address of a page below /{district}/: which pattern it fits and what stands in its holes.
export type Params = Record<string, string>

// "/hall/:hall/number/:number?" fits "/hall/a/number/A026" and "/hall/a/number".
export function fit(pattern: string, path: string): Params | undefined {
  const wanted = pattern.split('/').filter((part) => part !== '')
  const given = path.split('/').filter((part) => part !== '')
  if (given.length > wanted.length) return undefined
  const params: Params = {}
  for (const [at, part] of wanted.entries()) {
    const text = given[at]
    if (text === undefined && part.endsWith('?')) continue
    if (text === undefined) return undefined
    if (part.startsWith(':')) params[part.replace(/[:?]/g, '')] = decodeURIComponent(text)
    else if (part !== text) return undefined
  }
  return params
}
