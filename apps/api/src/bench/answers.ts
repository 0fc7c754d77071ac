import { compile } from '@vises/questionnaire/compile.ts'
import type { Answers, Question, Questionnaire } from '@vises/questionnaire/model.ts'
import type { DataSource } from 'typeorm'
import { idOf } from '../platform/id.ts'
import { Tenant } from '../platform/tenant.ts'

/** A wave with many answers to a questionnaire of so many questions. */
export interface AnswersOfBench {
  name: string
  partnerId: string
  enterpriseId: string
  questions: number
  answers: number
  /** Whether they wait to be counted. */
  pending?: boolean
}

/** The wave and the questionnaire of a name. */
export const benchWave = (name: string) => idOf(`bench answers ${name}`)
export const benchQuestionnaire = (name: string) => idOf(`bench questionnaire ${name}`)

const KINDS = [
  'agreement',
  'scale',
  'single',
  'yesNo',
  'agreement',
  'integer',
  'multiple',
  'agreement',
  'single',
  'shortText',
] as const
const PLACES = ['lille', 'kortrijk', 'mons', 'charleroi', 'namur']

/** Questions as surveys ask them. */
function questionnaireOf(questions: number): Questionnaire {
  return {
    title: { fr: `${questions} questions` },
    baseLanguage: 'fr',
    languages: ['fr'],
    choiceLists: { places: PLACES.map((name) => ({ name, label: { fr: `Ville de ${name}` } })) },
    items: Array.from({ length: questions }, (_, n): Question => {
      const kind = KINDS[n % KINDS.length]!
      const choices = kind === 'single' || kind === 'multiple' ? { choices: 'places' } : {}
      return { kind, key: `question_${n}`, label: { fr: `Question numéro ${n}` }, ...choices }
    }),
  }
}

/** What one person answers; every person another thing, the same each time. */
export function answersOf(questions: number, person: number): Answers {
  let state = person * 2_654_435_761 + 1
  const roll = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  const answers: Record<string, Answers[string]> = {}
  for (let n = 0; n < questions; n++) {
    const values = {
      agreement: 1 + roll(5),
      scale: roll(11),
      single: PLACES[roll(PLACES.length)]!,
      yesNo: roll(2) ? 'yes' : 'no',
      integer: roll(60),
      multiple: PLACES.filter(() => roll(2) === 0),
      shortText: `Un mot de la main ${roll(100)}`,
    }
    // One in twenty leaves a question empty.
    if (roll(20) > 0) answers[`question_${n}`] = values[KINDS[n % KINDS.length]!]
  }
  return answers
}

const VARIANTS = 1000

/** Publishes the questionnaire and fills a closed wave of it. */
export async function prepareAnswers(app: DataSource, bench: AnswersOfBench): Promise<void> {
  const { name, partnerId, enterpriseId, questions, answers, pending = false } = bench
  const content = questionnaireOf(questions)
  const [questionnaireId, versionId, waveId] = [
    benchQuestionnaire(name),
    idOf(`bench version ${name}`),
    benchWave(name),
  ]
  const tenant = new Tenant(app, { partnerId, userId: partnerId, enterpriseId: null })
  await tenant.write(async (db) => {
    await db.rows(
      `INSERT INTO questionnaire (partner_id, id, enterprise_id, title, draft, published_version, updated_by_name)
       VALUES ($1, $2, $3, 'Bench', $4, 1, 'Bench')`,
      [partnerId, questionnaireId, enterpriseId, JSON.stringify(content)],
    )
    await db.rows(
      `INSERT INTO questionnaire_version (partner_id, id, enterprise_id, questionnaire_id, number, content, compiled, published_by_name)
       VALUES ($1, $2, $3, $4, 1, $5, $6, 'Bench')`,
      [partnerId, versionId, enterpriseId, questionnaireId, JSON.stringify(content), JSON.stringify(compile(content))],
    )
    await db.rows(
      `INSERT INTO wave (partner_id, id, enterprise_id, questionnaire_id, version_id, title, opened_at, closed_at, languages, asked_by, created_by_name)
       VALUES ($1, $2, $3, $4, $5, 'Bench', now() - interval '9 days', now() - interval '1 day', '{fr}', 'Bench', 'Bench')`,
      [partnerId, waveId, enterpriseId, questionnaireId, versionId],
    )
  })
  const variants = Array.from({ length: VARIANTS }, (_, person) => answersOf(questions, person))
  const lot = 20_000
  for (let from = 0; from < answers; from += lot) {
    await tenant.write(async (db) => {
      await db.rows(`SET LOCAL statement_timeout = '5min'`)
      await db.rows(
        `WITH made AS (INSERT INTO response (partner_id, id, enterprise_id, wave_id, version, language, channel, received_on, seconds, answers)
         SELECT $1, gen_random_uuid(), $2, $3, 1, 'fr', 'online', current_date - n % 9, 60 + 10 * (n % 50), v.answers
         FROM generate_series($4::int, $5::int) AS n
         JOIN jsonb_array_elements($6::jsonb) WITH ORDINALITY AS v (answers, place) ON v.place = 1 + n % ${VARIANTS}
         RETURNING id)
         INSERT INTO response_pending (partner_id, wave_id, response_id, enterprise_id)
         SELECT $1, $3, id, $2 FROM made WHERE $7::boolean`,
        [partnerId, enterpriseId, waveId, from, Math.min(from + lot, answers) - 1, JSON.stringify(variants), pending],
      )
    })
  }
}
