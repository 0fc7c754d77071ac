import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Sentence } from '../lib/sentence.mjs'

/** Fills a template of this folder: every `{{key}}` gets its value, and a key without a value is a fault of ours. */
export function fill(template, values) {
  const text = readFileSync(path.join(import.meta.dirname, template), 'utf8')
  return text.replace(/\{\{(\w+)\}\}/g, (_, key) => {
    if (values[key] === undefined) throw new Error(`${template} asks for ${key}, which nobody gives.`)
    return values[key]
  })
}

/** Writes files that are not there yet, all of them or none; answers their names. */
export function writeNew(root, files) {
  const taken = Object.keys(files).find((name) => existsSync(path.join(root, name)))
  if (taken) throw new Sentence(`${taken} is there already: nothing was written.`)
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true })
    writeFileSync(path.join(root, name), text, { flag: 'wx' })
  }
  return Object.keys(files)
}
