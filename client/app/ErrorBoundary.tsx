/** Keeps a fault in one screen from leaving a blank page. */
import { Component, type ReactNode } from 'react'
import { useWords } from '#client/i18n/words.ts'
import { Button } from '#client/ui/Button.tsx'
import { Page } from '#client/ui/Page.tsx'

export class ErrorBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override render() {
    return this.state.broken ? <Broken /> : this.props.children
  }
}

function Broken() {
  const say = useWords()
  return (
    <Page title={say('app.broken.title')} lead={say('app.broken.text')} width="narrow">
      <p>
        <Button kind="main" onClick={() => location.reload()}>
          {say('app.reload')}
        </Button>
      </p>
    </Page>
  )
}
