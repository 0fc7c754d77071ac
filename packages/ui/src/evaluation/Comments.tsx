import { useState } from 'react'
import { useMutation } from '@apollo/client/react'
import { graphql } from '@vises/schema/client'
import type { Step_PageQuery } from '@vises/schema/client/graphql'
import { Button } from '../Button.tsx'
import { FailedState } from '../FailedState.tsx'
import { TextArea } from '../Field.tsx'
import { useTexts } from '../texts.tsx'
import { useUndo } from '../Undo.tsx'
import styles from './Journey.module.css'

const Comments_Add = graphql(`
  mutation Comments_Add($input: AddCommentInput!) {
    addComment(input: $input) {
      problem
      comment {
        id
      }
    }
  }
`)
const Comments_Resolve = graphql(`
  mutation Comments_Resolve($commentId: ID!, $resolved: Boolean!) {
    resolveComment(commentId: $commentId, resolved: $resolved) {
      id
      resolvedAt
    }
  }
`)
const Comments_Withdraw = graphql(`
  mutation Comments_Withdraw($commentId: ID!) {
    withdrawComment(commentId: $commentId) {
      problem
    }
  }
`)

type Comment = Step_PageQuery['evaluationStep']['comments'][number]

interface CommentsProps {
  evaluationId: string
  stepCode: string
  comments: Comment[]
  canComment: boolean
  onChange: () => unknown
}

/** What enterprise and coach write to each other about a step. */
export function Comments({ evaluationId, stepCode, comments, canComment, onChange }: CommentsProps) {
  const { t, formatDateTime } = useTexts<typeof import('./texts.fr.json')>('evaluation')
  const { t: word } = useTexts<typeof import('../texts.fr.json')>('ui')
  const [body, setBody] = useState('')
  const [add, adding] = useMutation(Comments_Add)
  const [resolve] = useMutation(Comments_Resolve)
  const [withdraw] = useMutation(Comments_Withdraw)
  const tell = useUndo()

  const send = async () => {
    const { data } = await add({ variables: { input: { evaluationId, stepCode, body: body.trim() } } })
    const id = data?.addComment.comment?.id
    if (!id) return
    setBody('')
    await onChange()
    // The list has grown: the button that was pressed stays in sight.
    requestAnimationFrame(() => document.activeElement?.scrollIntoView({ block: 'nearest' }))
    tell({
      text: t('commentSent'),
      undo: async () => {
        await withdraw({ variables: { commentId: id } })
        await onChange()
      },
    })
  }
  const settle = async (comment: Comment, resolved: boolean) => {
    await resolve({ variables: { commentId: comment.id, resolved } })
    await onChange()
  }

  return (
    <section aria-labelledby="comments">
      <h2 id="comments">{t('comments')}</h2>
      {comments.length === 0 && <p className={styles.soft}>{t('noComments')}</p>}
      <ol className={styles.comments}>
        {comments.map((comment) => (
          <li
            key={comment.id}
            className={`${styles.comment} ${comment.authorRole === 'coach' ? styles.coach : ''} ${comment.resolvedAt ? styles.resolved : ''}`}
          >
            <p className={styles.meta}>
              <strong>{comment.authorName}</strong>, {word(`role.${comment.authorRole as 'coach'}`)},{' '}
              {formatDateTime(comment.createdAt)}
              {comment.resolvedAt && ` · ${t('resolved')}`}
            </p>
            <p className={styles.prose}>{comment.body}</p>
            {canComment && (
              <Button variant="quiet" onClick={() => void settle(comment, !comment.resolvedAt)}>
                {t(comment.resolvedAt ? 'reopenComment' : 'resolveComment')}
              </Button>
            )}
            {comment.canWithdraw && (
              <Button
                variant="quiet"
                onClick={() => void withdraw({ variables: { commentId: comment.id } }).then(onChange)}
              >
                {t('withdrawComment')}
              </Button>
            )}
          </li>
        ))}
      </ol>
      {canComment && (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            if (body.trim()) void send().catch(() => undefined)
          }}
        >
          <TextArea
            label={t('newComment')}
            value={body}
            maxLength={5000}
            rows={3}
            onChange={(event) => setBody(event.target.value)}
          />
          {adding.error && <FailedState error={adding.error} />}
          <Button type="submit" busy={adding.loading} icon="comment">
            {t('sendComment')}
          </Button>
        </form>
      )}
    </section>
  )
}
