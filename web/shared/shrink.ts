// Makes a photo small on the device that took it.
export const longestSide = 2048
const quality = 0.85

export function sizeWithin(width: number, height: number, side: number): [number, number] {
  const scale = Math.min(1, side / Math.max(width, height))
  return [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))]
}

// Upright, at most `longestSide`, and without the place where it was taken. Throws where this
// browser cannot open the file.
export async function shrunk(file: Blob): Promise<Blob> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
  try {
    const canvas = document.createElement('canvas')
    ;[canvas.width, canvas.height] = sizeWithin(picture.width, picture.height, longestSide)
    const paper = canvas.getContext('2d')!
    paper.fillStyle = 'white'
    paper.fillRect(0, 0, canvas.width, canvas.height)
    paper.imageSmoothingQuality = 'high'
    paper.drawImage(picture, 0, 0, canvas.width, canvas.height)
    return await new Promise((done, fail) =>
      canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error())), 'image/jpeg', quality),
    )
  } finally {
    picture.close()
  }
}
