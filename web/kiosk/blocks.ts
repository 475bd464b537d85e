// 号段: numbers that the server gave this machine ahead, for when the line is down. What was handed
// out is kept on the machine until the server has heard of it, over a restart too.
export interface Given {
  number: string
  issued_at: string
  priority?: string
}
export interface Block {
  block: string
  day: string
  service: string
  numbers: string[]
  given: Given[]
}

export function leftIn({ numbers, given }: Block): number {
  return numbers.length - given.length
}

// The block that serves the matter today, if it has numbers left.
export function blockFor(blocks: Block[], service: string, day: string): Block | undefined {
  return blocks.find((one) => one.service === service && one.day === day && leftIn(one) > 0)
}

// What is to be told to the server: of the blocks that handed out something.
export function toTell(blocks: Block[]): Block[] {
  return blocks.filter(({ given }) => given.length > 0)
}

// Matters for which a block must be fetched. Yesterday's unused numbers are void by themselves.
export function lacking(blocks: Block[], services: string[], day: string): string[] {
  const has = (service: string) =>
    blocks.some((one) => one.service === service && one.day === day)
  return services.filter((service) => !has(service))
}

// The next number of the block, handed out at this moment.
export function give(block: Block, at: Date, priority: string): [Given, Block] {
  const number = block.numbers[block.given.length]!
  const given = { number, issued_at: at.toISOString(), ...(priority && { priority }) }
  return [given, { ...block, given: [...block.given, given] }]
}
