import type { Texts } from '@vises/questionnaire/model.ts'
import { wordsIn } from '@vises/questionnaire/words.ts'
import { useCan } from '@vises/ui/auth/Session.tsx'
import { useLanguageName } from '@vises/ui/questionnaire/language-names.ts'
import { useTextById, useTexts } from '@vises/ui/texts.tsx'
import type { Progress } from './FollowUpPage.tsx'
import { choicesOf, lineAbout } from './population-words.ts'
import type { Wave } from './useWave.ts'

type Finding = Progress['quality']['findings'][number]

const SHARES = [
  'rate',
  'answered',
  'population',
  'missingShare',
  'declinedShare',
  'lost',
  'alikeShare',
  'completion',
  'setAsideShare',
  'coverage',
]

/** What a rule found, as a sentence. The rules are data of the API: one without words is told by its name. */
export function useFindingWords(wave: Wave, progress: Progress) {
  const { t, language, formatPercent, formatList } = useTexts<typeof import('./texts.fr.json')>('collection')
  const textById = useTextById()
  const languageName = useLanguageName()
  const questions = new Map(
    [...progress.reach, ...progress.missing, ...progress.population].map(({ key, label }) => [key, label as Texts]),
  )
  const aboutWords = ({ about, rule }: Finding): string => {
    if (about === null) return ''
    if (rule.startsWith('language')) return languageName(about)
    if (about === '@group') return t('groups')
    const key = lineAbout(progress.population, about)?.key ?? about
    return wave.groups.find(({ id }) => id === about)?.name ?? (wordsIn(questions.get(key), language) || key)
  }
  const sentence = (finding: Finding): string => {
    const given = finding.values as Record<string, string | number | null>
    const values = Object.fromEntries(
      Object.entries(given).map(([fact, value]) => {
        if (typeof value !== 'number') return [fact, value ?? '']
        if (SHARES.includes(fact)) return [fact, formatPercent(value)]
        return [fact, fact === 'medianSeconds' ? Math.max(1, Math.round(value / 60)) : value]
      }),
    )
    const channel = given['channel'] ? (textById(`collection.channel.${given['channel']}`) ?? '') : ''
    const about = aboutWords(finding)
    const line = lineAbout(progress.population, finding.about ?? '')
    const choice = line ? formatList(choicesOf(line, language), 'or') : ''
    return (
      textById(`collection.rule.${finding.rule}`, { ...values, channel, about, choice }) ??
      t('ruleUnknown', { rule: finding.rule, about })
    )
  }
  const nameOf = (rule: string): string => textById(`collection.ruleName.${rule}`) ?? rule
  return { sentence, nameOf }
}

/** Where each finding is mended, for those who may. */
export function useTargets(wave: Wave): (finding: Finding) => { to: string; words: string } | undefined {
  const { t, language } = useTexts<typeof import('./texts.fr.json')>('collection')
  const can = useCan()
  const here = `/${language}/collection/${wave.id}`
  const questionnaire = `/${language}/questionnaires/${wave.questionnaireId}`
  const targets: Record<Finding['target'], { to: string; needs: string }> = {
    groups: { to: `${here}/settings#groups`, needs: 'collection:write' },
    links: { to: `${here}/links`, needs: 'collection:write' },
    reminders: { to: `${here}/people`, needs: 'collection:write' },
    settings: { to: `${here}/settings`, needs: 'collection:write' },
    question: { to: `${questionnaire}/edit`, needs: 'questionnaire:write' },
    translation: { to: `${questionnaire}/translate`, needs: 'questionnaire:write' },
    results: { to: `/${language}/results/${wave.id}`, needs: 'result:read' },
  }
  return ({ target, about, rule }) => {
    const { to, needs } = targets[target]
    if (!can(needs)) return undefined
    const item = target === 'question' && about && rule !== 'populationBias' ? `?item=${encodeURIComponent(about)}` : ''
    return { to: `${to}${item}`, words: t(`fix.${target}`) }
  }
}
