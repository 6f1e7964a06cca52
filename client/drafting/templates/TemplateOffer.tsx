/** What to begin with, offered below a text in which nothing stands yet. */
import { useState } from 'react'
import { useWords } from '#client/i18n/words.ts'
import { Button } from '#client/ui/Button.tsx'
import { type StatementKind, statementKinds } from '#shared/statements.ts'
import { loadTemplate, type TemplateName } from '#shared/templates/template.ts'
import type { EditingPlace } from '../insertions.ts'
import { useTextFact } from '../use-editor-state.ts'
import { insertTemplate, isEmptyText } from './insert-template.ts'
import styles from './TemplateOffer.module.css'

export function TemplateOffer({
  place: { editor, language },
  kind,
}: {
  place: EditingPlace
  kind: StatementKind
}) {
  const say = useWords()
  const [failed, setFailed] = useState(false)
  const isEmpty = useTextFact(editor, ({ state }) => isEmptyText(state.doc))
  if (!isEmpty) return null
  const begin = (name: TemplateName) =>
    loadTemplate(language, name).then(
      (blocks) => {
        setFailed(false)
        insertTemplate(editor, blocks)
      },
      () => setFailed(true),
    )
  return (
    <aside className={styles.offer} aria-label={say('typing.template')}>
      <p>{say('typing.template.lead')}</p>
      <div className={styles.choices}>
        <Button kind="main" small onClick={() => void begin(kind)}>
          {say(`kind.${kind}`)}
        </Button>
        {statementKinds
          .filter((one) => one !== kind)
          .map((one) => (
            <Button key={one} small onClick={() => void begin(one)}>
              {say(`kind.${one}`)}
            </Button>
          ))}
        <Button kind="quiet" small onClick={() => void begin('example')}>
          {say('typing.template.example')}
        </Button>
      </div>
      {failed && <p role="alert">{say('typing.template.failed')}</p>}
    </aside>
  )
}
