import { memo } from 'react'
import type { LanguageTag } from '@vises/questionnaire/model.ts'
import type { TranslationUnit } from '@vises/questionnaire/translation.ts'
import { Button } from '../Button.tsx'
import { Icon } from '../Icon.tsx'
import { Notice } from '../Notice.tsx'
import { useTexts } from '../texts.tsx'
import type { TranslationStore } from './translation-store.ts'
import styles from './Translate.module.css'

interface TranslationRowProps {
  unit: TranslationUnit
  /** Where the text stands, in words. */
  place: string
  language: LanguageTag
  /** What somebody else wrote meanwhile. */
  theirs: string | undefined
  store: TranslationStore
}

/** One text: what it says, and what it says in the other language. */
export const TranslationRow = memo(
  function TranslationRow({ unit, place, language, theirs, store }: TranslationRowProps) {
    const { t } = useTexts<typeof import('./texts.fr.json')>('questionnaire')
    const { path, source, sourceLanguage, sourceHash, target, state, passage } = unit
    const write = (text: string) => store.write(path, text, sourceHash)
    return (
      <li data-path={path} className={`${styles.row} ${styles[state]}`}>
        <p className={styles.where}>{place}</p>
        <p className={styles.source} lang={sourceLanguage} dir="auto">
          {source || <span className={styles.soft}>{t('translate.noSource')}</span>}
        </p>
        <div className={styles.target}>
          <textarea
            rows={1}
            lang={language}
            dir="auto"
            aria-label={t('translate.text', { place })}
            aria-describedby={state === 'translated' ? undefined : `${path}-state`}
            maxLength={passage ? 20_000 : 2000}
            value={target}
            onChange={(event) => write(event.target.value)}
          />
          <div className={styles.state}>
            {state !== 'translated' && (
              <span id={`${path}-state`} className={styles.mark}>
                <Icon name={state === 'missing' ? 'language' : 'refresh'} size={16} />
                {t(`translate.is.${state}`)}
              </span>
            )}
            {state === 'stale' && (
              <button type="button" className={styles.small} onClick={() => write(target)}>
                {t('translate.stillRight')}
              </button>
            )}
            {state === 'missing' && source && (
              <button type="button" className={styles.small} onClick={() => write(source)}>
                {t('translate.copy')}
              </button>
            )}
          </div>
          {theirs !== undefined && (
            <Notice
              tone="warning"
              live="assertive"
              title={t('translate.conflict')}
              actions={
                <>
                  <Button onClick={() => store.settle(path, 'mine', target, sourceHash)}>
                    {t('translate.keepMine')}
                  </Button>
                  <Button onClick={() => store.settle(path, 'theirs', target, sourceHash)}>
                    {t('translate.keepTheirs')}
                  </Button>
                </>
              }
            >
              <p lang={language}>{theirs || t('conflict.gone')}</p>
            </Notice>
          )}
        </div>
      </li>
    )
  },
  (before, after) =>
    before.place === after.place &&
    before.theirs === after.theirs &&
    before.store === after.store &&
    (['source', 'target', 'state', 'sourceHash'] as const).every((part) => before.unit[part] === after.unit[part]),
)
