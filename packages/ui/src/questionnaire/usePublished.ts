import { useMemo } from 'react'
import { keysOf } from '@vises/questionnaire/keys.ts'
import type { Questionnaire } from '@vises/questionnaire/model.ts'
import { walk } from '@vises/questionnaire/walk.ts'
import { NOTHING_PUBLISHED, type Published } from './editor-context.ts'
import type { Design } from './useDesign.ts'
import { useVersionContent } from './useVersionContent.ts'

/** What was published of a questionnaire, and what earlier versions had. */
export function usePublished(design: Design): Published {
  const { content } = useVersionContent(design.id, design.publishedVersion)
  return useMemo(
    () => (content ? publishedOf(content, design.versions) : NOTHING_PUBLISHED),
    [content, design.versions],
  )
}

function publishedOf(content: Questionnaire, versions: Design['versions']): Published {
  const items = [...walk(content.items)].map(([item]) => item)
  const removed = versions.flatMap(({ changes }) => changes).filter(({ kind }) => kind.endsWith('Removed'))
  const choices = new Map(
    Object.entries(content.choiceLists).map(([name, list]) => [name, new Set(list.map((choice) => choice.name))]),
  )
  for (const { key, place, kind } of removed) if (kind === 'choiceRemoved' && place) choices.get(key)?.add(place)
  return {
    keys: new Set([...items.map(({ key }) => key), ...removed.map(({ key }) => key)].map((key) => key.toLowerCase())),
    kinds: new Map(items.map(({ key, kind }) => [key, kind])),
    meanings: keysOf(content),
    choices,
  }
}
