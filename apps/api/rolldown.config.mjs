import { defineConfig } from 'rolldown'

// One bundle per command; packages from npm stay outside, the decorators' helper comes in.
export default defineConfig({
  input: {
    main: 'src/main.ts',
    'import-parser': 'src/modules/import/parser-process.ts',
    generate: 'src/generate.ts',
    token: 'src/token.ts',
    bench: 'src/bench/bench.ts',
    'limit-server': 'src/bench/limit-server.ts',
  },
  platform: 'node',
  external: (id) => /^[^./]/.test(id) && !id.startsWith('@oxc-project/') && !id.startsWith('@vises/schema'),
  tsconfig: './tsconfig.json',
  output: {
    dir: 'dist',
    format: 'esm',
    sourcemap: true,
    banner: "import 'reflect-metadata'",
    entryFileNames: '[name].mjs',
    chunkFileNames: 'chunks/[name]-[hash].mjs',
  },
})
