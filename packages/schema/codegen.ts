import { createHash } from 'node:crypto'
import type { CodegenConfig } from '@graphql-codegen/cli'
import { Kind, visit, type DocumentNode, type FieldNode } from 'graphql'

// The built-in 'sha256' writes "sha256:" before the hash; Apollo sends the bare hexadecimal number.
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

const typename: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } }

/** Asks for `__typename` wherever Apollo's cache needs it: everywhere but at the root, as Apollo itself would. */
const withTypenames = {
  transform: ({ documents }: { documents: { document?: DocumentNode }[] }) =>
    documents.map((file) => ({
      ...file,
      document:
        file.document &&
        visit(file.document, {
          SelectionSet(node, _key, parent) {
            const ofRoot = parent && 'kind' in parent && parent.kind === Kind.OPERATION_DEFINITION
            const there = node.selections.some((one) => one.kind === Kind.FIELD && one.name.value === '__typename')
            return ofRoot || there ? undefined : { ...node, selections: [typename, ...node.selections] }
          },
        }),
    })),
}

const scalars = { JsonValue: 'unknown', Day: 'string', DateTimeISO: 'string' }

/** Types, documents and the list of trusted documents of one app; the parts both apps share are in each list. */
const app = (name: 'admin' | 'client') => ({
  preset: 'client' as const,
  documentTransforms: [withTypenames],
  documents: [`../../apps/${name}/src/**/*.{ts,tsx}`, '../ui/src/**/*.{ts,tsx}'],
  presetConfig: {
    fragmentMasking: false,
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
