import { createHash } from 'node:crypto'
import type { CodegenConfig } from '@graphql-codegen/cli'
import { addTypenameSelectionDocumentTransform } from '@graphql-codegen/client-preset'

// The built-in 'sha256' writes "sha256:" before the hash; Apollo sends the bare hexadecimal number.
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

const scalars = { JsonValue: 'unknown', Day: 'string', DateTimeISO: 'string' }

/** Types, documents and the list of trusted documents of one app; the parts both apps share are in each list. */
const app = (name: 'admin' | 'client') => ({
  preset: 'client' as const,
  documentTransforms: [addTypenameSelectionDocumentTransform],
  documents: [`../../apps/${name}/src/**/*.{ts,tsx}`, '../ui/src/**/*.{ts,tsx}'],
  presetConfig: {
    fragmentMasking: { unmaskFunctionName: 'readFragment' },
    persistedDocuments: { hashAlgorithm: sha256, mode: 'embedHashInDocument' as const },
  },
  config: { useTypeImports: true, enumsAsTypes: true, strictScalars: true, scalars },
})

const config: CodegenConfig = {
  schema: './schema.graphql',
  importExtension: '',
  generates: { './src/generated/admin/': app('admin'), './src/generated/client/': app('client') },
}

export default config
