/** What stands in the way of freezing, in words, each with its place in the text and the way there. [REL1] */
import { Link } from 'wouter'
import { useWords } from '#client/i18n/words.ts'
import { Button } from '#client/ui/Button.tsx'
import { Notice } from '#client/ui/Notice.tsx'
import { type Language, languagesOnScreen } from '#shared/language/languages.ts'
import type { CanonicalRelease } from '#shared/releases.ts'
import type { Problem } from '#shared/text/canonical.ts'
import styles from './FreezeProblems.module.css'
import { firstWordsOf } from './first-words.ts'
import { wayToBlock } from './way-to-block.ts'

export function FreezeProblems({
  statement,
  release,
  problems,
  onLeaveOut,
}: {
  statement: string
  release: CanonicalRelease
  problems: readonly Problem[]
  /** Takes a language out of this release. */
  onLeaveOut: (language: Language) => void
}) {
  const say = useWords()
  const languages = languagesOnScreen.filter((one) =>
    problems.some(({ language }) => language === one),
  )
  if (problems.length === 0) return null
  return (
    <Notice kind="wait">
      <h3>{say('releases.problems', { count: problems.length })}</h3>
      {languages.map((language) => (
        <section key={language}>
          <div className={styles.language}>
            <h4>{say(`language.${language}`)}</h4>
            {isEmpty(language, problems) && (
              <Button small onClick={() => onLeaveOut(language)}>
                {say('releases.leave-out')}
              </Button>
            )}
          </div>
          <ul className={styles.list}>
            {problems
              .filter((problem) => problem.language === language)
              .map((problem, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a look at the text gives one list of problems
                <li key={at}>
                  {say(`releases.problem.${problem.code}`)} <Place of={problem} in={release} />
                  <Link href={wayToBlock(statement, language, problem.block)}>
                    {say('releases.to-the-text')}
                  </Link>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </Notice>
  )
}

const isEmpty = (language: Language, problems: readonly Problem[]) =>
  problems.some((problem) => problem.language === language && problem.code === 'no-text')

function Place({ of: problem, in: release }: { of: Problem; in: CanonicalRelease }) {
  const text = release.texts.find(({ language }) => language === problem.language)
  const block = text?.blocks.find(({ id }) => id === problem.block)
  const words = block && firstWordsOf(block)
  return words ? (
    <>
      <q lang={problem.language}>{words}</q>{' '}
    </>
  ) : null
}
