// Answers in the order of their questions: on an uneven line an older one may come last, and would
// show again what was. Each question gives a check, asked once when its answer is there.
export function inOrder(): () => () => boolean {
  let [asked, told] = [0, 0]
  return () => {
    const mine = ++asked
    return () => {
      const late = mine < told
      if (!late) told = mine
      return late
    }
  }
}
