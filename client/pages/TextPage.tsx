/** The text of a statement, written together. */
import { FileUp, UserPlus } from 'lucide-react'
import { type ComponentProps, useEffect, useState } from 'react'
import { useParams, useSearchParams } from 'wouter'
import { holdStill } from '#client/api/hold-still.ts'
import { type Me, useMe } from '#client/api/me.ts'
import { useRead } from '#client/api/queries.ts'
import { DownloadMenu } from '#client/drafting/DownloadMenu.tsx'
import { Editor } from '#client/drafting/Editor.tsx'
import type { Seeking } from '#client/drafting/find/seeking.ts'
import { LanguageSwitch } from '#client/drafting/LanguageSwitch.tsx'
import { StateLine } from '#client/drafting/StateLine.tsx'
import { useTitle } from '#client/drafting/use-title.ts'
import { useLanguage } from '#client/i18n/language.ts'
import { farWords, useWords } from '#client/i18n/words.ts'
import { StatementFrame } from '#client/statements/StatementFrame.tsx'
import type { DraftConnection } from '#client/sync/draft-connection.ts'
import { useDraft, useDraftFact } from '#client/sync/use-draft.ts'
import { Button, LinkButton } from '#client/ui/Button.tsx'
import { Faces } from '#client/ui/Face.tsx'
import { Loading } from '#client/ui/Loading.tsx'
import { later } from '#client/ui/later.tsx'
import { Main } from '#client/ui/Main.tsx'
import { usePageTitle } from '#client/ui/Page.tsx'
import { Problem } from '#client/ui/Problem.tsx'
import { useLeisure } from '#client/ui/use-leisure.ts'
import { seeStatement } from '#shared/api/statements.ts'
import { inLanguage, isLanguage, type Language } from '#shared/language/languages.ts'
import { screenPath } from '#shared/paths.ts'
import type { Statement } from '#shared/statements.ts'
import styles from './TextPage.module.css'

const ImportDialog = later(async () => {
  await farWords()
  return import('#client/drafting/ImportDialog.tsx')
}, 'ImportDialog')
const Ended = later(() => import('#client/drafting/Ended.tsx'), 'Ended', { isAside: true })
const FileDrop = later(
  async () => {
    await farWords()
    return import('#client/drafting/FileDrop.tsx')
  },
  'FileDrop',
  { isAside: true },
)
const InviteDialog = later(async () => {
  await farWords()
  return import('#client/people/InviteDialog.tsx')
}, 'InviteDialog')

export function TextPage() {
  const { statement: id = '' } = useParams()
  const me = useMe()
  // The text comes by a way of its own, and need not wait for what is said of it.
  const draft = useDraft(id, me?.person.id)
  const { data, error } = useRead(seeStatement, { params: { statement: id } })
  // A server that cannot be reached must not take the text, and what was typed into it, off the screen.
  if (error && !(data && error.code === 'unreachable')) return <Problem refused={error} />
  return me && data ? <Text me={me} statement={data} draft={draft} /> : <Loading />
}

function Text({
  me,
  statement,
  draft,
}: {
  me: Me
  statement: Statement
  draft: DraftConnection | null
}) {
  const say = useWords()
  const interfaceLanguage = useLanguage()
  const [search, setSearch] = useSearchParams()
  const language = textLanguage(statement, search.get('language'), interfaceLanguage)
  const title = useTitle(draft, language)
  usePageTitle(title || inLanguage(statement.titles, language) || statement.symbol)
  const [dialog, setDialog] = useState<'invite' | 'import' | null>(null)
  const leisure = useLeisure()
  const [dropped, setDropped] = useState<File | null>(null)
  const [seeking, setSeeking] = useState<Seeking | null>(null)
  function goTo(to: Language, block: string | null) {
    setSearch({ language: to }, { replace: true })
    // The editor of that language goes there once it is drawn.
    if (block) history.replaceState(history.state, '', `${location.search}#p-${block}`)
  }
  const place = { coalition: statement.coalition, statement: statement.id }

  return (
    <>
      <StatementFrame
        me={me}
        statement={statement}
        title={title}
        current="statement"
        end={
          <>
            {draft && <StateLine draft={draft} />}
            {draft && <Present draft={draft} />}
            {me.may('people.manage', place) && (
              <span className={styles.roomy}>
                <Button icon={<UserPlus />} onClick={() => setDialog('invite')}>
                  {say('drafting.invite')}
                </Button>
              </span>
            )}
            {me.may('release.freeze', place) && (
              <span className={styles.roomy}>
                <LinkButton kind="main" to={screenPath('freeze', { statement: statement.id })}>
                  {say('drafting.freeze')}
                </LinkButton>
              </span>
            )}
          </>
        }
      />
      <Main className={styles.text}>
        <div className={styles.head}>
          <LanguageSwitch
            languages={statement.languages}
            current={language}
            onChoose={(next) => setSearch({ language: next }, { replace: true })}
          />
          <div className={styles.files}>
            {draft && <EditorActs draft={draft} onImport={() => setDialog('import')} />}
            <DownloadMenu statement={statement.id} language={language} />
          </div>
        </div>
        {draft && <Ended draft={draft} />}
        {draft ? (
          <LoadedEditor
            statement={statement.id}
            draft={draft}
            language={language}
            symbol={statement.symbol}
            kind={statement.kind}
            languages={statement.languages}
            seeking={seeking}
            onSeek={setSeeking}
            onGo={goTo}
          />
        ) : (
          <Loading />
        )}
      </Main>
      {draft && leisure && (
        <FileDrop
          draft={draft}
          language={language}
          onFile={(file) => {
            setDropped(file)
            setDialog('import')
          }}
        />
      )}
      {dialog && (
        <>
          <InviteDialog
            coalition={statement.coalition}
            statement={statement}
            open={dialog === 'invite'}
            onClose={() => setDialog(null)}
          />
          <ImportDialog
            statement={statement.id}
            language={language}
            open={dialog === 'import'}
            given={dropped}
            onClose={() => {
              setDialog(null)
              setDropped(null)
            }}
          />
        </>
      )}
    </>
  )
}

/** The editor is drawn once the text is there: typing into a text that has not arrived would be typing into nothing. */
function LoadedEditor(props: ComponentProps<typeof Editor>) {
  const isLoaded = useDraftFact(props.draft, (one) => one.isLoaded)
  return isLoaded ? (
    <>
      <LastWords draft={props.draft} />
      <Editor key={props.language} {...props} />
    </>
  ) : (
    <Loading />
  )
}

/** Whoever is signed out, or may not see the text any more, must still be able to copy the last words. Changes with each letter. */
function LastWords({ draft }: { draft: DraftConnection }) {
  const isUnsaved = useDraftFact(draft, (one) => one.isUnsaved)
  useEffect(() => (isUnsaved ? holdStill() : undefined), [isUnsaved])
  return null
}

function Present({ draft }: { draft: DraftConnection }) {
  const say = useWords()
  const present = useDraftFact(draft, (one) => one.present)
  const names = present.map(({ name }) => name).join(', ')
  return present.length > 0 ? (
    <Faces people={present} label={say('drafting.present', { names })} />
  ) : null
}

function EditorActs({ draft, onImport }: { draft: DraftConnection; onImport: () => void }) {
  const say = useWords()
  const mayEdit = useDraftFact(draft, (one) => one.mayEdit)
  if (!mayEdit) return null
  return (
    <Button small kind="quiet" icon={<FileUp />} onClick={onImport}>
      {say('files.import.open')}
    </Button>
  )
}

/** The language asked for in the address, else the interface's, else the statement's first. */
function textLanguage(statement: Statement, asked: string | null, preferred: Language): Language {
  const has = (language: Language) => statement.languages.includes(language)
  if (isLanguage(asked) && has(asked)) return asked
  return has(preferred) ? preferred : (statement.languages[0] as Language)
}
