import { useState } from 'react'
import { useMutation } from '@apollo/client/react'
import { useNavigate } from 'react-router'
import { graphql } from '@vises/schema/admin'
import type { CreateTemplateInput } from '@vises/schema/admin/graphql'
import { useLanguage } from '@vises/ui/texts.tsx'

const Templates_Create = graphql(`
  mutation Templates_Create($input: CreateTemplateInput!) {
    createTemplate(input: $input) {
      problem
      questionnaire {
        id
      }
    }
  }
`)

/** Makes a template of the partner and opens it in the editor. */
export function useCreateTemplate() {
  const navigate = useNavigate()
  const language = useLanguage()
  const [mutate, { loading }] = useMutation(Templates_Create)
  const [error, setError] = useState<unknown>()
  const create = async (input: CreateTemplateInput) => {
    setError(undefined)
    try {
      const { data } = await mutate({ variables: { input } })
      const { questionnaire, problem } = data?.createTemplate ?? {}
      if (!questionnaire) throw new Error(problem ?? 'The template was not made')
      await navigate(`/${language}/templates/${questionnaire.id}/edit`)
    } catch (thrown) {
      setError(thrown)
    }
  }
  return { create, busy: loading, error }
}
