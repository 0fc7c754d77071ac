import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Plugin } from 'vite'

// Matches graphql(`...`) and graphql(/* GraphQL */ `...`); our documents never hold an expression.
const CALL = /\bgraphql\(\s*(?:\/\*[^*]*\*\/\s*)?`((?:[^`$]|\$(?!\{))*)`,?\s*\)/g
const NAME = /^\s*(?:#[^\n]*\n\s*)*(query|mutation|subscription|fragment)\s+(\w+)/
const EXPORT = /^export const (\w+) = (\{.*\}) as unknown as DocumentNode</gm

/**
 * Puts each prepared document in the place where it is written. Without it every page carries the documents of all pages,
 * because the generated `graphql()` looks them up in one table.
 */
export function documents(app: 'admin' | 'client'): Plugin {
  const file = path.resolve(import.meta.dirname, `../../schema/src/generated/${app}/graphql.ts`)
  let readAt = 0
  let prepared = new Map<string, string>()
  const refresh = () => {
    const changedAt = statSync(file).mtimeMs
    if (changedAt === readAt) return
    readAt = changedAt
    prepared = new Map([...readFileSync(file, 'utf8').matchAll(EXPORT)].map(([, name = '', json = '']) => [name, json]))
  }
  return {
    name: 'vises-documents',
    enforce: 'pre',
    transform(code, id) {
      if (!/\.tsx?$/.test(id) || id.includes('/generated/') || !code.includes('graphql(')) return null
      refresh()
      const replaced = code.replace(CALL, (_call, text: string) => {
        const [, kind, name] = NAME.exec(text) ?? []
        const json = prepared.get(`${name}${kind === 'fragment' ? 'FragmentDoc' : 'Document'}`)
        if (!json) this.error(`No prepared document "${name}" in ${id}: run the generate script of packages/schema`)
        return `(${json} as any)`
      })
      return replaced === code ? null : { code: replaced, map: null }
    },
  }
}
