import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { documents } from '../../packages/ui/vite/documents.ts'
import { textGroups, texts } from '../../packages/ui/vite/texts.ts'

// Where npm run dev starts the API, which takes changes from its own address only.
const port = process.env.PORT ?? 4000
const api = { target: `http://127.0.0.1:${port}`, headers: { origin: `http://localhost:${port}` } }

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
