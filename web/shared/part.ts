// A part of a page 部件 that is fetched when it is needed. A line that is cut for a moment costs no
// part: it is asked for again, each time after a longer pause.
import { defineAsyncComponent, type AsyncComponentLoader, type Component } from 'vue'

const most = 5

export const part = <Shown extends Component>(loader: AsyncComponentLoader<Shown>) =>
  defineAsyncComponent({
    loader,
    onError: (_, again, giveUp, asked) =>
      asked < most ? setTimeout(again, 1000 * 2 ** (asked - 1)) : giveUp(),
  })

// With its sentences, which are a file of their own; both are asked for at once.
export async function withTable<Shown, Table>(
  shown: Promise<Shown>,
  words: Promise<{ words: Table }>,
  take: (words: Table) => void,
): Promise<Shown> {
  const [found, table] = await Promise.all([shown, words])
  take(table.words)
  return found
}
