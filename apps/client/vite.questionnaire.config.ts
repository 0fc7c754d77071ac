import { createHash } from 'node:crypto'
import { defineConfig } from 'vite'
import type { Plugin } from 'vite'
import { compressed } from '../../packages/ui/vite/compressed.ts'
import { texts } from '../../packages/ui/vite/texts.ts'

const here = import.meta.dirname

/**
 * Puts scripts and style into the page itself. On a slow line each request costs half a second before its first byte:
 * so there is one for the page, and while it arrives one for what is asked. Tells the service worker the page's age.
 */
function onePage(): Plugin {
  return {
    name: 'vises-one-page',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const take = (name: string): string => {
        const part = bundle[name]
        if (!part) throw new Error(`The questionnaire page wants ${name}, which was not built.`)
        delete bundle[name]
        const text = part.type === 'chunk' ? part.code : Buffer.from(part.source).toString()
        if (part.type === 'chunk' && part.imports.length + part.dynamicImports.length > 0)
          throw new Error(`${name} imports a script, and could not from within the page.`)
        return text.trim()
      }
      const page = bundle['q.html']
      if (page?.type !== 'asset') throw new Error('The questionnaire page was not built.')
      page.source = page.source
        .toString()
        .replace(
          /<script type="module"( async)?[^>]* src="\/app\/([^"]+)"[^>]*><\/script>/g,
          (_tag, async = '', name) => {
            // What would end the element, or open a comment, within a text of the script.
            const code = take(name).replaceAll('</script', '<\\/script').replaceAll('<!--', '\\x3C!--')
            // A module waits for the whole page; the first question to the server does not.
            return async ? `<script>{${code}}</script>` : `<script type="module">${code}</script>`
          },
        )
        .replace(
          /<link rel="stylesheet"[^>]* href="\/app\/([^"]+)"[^>]*>/g,
          (_tag, name) => `<style>${take(name)}</style>`,
        )
      const worker = bundle['q-sw.js']
      if (worker?.type !== 'chunk') throw new Error('The service worker was not built.')
      const version = createHash('sha256').update(page.source).digest('hex').slice(0, 12)
      worker.code = worker.code.replace('VERSION_OF_PAGE', JSON.stringify(version))
    },
  }
}

// The public questionnaire, built by itself after the app: what the app imports never weighs on it.
export default defineConfig({
  base: '/app/',
  publicDir: false,
  plugins: [texts(), onePage(), compressed()],
  build: {
    target: 'es2022',
    emptyOutDir: false,
    modulePreload: false,
    rolldownOptions: {
      input: {
        q: `${here}/q.html`,
        // The service worker has a name that stays.
        'q-sw': `${here}/src/q/sw.ts`,
        'q-early': `${here}/src/q/early.ts`,
      },
      output: { entryFileNames: '[name].js' },
    },
  },
})
