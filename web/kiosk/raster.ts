// A slip that this machine makes without the server: its words are drawn and sent to the printer
// as a picture (ESC/POS, GS v 0), so that no printer's character set matters.
const width = 576 // dots on 80 mm paper
const margin = 24

export interface Line {
  text: string
  size: number
  bold?: boolean
}

function draw(lines: Line[]): ImageData {
  const canvas = document.createElement('canvas')
  const height = lines.reduce((sum, { size }) => sum + size * 1.5, margin * 2)
  Object.assign(canvas, { width, height: Math.ceil(height) })
  const pen = canvas.getContext('2d')!
  pen.fillStyle = 'white'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.fillStyle = 'black'
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  let at = margin
  for (const { text, size, bold } of lines) {
    pen.font = `${bold ? 'bold ' : ''}${size}px ${getComputedStyle(document.body).fontFamily}`
    pen.fillText(text, width / 2, at + size * 0.75, width - 2 * margin)
    at += size * 1.5
  }
  return pen.getImageData(0, 0, canvas.width, canvas.height)
}

// One bit a dot, black is 1; eight dots a byte, the left one first.
export function bits({ data, width, height }: Pick<ImageData, 'data' | 'width' | 'height'>) {
  const row = Math.ceil(width / 8)
  const out = new Uint8Array(row * height)
  for (let y = 0; y < height; ++y)
    for (let x = 0; x < width; ++x)
      if (data[4 * (y * width + x)]! < 128) out[y * row + (x >> 3)]! |= 0x80 >> (x & 7)
  return { row, out }
}

export function commands(image: Pick<ImageData, 'data' | 'width' | 'height'>): Uint8Array {
  const { row, out } = bits(image)
  const { height } = image
  const head = [0x1b, 0x40, 0x1d, 0x76, 0x30, 0, row & 255, row >> 8, height & 255, height >> 8]
  const cut = [0x1b, 0x64, 3, 0x1d, 0x56, 0x42, 0]
  return Uint8Array.from([...head, ...out, ...cut])
}

export const rasterSlip = (lines: Line[]) => commands(draw(lines))
