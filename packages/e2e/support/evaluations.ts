import type { Browser } from '@playwright/test'
import { randomUUID } from 'node:crypto'
import { must } from './api.ts'
import { administratorOf, anEnterprise, joined, newPerson } from './people.ts'

/** An enterprise whose evaluation has begun, with its manager and its coach. */
export async function anEvaluation(browser: Browser, partnerCode: string, route: 'full' | 'light') {
  const admin = await administratorOf(browser, partnerCode, 'Ada')
  const { request } = admin.context
  const name = newPerson('Menuiserie').name
  const enterpriseId = await anEnterprise(request, name)
  const [manager, coach] = [
    await joined(browser, request, 'manager', 'Mona', enterpriseId),
    await joined(browser, request, 'coach', 'Cato'),
  ]
  const { viewer } = await must(coach.context.request, 'Session_Viewer')
  await must(request, 'Enterprise_AssignCoach', {
    enterpriseIds: [enterpriseId],
    coachMembershipId: viewer.membership.id,
  })
  const { startEvaluation } = await must(manager.context.request, 'Start_Evaluation', {
    input: { enterpriseId, route },
  })
  const evaluationId: string = startEvaluation.evaluation.id
  /** Writes one answer as somebody who may. */
  const answer = (by: typeof manager, stepCode: string, fieldKey: string, value: unknown, baseRevision = 0) =>
    must(by.context.request, 'Answers_Save', {
      input: { evaluationId, stepCode, fieldKey, value, baseRevision, operationId: randomUUID() },
    })
  return { admin, manager, coach, name, enterpriseId, evaluationId, answer }
}

/** Fills in the question sheet, so that the first gate can be asked for. */
export async function fillInSheet(
  { answer, manager }: Pick<Awaited<ReturnType<typeof anEvaluation>>, 'answer' | 'manager'>,
  question: string,
): Promise<void> {
  const fields: Record<string, unknown> = {
    candidates: ['c1', 'c2'],
    'candidates/c1/text': question,
    'candidates/c2/text': 'Notre atelier est-il utile ?',
    'candidates/c2/whyNot': 'On y répond par oui ou par non.',
    chosen: 'c1',
    question,
    whyChosen: 'Trois groupes sur quatre l’ont placée en tête.',
    purposes: ['improve'],
    intendedUse: 'En mars, le conseil choisira.',
    audience: 'Le conseil d’administration.',
    scope: 'Les personnes arrivées en 2018.',
    consulted: 'Quatre personnes de l’atelier.',
  }
  for (const [key, value] of Object.entries(fields)) await answer(manager, '1.7', key, value)
}
