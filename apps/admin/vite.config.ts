import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { documents } from '../../packages/ui/vite/documents.ts'
import { textGroups, texts } from '../../packages/ui/vite/texts.ts'

const api = 'http://127.0.0.1:4000'

export default defineConfig({
  base: '/admin/',
  plugins: [texts(), documents('admin'), react()],
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: textGroups } } },
  },
  server: {
    host: '127.0.0.1',
    port: 5173,
    proxy: { '/graphql': api, '/api': api, '/outbox': api, '/healthz': api },
  },
})
