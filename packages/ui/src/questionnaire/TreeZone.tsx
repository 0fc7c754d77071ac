import { useMemo, useState } from 'react'
import { Button } from '../Button.tsx'
import { EmptyState } from '../EmptyState.tsx'
import { useTexts } from '../texts.tsx'
import { useUndo } from '../Undo.tsx'
import { BankDialog } from './BankDialog.tsx'
import { readCopied } from './clipboard.ts'
import { useEditor } from './editor-context.ts'
import { KindChooser } from './KindChooser.tsx'
import type { ItemKind } from './kinds.ts'
import { QuestionTree } from './QuestionTree.tsx'
import { treeRows } from './tree-rows.ts'
import type { useTreeDeeds } from './useTreeDeeds.ts'
import styles from './Editor.module.css'

interface TreeZoneProps {
  closed: ReadonlySet<string>
  toggle: (key: string, open: boolean) => void
  tree: ReturnType<typeof useTreeDeeds>
}

/** The tree with the ways to add to it. */
export function TreeZone({ closed, toggle, tree }: TreeZoneProps) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('questionnaire')
  const { questionnaire } = useEditor()
  const { deeds, adding, stopAdding, addKind, insert } = tree
  const tell = useUndo()
  const rows = useMemo(() => treeRows(questionnaire.items, closed), [questionnaire.items, closed])
  const [last, setLast] = useState<ItemKind>('single')
  const [borrowing, setBorrowing] = useState(false)
  return (
    <>
      <div className={styles.adding}>
        <Button variant="primary" icon="plus" onClick={deeds.add}>
          {t('tree.add')}
        </Button>
        <Button icon="book" onClick={() => setBorrowing(true)}>
          {t('bank.open')}
        </Button>
        {readCopied() && (
          <Button variant="quiet" onClick={deeds.paste}>
            {t('tools.paste')}
          </Button>
        )}
      </div>
      {rows.length === 0 && <EmptyState title={t('tree.empty')}>{t('tree.emptyText')}</EmptyState>}
      <QuestionTree rows={rows} closed={closed} onToggle={toggle} deeds={deeds} />
      <details className={styles.keys}>
        <summary>{t('keys.title')}</summary>
        <dl>
          {(['walk', 'move', 'nest', 'add', 'write', 'remove', 'duplicate', 'clipboard', 'undo'] as const).map(
            (key) => (
              <div key={key}>
                <dt>{t(`keys.${key}.keys`)}</dt>
                <dd>{t(`keys.${key}.deed`)}</dd>
              </div>
            ),
          )}
        </dl>
      </details>
      <KindChooser
        open={adding}
        title={t('tree.addTitle')}
        from={last}
        onChoose={(kind) => {
          setLast(kind)
          addKind(kind)
        }}
        onClose={stopAdding}
      />
      {borrowing && (
        <BankDialog
          onTake={(copied, label) => {
            const leftBehind = insert(copied)
            tell({ text: t(leftBehind > 0 ? 'bank.takenWithout' : 'bank.taken', { label }) })
          }}
          onClose={() => setBorrowing(false)}
        />
      )}
    </>
  )
}
