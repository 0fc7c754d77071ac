import { useState } from 'react'
import type { Item, Question } from '@vises/questionnaire/model.ts'
import { isSameData } from '@vises/questionnaire/diff.ts'
import { isContainer } from '@vises/questionnaire/walk.ts'
import { Icon } from '../Icon.tsx'
import { useTexts } from '../texts.tsx'
import { AdvancedParts } from './AdvancedParts.tsx'
import { useEditor } from './editor-context.ts'
import { ItemTools } from './ItemTools.tsx'
import { KindChooser } from './KindChooser.tsx'
import { KindIcon } from './KindIcon.tsx'
import { KindParts } from './KindParts.tsx'
import { changeKind, isQuestionKind, uses } from './kinds.ts'
import { keysOf, newKey, renameKey } from './keys.ts'
import { LogicBuilder } from './LogicBuilder.tsx'
import { updateItem } from './items.ts'
import { QuestionMedia } from './MediaParts.tsx'
import { RuleParts } from './RuleParts.tsx'
import { TextInLanguage } from './TextInLanguage.tsx'
import { useProperty } from './useProperty.ts'
import type { TreeDeeds } from './useTreeDeeds.ts'
import { useTakeBack } from './useTakeBack.ts'
import styles from './Form.module.css'

/** Everything of one item, what is needed most first. */
export function ItemForm({ item, deeds }: { item: Item; deeds: TreeDeeds }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('questionnaire')
  const set = useProperty(item)
  return (
    <>
      <div className={styles.head}>
        <KindButton item={item} />
        <ItemTools deeds={deeds} />
      </div>
      {item.kind === 'consent' && <p className={styles.live}>{t('consent.about')}</p>}
      {(item.kind === 'calculated' || item.kind === 'hidden') && <p className={styles.live}>{t('unseen.about')}</p>}
      <TextInLanguage
        label={t(
          isContainer(item)
            ? 'item.title'
            : item.kind === 'note'
              ? 'item.note'
              : item.kind === 'consent'
                ? 'item.consent'
                : 'item.label',
        )}
        texts={item.label}
        place="label"
        maxLength={item.kind === 'note' ? 20_000 : 2000}
        onChange={(texts) => set('label', texts)}
      />
      {uses(item.kind, 'hint') && item.kind !== 'hidden' && item.kind !== 'calculated' && (
        <TextInLanguage
          label={t('item.hint')}
          help={t('item.hintHelp')}
          texts={item.hint}
          place="hint"
          onChange={(texts) => set('hint', texts)}
        />
      )}
      {!isContainer(item) && item.kind !== 'hidden' && item.kind !== 'calculated' && <QuestionMedia question={item} />}
      <KindParts item={item} />
      {!isContainer(item) && <RuleParts question={item} />}
      <LogicBuilder key={item.key} item={item} />
      <AdvancedParts item={item} />
      {!isContainer(item) && item.origin && <p className={styles.origin}>{t('item.origin')}</p>}
    </>
  )
}

const CONTAINERS = ['page', 'group'] as const

/** The kind of the item, and the way to another. */
function KindButton({ item }: { item: Item }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('questionnaire')
  const editor = useEditor()
  const { questionnaire, change, published } = editor
  const takeBack = useTakeBack()
  const [choosing, setChoosing] = useState(false)
  const was = published.kinds.get(item.key)
  const isFrame = CONTAINERS.some((kind) => kind === item.kind)
  const fixed = item.kind === 'repeat'
  const choose = (kind: Item['kind']) => {
    setChoosing(false)
    if (kind === item.kind) return
    takeBack(t('kindChange.done', { kind: t(`kind.${kind}`) }), () => {
      if (isContainer(item) || !isQuestionKind(kind)) {
        return change((draft) => ({
          ...draft,
          items: updateItem(draft.items, item.key, (one) => ({ ...one, kind }) as Item),
        }))
      }
      // What was published keeps its column: of another kind it is another question.
      const another = was !== undefined && !isSameData(was, kind)
      const key = another ? newKey(kind, new Set([...published.keys, ...keysOf(questionnaire.items)])) : item.key
      change((draft) => {
        const renamed = another ? renameKey(draft, item.key, key) : draft
        const changed = changeKind(renamed, { ...(item as Question), key }, kind)
        return {
          ...renamed,
          choiceLists: changed.choiceLists,
          items: updateItem(renamed.items, key, () => changed.item),
        }
      })
      if (another) editor.choose(key)
    })
  }
  return (
    <>
      <button
        type="button"
        className={styles.kind}
        disabled={fixed}
        title={t('kindChange.open')}
        onClick={() => setChoosing(true)}
        data-place="kind"
      >
        <KindIcon kind={item.kind} />
        {t(`kind.${item.kind}`)}
        {!fixed && <Icon name="chevronDown" size={18} />}
      </button>
      <KindChooser
        open={choosing}
        title={t('kindChange.title')}
        from={item.kind}
        only={(kind) => (isFrame ? CONTAINERS.some((one) => one === kind) : isQuestionKind(kind))}
        notice={was === undefined ? undefined : t('kindChange.another')}
        marked={(kind) => was !== undefined && !isSameData(was, kind)}
        onChoose={choose}
        onClose={() => setChoosing(false)}
      />
    </>
  )
}
