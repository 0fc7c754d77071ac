/** @jsxImportSource preact */
import type { Path } from '@vises/questionnaire/form.ts'
import type { Group, Repeat } from '@vises/questionnaire/model.ts'
import { isContainer } from '@vises/questionnaire/walk.ts'
import { beside, isDrawn, isShown } from '../asking/screens.ts'
import type { Placed } from '../asking/screens.ts'
import { idOf, useDesk } from './desk.ts'
import { QuestionBlock } from './QuestionBlock.tsx'
import { RowButtons } from './RowButtons.tsx'
import { Say } from './Say.tsx'

/** Questions, groups and repeats one under the other. */
export function Parts({ parts, level }: { parts: readonly Placed[]; level: number }) {
  const { session } = useDesk()
  return (
    <>
      {parts
        .filter((part) => isShown(part, session.form))
        .map(({ item, path }) => {
          if (!isContainer(item)) return <QuestionBlock key={path} question={item} path={path} level={level} />
          if (item.kind === 'repeat') return <Rows key={path} repeat={item} path={path} level={level} titled />
          return <GroupBlock key={path} group={item} path={path} level={level} />
        })}
    </>
  )
}

function GroupBlock({ group, path, level }: { group: Group; path: Path; level: number }) {
  const Title = `h${Math.min(level, 6)}` as 'h2'
  const id = idOf(path)
  return (
    <section class="group" aria-labelledby={group.label ? id : undefined}>
      {group.label && (
        <Title id={id} class="group-title">
          <Say of={group.label} path={path} />
        </Title>
      )}
      {group.hint && (
        <p class="hint">
          <Say of={group.hint} path={path} />
        </p>
      )}
      <Parts parts={inside(group, path)} level={group.label ? level + 1 : level} />
    </section>
  )
}

/** What stands in a group: its questions lie beside it, since groups do not nest answers. */
export const inside = (group: Group, path: Path): Placed[] =>
  group.items.filter(isDrawn).map((item) => ({ item, path: beside(path, item.key) }))

/** All rows of a repeat as cards, with the buttons to add and remove one. */
export function Rows({ repeat, path, level, titled }: { repeat: Repeat; path: Path; level: number; titled?: boolean }) {
  const { session, t } = useDesk()
  const { rows = 0, openEnded } = session.form.view(path)
  const Title = `h${Math.min(level, 6)}` as 'h2'
  return (
    <section class="rows">
      {titled && repeat.label && (
        <Title class="group-title">
          <Say of={repeat.label} path={path} />
        </Title>
      )}
      {Array.from({ length: rows }, (_, index) => {
        const row = `${path}[${index}]`
        const Row = `h${Math.min(level + (titled ? 1 : 0), 6)}` as 'h2'
        return (
          <section key={row} class="row" aria-labelledby={idOf(row)} data-row={row}>
            <div class="row-head">
              <Row id={idOf(row)} class="row-title" tabIndex={-1}>
                <Say of={repeat.label} path={path} /> {t('row', { at: index + 1, of: rows })}
              </Row>
              {openEnded && <RowButtons remove={row} />}
            </div>
            <Parts
              parts={repeat.items.map((item) => ({ item, path: `${row}.${item.key}` }))}
              level={level + (titled ? 2 : 1)}
            />
          </section>
        )
      })}
      {openEnded && rows === 0 && <p class="hint">{t('row.none')}</p>}
      {openEnded && <RowButtons add={path} rows={rows} />}
    </section>
  )
}
