import { Icon } from '../Icon.tsx'
import { useTexts } from '../texts.tsx'

/** The draft, or a published version, as files: a workbook that other programs read, and the whole as JSON. */
export function DownloadLinks({ id, version }: { id: string; version?: number }) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('questionnaire')
  const address = (kind: 'xlsx' | 'json') =>
    `/api/questionnaires/${id}/workbook.${kind}${version === undefined ? '' : `?version=${version}`}`
  return (
    <>
      <a href={address('xlsx')} download>
        <Icon name="download" size={18} /> {t('download.xlsx')}
      </a>
      <a href={address('json')} download>
        <Icon name="download" size={18} /> {t('download.json')}
      </a>
    </>
  )
}
