import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

const WORTH = /\.(js|css|html|svg|json|webmanifest)$/
const LEAST_BYTES = 1000

/** Leaves a brotli and a gzip copy beside each text file of the build; the server sends what the browser takes. */
export function compressed(): Plugin {
  return {
    name: 'vises-compressed',
    apply: 'build',
    // What was written in the end is what is compressed.
    async writeBundle({ dir }, bundle) {
      await Promise.all(
        Object.keys(bundle)
          .filter((name) => WORTH.test(name))
          .map(async (name) => {
            const file = path.join(dir!, name)
            const source = await readFile(file)
            if (source.length < LEAST_BYTES) return
            await writeFile(`${file}.br`, await promisify(brotliCompress)(source))
            await writeFile(`${file}.gz`, await promisify(gzip)(source, { level: 9 }))
          }),
      )
    },
  }
}
