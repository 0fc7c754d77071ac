import { defineConfig } from 'rolldown'

// One bundle per command; packages from npm stay outside, the decorators' helper comes in.
export default defineConfig({
  input: {
    main: 'src/main.ts',
    'import-parser': 'src/modules/import/parser-process.ts',
    'workbook-parser': 'src/modules/questionnaire/workbook-process.ts',
    'translation-parser': 'src/modules/questionnaire/translation-process.ts',
    'paper-form': 'src/modules/collection/paper/paper-process.ts',
    xlsform: 'src/xlsform.ts',
    generate: 'src/generate.ts',
    token: 'src/token.ts',
    'mail-retry': 'src/mail-retry.ts',
    bench: 'src/bench/bench.ts',
    'limit-server': 'src/bench/limit-server.ts',
    'export-run': 'src/bench/export-run.ts',
    'export-million': 'src/bench/export-million.ts',
  },
  platform: 'node',
  external: (id) =>
    /^[^./]/.test(id) &&
    !id.startsWith('@oxc-project/') &&
    !id.startsWith('@vises/schema') &&
    !id.startsWith('@vises/questionnaire'),
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
