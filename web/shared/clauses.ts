export interface Run {
  text: string
  bold: boolean
}

export interface Clause {
  runs: Run[]
  blank: boolean // Latin clauses are parted by a blank, Chinese ones by nothing
}

function runsOf(clause: string): Run[] {
  return clause
    .split('*')
    .map((text, at) => ({ text, bold: at % 2 === 1 }))
    .filter((run) => run.text !== '')
}

// "约等 *9 分钟*，慢则 *16 分钟*。" is two clauses of plain and bold runs.
export function clauses(sentence: string): Clause[] {
  return sentence
    .split(/(?<=[，；、。])|(?<=[,;.]) /)
    .filter((clause) => clause !== '')
    .map((clause) => ({ runs: runsOf(clause), blank: /[,;.]$/.test(clause) }))
}
