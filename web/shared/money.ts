// Whole fen 分 as yuan, and back: never through a fraction.
export function yuan(fen: number): string {
  const size = Math.abs(fen)
  const whole = String(Math.trunc(size / 100)).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${fen < 0 ? '−' : ''}${whole}.${String(size % 100).padStart(2, '0')}`
}

// 3000, 3000.5 and 3,000.00; nothing for anything else.
export function readYuan(text: string): number | undefined {
  const [, whole, cents] = /^([0-9]{1,3}(?:,[0-9]{3})*|[0-9]{1,10})(?:\.([0-9]{1,2}))?$/.exec(
    text.trim(),
  ) ?? []
  if (whole === undefined) return undefined
  return Number(whole.replaceAll(',', '')) * 100 + Number((cents ?? '').padEnd(2, '0'))
}
