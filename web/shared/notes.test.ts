import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { verifiesByHand } from './ed25519.ts'
import {
  readCheckpoint,
  readKey,
  readNote,
  readProofFile,
  signedBy,
  verifies,
} from './notes.ts'
import { leafOf, rootOf } from './proof.ts'

const folder = join(dirname(fileURLToPath(import.meta.url)), '../../test/data/merkle')
const read = (name: string) => readFileSync(join(folder, name), 'utf8')
const own = JSON.parse(read('keys-and-entries.json'))

test('the checkpoint of the vectors, its log and its witnesses', async () => {
  const note = readNote(read('checkpoint.cosigned'))!
  assert.equal(readCheckpoint(note)?.size, own.entries.length)
  const keys = [own.log_vkey, ...own.witnesses.map(({ vkey }: { vkey: string }) => vkey)]
  for (const text of keys) {
    const key = (await readKey(text))!
    assert.equal(await signedBy(note, key), true, text)
    assert.equal(await signedBy({ ...note, text: `${note.text} ` }, key), false, text)
  }
})

test('a key whose id is not its own is none', async () => {
  assert.equal(await readKey(own.log_vkey.replace(/\+[0-9a-f]/, '+x')), undefined)
  assert.equal(await readKey(own.log_vkey.replace(/\+[0-9a-f]{8}\+/, '+00000000+')), undefined)
})

test('the proof file of the vectors leads to its root, and a changed one is none', async () => {
  const text = read('entry-4.tlog-proof')
  const file = readProofFile(text)!
  const head = readCheckpoint(file.note)!
  const leaf = await leafOf(own.entries[4])
  const { seq, proof } = file
  assert.equal(await rootOf({ seq, size: head.size, leaf, proof }), head.root)
  const wrong = await leafOf(`${own.entries[4]} `)
  assert.notEqual(await rootOf({ seq, size: head.size, leaf: wrong, proof }), head.root)
  for (const bad of [text.slice(1), text.replace('index 4', 'index 04'), text.slice(0, 90)])
    assert.equal(readProofFile(bad), undefined)
})

test('by hand as by the browser', async () => {
  const key = (await readKey(own.log_vkey))!
  const note = readNote(read('checkpoint'))!
  const signature = note.signatures[0]!.bytes
  const text = new TextEncoder().encode(note.text)
  for (const verify of [verifies, verifiesByHand]) {
    assert.equal(await verify(key.bytes, text, signature), true)
    assert.equal(await verify(key.bytes, text.slice(1), signature), false)
    for (const at of [0, 31, 32, 63]) {
      const changed = signature.slice()
      changed[at]! ^= 1
      assert.equal(await verify(key.bytes, text, changed), false, `byte ${at}`)
    }
  }
})
