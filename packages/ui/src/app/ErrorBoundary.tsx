import { Component, type ReactNode } from 'react'
import { Button } from '../Button.tsx'
import { Notice } from '../Notice.tsx'
import { useTexts } from '../texts.tsx'

interface Props {
  /** A new value tries again: the address, for instance. */
  resetKey: string
  children: ReactNode
}

/** Keeps a page that breaks from taking the whole app with it. */
export class ErrorBoundary extends Component<Props, { error?: unknown; resetKey: string }> {
  override state: { error?: unknown; resetKey: string } = { resetKey: this.props.resetKey }

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  static getDerivedStateFromProps(props: Props, state: { resetKey: string }) {
    return props.resetKey === state.resetKey ? null : { error: undefined, resetKey: props.resetKey }
  }

  override render() {
    const { error } = this.state
    return error === undefined ? this.props.children : <Broken error={error} />
  }
}

function Broken({ error }: { error: unknown }) {
  const { t } = useTexts<typeof import('../texts.fr.json')>('ui')
  // A part of an older version that the server no longer has: a reload fetches the present one.
  const outdated = error instanceof TypeError && /import|module/i.test(error.message)
  return (
    <Notice
      tone="danger"
      live="assertive"
      title={t(outdated ? 'broken.outdatedTitle' : 'broken.title')}
      actions={<Button onClick={() => location.reload()}>{t('broken.reload')}</Button>}
    >
      <p>{t(outdated ? 'broken.outdated' : 'broken.text')}</p>
    </Notice>
  )
}
