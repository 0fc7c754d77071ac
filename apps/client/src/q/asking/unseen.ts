import { walk } from '@vises/questionnaire/walk.ts'
import { isDrawn, screenOf } from './screens.ts'
import type { Session } from './session.ts'

/** An item that nobody ever sees, or one that is not asked for now. */
export type Unseen = 'calculated' | 'hidden' | 'empty' | 'notAsked'

/** Why there is nothing to see of an item; undefined when there is. */
export function unseenIn(session: Session, key: string): Unseen | undefined {
  const [item] = [...walk(session.questionnaire.items)].find(([one]) => one.key === key) ?? []
  if (item && !isDrawn(item)) return item.kind === 'calculated' || item.kind === 'hidden' ? item.kind : 'empty'
  return screenOf(session.screens, key) && isRelevant(session, key) ? undefined : 'notAsked'
}

/** A question inside a repeat has no one path: its screen is shown when there is one. */
function isRelevant(session: Session, key: string): boolean {
  return !session.form.paths().includes(key) || session.form.view(key).relevant
}
