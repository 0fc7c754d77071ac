import { useMutation } from '@apollo/client/react'
import { graphql } from '@vises/schema/client'
import { useTexts } from '@vises/ui/texts.tsx'
import { useDeed } from './useDeed.ts'
import type { Wave } from './useWave.ts'

const CollectionPage_CreateLink = graphql(`
  mutation CollectionPage_CreateLink($input: CreateLinkInput!) {
    createLink(input: $input) {
      problem
      wave {
        ...CollectionWave
      }
    }
  }
`)
const CollectionPage_CreateSlips = graphql(`
  mutation CollectionPage_CreateSlips($input: CreateLinkInput!, $count: Int!) {
    createSingleUseLinks(input: $input, count: $count) {
      problem
      wave {
        ...CollectionWave
      }
    }
  }
`)

export interface LinkWish {
  label: string
  groupId: string | null
  language: string | null
  quota?: number | null
}

/** Makes links for everybody and links that take one answer each. */
export function useMakeLinks(wave: Wave) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('collection')
  const deed = useDeed()
  const [create] = useMutation(CollectionPage_CreateLink)
  const [createSlips] = useMutation(CollectionPage_CreateSlips)
  const makeOpen = async (wish: LinkWish) =>
    (await create({ variables: { input: { waveId: wave.id, ...wish } } })).data?.createLink
  const makeSlips = async (wish: LinkWish, count: number) =>
    (await createSlips({ variables: { input: { waveId: wave.id, ...wish }, count } })).data?.createSingleUseLinks
  /** One link for each group, or one for everybody; the page asks for its language by itself. */
  const onePerGroup = () =>
    deed.run(async () => {
      const groups = wave.groups.length > 0 ? wave.groups : [undefined]
      let last: Awaited<ReturnType<typeof makeOpen>>
      for (const group of groups) {
        last = await makeOpen({ label: group?.name ?? t('everybody'), groupId: group?.id ?? null, language: null })
        if (last?.problem) return last
      }
      return last
    })
  return { deed, makeOpen, makeSlips, onePerGroup }
}
