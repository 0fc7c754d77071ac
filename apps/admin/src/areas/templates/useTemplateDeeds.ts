import { useState } from 'react'
import { useMutation } from '@apollo/client/react'
import { graphql } from '@vises/schema/admin'
import type { QuestionnaireRefusal } from '@vises/schema/admin/graphql'
import { useTexts } from '@vises/ui/texts.tsx'
import { useUndo } from '@vises/ui/Undo.tsx'

const Templates_Offer = graphql(`
  mutation Templates_Offer($id: ID!) {
    offerTemplate(templateId: $id) {
      problem
      questionnaire {
        id
        offeredAt
      }
    }
  }
`)
const Templates_Withdraw = graphql(`
  mutation Templates_Withdraw($id: ID!) {
    withdrawTemplate(templateId: $id) {
      problem
      questionnaire {
        id
        offeredAt
      }
    }
  }
`)
const Templates_Archive = graphql(`
  mutation Templates_Archive($id: ID!) {
    archiveQuestionnaire(questionnaireId: $id) {
      problem
      questionnaire {
        id
        archivedAt
      }
    }
  }
`)
const Templates_Restore = graphql(`
  mutation Templates_Restore($id: ID!) {
    restoreQuestionnaire(questionnaireId: $id) {
      problem
      questionnaire {
        id
        archivedAt
      }
    }
  }
`)
const Templates_Duplicate = graphql(`
  mutation Templates_Duplicate($id: ID!) {
    duplicateQuestionnaire(questionnaireId: $id) {
      problem
      questionnaire {
        id
        title
      }
    }
  }
`)

export type TemplateDeed = 'offer' | 'withdraw' | 'archive' | 'restore' | 'duplicate'

interface Template {
  id: string
  title: string
}

// What takes a deed back; a copy is put away by archiving it.
const OPPOSITES = { offer: 'withdraw', withdraw: 'offer', archive: 'restore' } as const

/** What can be done with a template; each deed says that it was done and offers to take it back. */
export function useTemplateDeeds(onChanged: () => Promise<unknown>) {
  const { t } = useTexts<typeof import('./texts.fr.json')>('templates')
  const tell = useUndo()
  const [offer] = useMutation(Templates_Offer)
  const [withdraw] = useMutation(Templates_Withdraw)
  const [archive] = useMutation(Templates_Archive)
  const [restore] = useMutation(Templates_Restore)
  const [duplicate] = useMutation(Templates_Duplicate)
  const [busy, setBusy] = useState<{ id: string; deed: TemplateDeed }>()
  const [failed, setFailed] = useState<unknown>()
  const [problem, setProblem] = useState<QuestionnaireRefusal>()

  const send = async (deed: TemplateDeed, id: string) => {
    const options = { variables: { id } }
    if (deed === 'offer') return (await offer(options)).data?.offerTemplate
    if (deed === 'withdraw') return (await withdraw(options)).data?.withdrawTemplate
    if (deed === 'archive') return (await archive(options)).data?.archiveQuestionnaire
    return (await restore(options)).data?.restoreQuestionnaire
  }
  const copy = async (id: string) => {
    const payload = (await duplicate({ variables: { id } })).data?.duplicateQuestionnaire
    await onChanged()
    if (payload?.problem) return setProblem(payload.problem)
    const made = payload?.questionnaire
    if (made) tell({ text: t('duplicateDone', { title: made.title }), undo: () => takeBack('archive', made.id) })
  }
  const takeBack = async (deed: TemplateDeed, id: string) => {
    const payload = await send(deed, id)
    await onChanged()
    if (payload?.problem) throw new Error(payload.problem)
  }
  const change = async (deed: Exclude<TemplateDeed, 'duplicate'>, { id, title }: Template) => {
    const payload = await send(deed, id)
    await onChanged()
    if (payload?.problem) return setProblem(payload.problem)
    const text = t(`${deed}Done`, { title })
    tell(deed === 'restore' ? { text } : { text, undo: () => takeBack(OPPOSITES[deed], id) })
  }
  const act = async (deed: TemplateDeed, template: Template) => {
    if (busy) return
    setBusy({ id: template.id, deed })
    setFailed(undefined)
    setProblem(undefined)
    try {
      await (deed === 'duplicate' ? copy(template.id) : change(deed, template))
    } catch (error) {
      setFailed(error)
    } finally {
      setBusy(undefined)
    }
  }
  return { act, busy, failed, problem }
}
