import { createHash } from 'node:crypto'
import { defineConfig } from 'vite'
import type { Plugin } from 'vite'
import { compressed } from '../../packages/ui/vite/compressed.ts'
import { texts } from '../../packages/ui/vite/texts.ts'

const here = import.meta.dirname

/** Tells the service worker what the page is made of, so that all of it is there without a connection. */
function partsOfPage(): Plugin {
  return {
    name: 'vises-parts-of-page',
    apply: 'build',
    generateBundle(_options, bundle) {
      const worker = bundle['q-sw.js']
      if (worker?.type !== 'chunk') return
      const parts = Object.keys(bundle).filter((name) => /\.(js|css)$/.test(name) && name !== worker.fileName)
      const all = createHash('sha256')
      for (const name of parts) {
        const part = bundle[name]!
        all.update(name).update(part.type === 'chunk' ? part.code : part.source)
      }
      worker.code = worker.code
        .replace('PARTS_OF_PAGE', JSON.stringify(parts.map((name) => `/app/${name}`)))
        .replace('VERSION_OF_PAGE', JSON.stringify(all.digest('hex').slice(0, 12)))
    },
  }
}

// The public questionnaire, built by itself after the app: what the app imports never weighs on it.
export default defineConfig({
  base: '/app/',
  publicDir: false,
  plugins: [texts(), partsOfPage(), compressed()],
  build: {
    target: 'es2022',
    emptyOutDir: false,
    modulePreload: false,
    rolldownOptions: {
      input: {
        q: `${here}/q.html`,
        // What is asked for by a name that stays: the service worker, and the first question to the server.
        'q-sw': `${here}/src/q/sw.ts`,
        'q-early': `${here}/src/q/early.ts`,
      },
      output: {
        entryFileNames: ({ name }) => (name.startsWith('q-') ? '[name].js' : 'assets/[name]-[hash].js'),
        chunkFileNames: 'assets/q-[name]-[hash].js',
      },
    },
  },
})
