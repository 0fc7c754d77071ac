import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { compressed } from '../../packages/ui/vite/compressed.ts'
import { documents } from '../../packages/ui/vite/documents.ts'
import { textGroups, texts } from '../../packages/ui/vite/texts.ts'

// Where npm run dev starts the API, which takes changes from its own address only.
const port = process.env.PORT ?? 4000
const api = { target: `http://127.0.0.1:${port}`, headers: { origin: `http://localhost:${port}` } }
const here = import.meta.dirname

// Keeps the app itself for days without a connection, on devices whose owner asked for it: see areas/device.
const offline = VitePWA({
  injectRegister: false,
  manifest: {
    name: 'VISES',
    short_name: 'VISES',
    start_url: '/app/',
    scope: '/app/',
    display: 'standalone',
    background_color: '#faf9f5',
    theme_color: '#0f5a5e',
    icons: [{ src: '/app/icon.svg', sizes: 'any', type: 'image/svg+xml' }],
  },
  workbox: {
    globPatterns: ['index.html', 'icon.svg', 'assets/*.{js,css,woff2}'],
    navigateFallback: '/app/index.html',
    navigateFallbackAllowlist: [/^\/app\//],
    cleanupOutdatedCaches: true,
    clientsClaim: true,
    skipWaiting: true,
  },
})

export default defineConfig({
  base: '/app/',
  plugins: [texts(), documents('client'), react({ exclude: /\/src\/q\// }), offline, compressed()],
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // The app, and the page that says where to go; the questionnaire has a build of its own.
      input: { index: `${here}/index.html`, welcome: `${here}/welcome.html` },
      output: { codeSplitting: { groups: textGroups } },
    },
  },
  server: {
    host: '127.0.0.1',
    port: 5174,
    proxy: { '/graphql': api, '/api': api, '/outbox': api, '/healthz': api },
  },
})
