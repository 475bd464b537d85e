import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import vue from '@vitejs/plugin-vue'
import { defineConfig, type Plugin } from 'vite'
import { words as en } from './shared/words/shared/en.ts'
import { words as zh } from './shared/words/shared/zh.ts'

const here = import.meta.dirname
const sharedParts = new RegExp(
  'web.shared.(?!words|api|draw|scale|map|photos|shrink|notes|ed25519|proof|' +
    'parts.(\\w*Chart|Photos|RowBars))|openapi-fetch',
)
// What most routes of the citizen need. What a few of them share comes with those alone.
const commonParts = new RegExp(
  'web.citizen.(?!problems|record|voices|draws|families|aid|' +
    'HallHome|MyNumber|DaysAndTimes|PersonFields|person|CodeForm|Follow|FindForm|hold|opening)',
)
const pages = ['index', 'citizen', 'console', 'kiosk', 'screen']

// Puts shared/early.js, hashed, as a blocking script before everything else of each page: the
// language and the elder class must stand before the first paint, and inline scripts are
// forbidden by the content policy.
function early(): Plugin {
  return {
    name: 'early',
    apply: 'build',
    async buildStart() {
      const source = await readFile(resolve(here, 'shared/early.js'), 'utf8')
      this.emitFile({ type: 'asset', name: 'early.js', source })
    },
    transformIndexHtml(_html, { bundle = {} }) {
      const files = Object.values(bundle).filter((file) => file.type === 'asset')
      const file = files.find((each) => each.names.includes('early.js'))
      return [{ tag: 'script', attrs: { src: `/${file!.fileName}` }, injectTo: 'head-prepend' }]
    },
  }
}

// Puts frame.html, which all pages share, in the place of %frame:citizen%.
function frame(): Plugin {
  const fill = async (html: string) => {
    const text = await readFile(resolve(here, 'frame.html'), 'utf8')
    return html.replace(/%frame:([a-z]+)%/, (_hole, client) => text.replace('%client%', client))
  }
  return { name: 'frame', transformIndexHtml: { order: 'pre', handler: fill } }
}

// Fills %zh:frame.name% in the pages themselves, which stand before any script has run.
function sentences(): Plugin {
  const words = { zh: zh as Record<string, string>, en: en as Record<string, string> }
  const filled = (_hole: string, language: 'zh' | 'en', key: string) => words[language][key]!
  return {
    name: 'sentences',
    transformIndexHtml: (html) => html.replace(/%(zh|en):([a-z0-9_.]+)%/g, filled),
  }
}

export default defineConfig({
  base: '/',
  resolve: { alias: { '@shared': resolve(here, 'shared') } },
  plugins: [vue(), early(), frame(), sentences()],
  define: { __VUE_OPTIONS_API__: 'false' },
  build: {
    manifest: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: Object.fromEntries(pages.map((page) => [page, resolve(here, `${page}.html`)])),
      output: {
        // Many small files pack worse than a few: what several pages share travels together.
        codeSplitting: {
          groups: [
            { name: 'vue', test: /node_modules.(@vue|vue)[\\/]/ },
            { name: 'parts', test: sharedParts },
            { name: 'common', test: commonParts, minShareCount: 2 },
          ],
        },
      },
    },
  },
})
