import { useQuery } from '@apollo/client/react'
import { graphql } from '@vises/schema/admin'
import { useTextById, useTexts } from '@vises/ui/texts.tsx'
import { AUDIT_FIELDS } from './audit-fields.ts'
import type { FieldKind } from './audit-fields.ts'

const AuditPage_Words = graphql(`
  query AuditPage_Words {
    legalForms {
      code
      label {
        fr
        nl
        en
      }
    }
    territories {
      code
      name {
        fr
        nl
        en
      }
    }
  }
`)

const DAY = /^\d{4}-\d{2}-\d{2}$/
/** Shown for a language that is written plainly: `fr-x-plain`. */
const PLAIN = '-x-plain'

/** Names of fields and words for their values, in the reader's language; what is not known stays as it was written. */
export function useAuditWords(): {
  fieldName: (field: string) => string
  valueText: (field: string, value: unknown) => string
} {
  const { t, language, formatDay, formatList, formatNumber } = useTexts<typeof import('./texts.fr.json')>('audit')
  const textById = useTextById()
  const { data } = useQuery(AuditPage_Words)
  const languageNames = new Intl.DisplayNames([language], { type: 'language' })

  const languageName = (tag: string): string => {
    const main = tag.replace(PLAIN, '')
    let name = main
    try {
      name = languageNames.of(main) ?? main
    } catch {
      // A tag that the browser does not know stands for itself.
    }
    return tag === main ? name : t('plainLanguage', { language: name })
  }

  const codeText = (code: string, kind: FieldKind): string => {
    if (kind === 'day') return DAY.test(code) ? formatDay(code) : (textById(`audit.day.${code}`) ?? code)
    if (kind === 'language') return languageName(code)
    if (kind === 'territory') return data?.territories.find((one) => one.code === code)?.name[language] ?? code
    if (kind === 'legalForm') return data?.legalForms.find((one) => one.code === code)?.label[language] ?? code
    if (kind === 'criteria') return textById(`audit.criterion.${code}`) ?? code
    if (kind === 'role') return textById(`ui.role.${code}`) ?? code
    if (typeof kind === 'object') return textById(`audit.value.${kind.words}.${code}`) ?? code
    return code
  }

  const text = (value: unknown, kind: FieldKind): string => {
    if (value === null || value === undefined || value === '') return t('none')
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no')
    if (typeof value === 'number') return formatNumber(value)
    if (typeof value === 'string') return codeText(value, kind)
    if (Array.isArray(value)) {
      if (value.length === 0) return t('none')
      if (kind === 'count') return formatNumber(value.length)
      const parts = value.map((one) => text(one, kind))
      return kind === 'criteria' ? parts.reduce((before, next) => t('sentences', { before, next })) : formatList(parts)
    }
    if (kind === 'criteria' && 'criterion' in (value as object))
      return text((value as { criterion: unknown }).criterion, kind)
    const entries = Object.entries(value as object)
    if (entries.length === 0) return t('none')
    return entries
      .map(([key, one]) =>
        kind === 'byLanguage'
          ? t('pair', { name: languageName(key), value: text(one, 'plain') })
          : t('pair', { name: fieldName(key), value: text(one, AUDIT_FIELDS[key] ?? 'plain') }),
      )
      .reduce((before, next) => t('sentences', { before, next }))
  }

  const fieldName = (field: string): string => textById(`audit.field.${field}`) ?? spelledOut(field)
  return { fieldName, valueText: (field, value) => text(value, AUDIT_FIELDS[field] ?? 'plain') }
}

/** "plannedEndOn" as "Planned end on", for a field that has no name yet. */
function spelledOut(field: string): string {
  const words = field.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
