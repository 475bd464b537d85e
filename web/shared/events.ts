// Reads server-sent events out of pieces of text, wherever the pieces are cut.

export interface Event {
  id: string
  name: string
  data: string
}

function eventOf(block: string): Event | undefined {
  const event: Event = { id: '', name: 'message', data: '' }
  const data: string[] = []
  for (const line of block.split('\n')) {
    const [, field, value] = line.match(/^([a-z]+): ?(.*)$/) ?? []
    if (field === 'data') data.push(value ?? '')
    if (field === 'id') event.id = value ?? ''
    if (field === 'event') event.name = value ?? ''
  }
  event.data = data.join('\n')
  return data.length > 0 ? event : undefined
}

export function eventReader(): (piece: string) => Event[] {
  let rest = ''
  return (piece) => {
    const blocks = (rest + piece.replaceAll('\r', '')).split('\n\n')
    rest = blocks.pop() ?? ''
    return blocks.map(eventOf).filter((event) => event !== undefined)
  }
}
