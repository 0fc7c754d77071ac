import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { documents } from '../../packages/ui/vite/documents.ts'
import { textGroups, texts } from '../../packages/ui/vite/texts.ts'

const api = 'http://127.0.0.1:4000'
const here = import.meta.dirname

export default defineConfig({
  base: '/app/',
  plugins: [texts(), documents('client'), react()],
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // The app, the page that says where to go, and the questionnaire: the last two without any framework.
      input: { index: `${here}/index.html`, welcome: `${here}/welcome.html`, q: `${here}/q.html` },
      output: { codeSplitting: { groups: textGroups } },
    },
  },
  server: {
    host: '127.0.0.1',
    port: 5174,
    proxy: { '/graphql': api, '/api': api, '/outbox': api, '/healthz': api },
  },
})
