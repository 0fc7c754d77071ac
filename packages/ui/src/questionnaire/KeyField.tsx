import { useState } from 'react'
import type { Item } from '@vises/questionnaire/model.ts'
import { TextField } from '../Field.tsx'
import { useTexts } from '../texts.tsx'
import { useEditor } from './editor-context.ts'
import { KEY_PATTERN, keysOf, renameKey } from './keys.ts'

/** The key of an item: the name of its column. It can change until it was published; expressions follow. */
export function KeyField({ item }: { item: Item }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('questionnaire')
  const { questionnaire, change, choose, published } = useEditor()
  const [typed, setTyped] = useState<string>()
  const key = typed ?? item.key
  const frozen = published.keys.has(item.key.toLowerCase())
  const error =
    key === item.key
      ? undefined
      : !KEY_PATTERN.test(key)
        ? t('key.bad')
        : keysOf(questionnaire.items).has(key.toLowerCase()) && key.toLowerCase() !== item.key.toLowerCase()
          ? t('key.taken')
          : published.keys.has(key.toLowerCase())
            ? t('key.published')
            : undefined
  const keep = () => {
    if (error) return
    setTyped(undefined)
    if (key === item.key) return
    change((draft) => renameKey(draft, item.key, key))
    choose(key, { zone: 'form', place: 'key' })
  }
  return (
    <div data-place="key">
      <TextField
        label={t('key.label')}
        help={t(frozen ? 'key.frozen' : 'key.help')}
        error={error}
        value={key}
        disabled={frozen}
        spellCheck={false}
        autoCapitalize="off"
        maxLength={100}
        onChange={(event) => setTyped(event.target.value.trim())}
        onBlur={keep}
        onKeyDown={(event) => event.key === 'Enter' && keep()}
      />
    </div>
  )
}
