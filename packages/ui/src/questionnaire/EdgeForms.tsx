import type { Texts } from '@vises/questionnaire/model.ts'
import { useTexts } from '../texts.tsx'
import { useEditor } from './editor-context.ts'
import { TextInLanguage } from './TextInLanguage.tsx'

/** What stands before the first question: the title, and who asks and why. */
export function StartForm() {
  const { t } = useTexts<typeof import('./texts.fr.json')>('questionnaire')
  const put = useTextOf()
  return (
    <>
      <h2>{t('tree.start')}</h2>
      <TextInLanguage label={t('start.title')} place="title" maxLength={300} {...put('title')} />
      <TextInLanguage
        label={t('start.introduction')}
        help={t('start.introductionHelp')}
        place="introduction"
        maxLength={20_000}
        {...put('introduction')}
      />
    </>
  )
}

/** What stands after the last question. */
export function EndForm() {
  const { t } = useTexts<typeof import('./texts.fr.json')>('questionnaire')
  const put = useTextOf()
  return (
    <>
      <h2>{t('tree.end')}</h2>
      <TextInLanguage
        label={t('end.thanks')}
        help={t('end.thanksHelp')}
        place="thanks"
        maxLength={20_000}
        {...put('thanks')}
      />
    </>
  )
}

function useTextOf() {
  const { questionnaire, change, language } = useEditor()
  return (property: 'title' | 'introduction' | 'thanks') => ({
    texts: questionnaire[property],
    onChange: (texts: Texts | undefined) =>
      change((draft) => {
        const { [property]: _former, ...rest } = draft
        return {
          ...rest,
          title: draft.title,
          ...(property === 'title' ? { title: texts ?? {} } : texts && { [property]: texts }),
        }
      }, `${property} ${language}`),
  })
}
