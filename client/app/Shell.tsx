/** What stands around every screen of somebody who is signed in: where one is, where one can go, who one is. */
import { LogOut, User } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { Me } from '#client/api/me.ts'
import { useLanguage } from '#client/i18n/language.ts'
import { farWords, useWords } from '#client/i18n/words.ts'
import { Face } from '#client/ui/Face.tsx'
import { later } from '#client/ui/later.tsx'
import { Menu } from '#client/ui/Menu.tsx'
import type { Coalition } from '#shared/coalitions.ts'
import { inLanguage } from '#shared/language/languages.ts'
import { screenPath } from '#shared/paths.ts'
import { LanguageChoice } from './LanguageChoice.tsx'
import mark from './mark.svg'
import styles from './Shell.module.css'

const SignOut = later(async () => {
  await farWords()
  return import('#client/pages/SignOut.tsx')
}, 'SignOut')

export function Shell({
  me,
  coalition,
  children,
}: {
  me: Me
  /** The coalition that the screen belongs to. */
  coalition: Coalition | undefined
  children: ReactNode
}) {
  const say = useWords()
  const language = useLanguage()
  return (
    <>
      <a className={styles.skip} href="#content">
        {say('app.skip')}
      </a>
      <header className={styles.bar}>
        <Link href={screenPath('home')} className={styles.home}>
          <img src={mark} alt="" width="24" height="24" />
          <span>{coalition ? inLanguage(coalition.names, language) : say('app.name')}</span>
        </Link>
        {coalition && <Sections me={me} coalition={coalition} />}
        <div className={styles.end}>
          <LanguageChoice />
          <Account me={me} />
        </div>
      </header>
      {children}
    </>
  )
}

function Sections({ me, coalition: { id } }: { me: Me; coalition: Coalition }) {
  const say = useWords()
  const [location] = useLocation()
  const place = { coalition: id }
  const sections = [
    { to: screenPath('home'), label: say('app.statements'), shown: true },
    {
      to: screenPath('organisations', place),
      label: say('app.organisations'),
      shown: me.may('organisations.see', place),
    },
    {
      to: screenPath('people', place),
      label: say('app.people'),
      shown: me.may('people.see', place),
    },
  ]
  return (
    <nav className={styles.sections} aria-label={say('app.sections')}>
      {sections
        .filter(({ shown }) => shown)
        .map(({ to, label }) => (
          <Link key={to} href={to} aria-current={location === to ? 'page' : undefined}>
            {label}
          </Link>
        ))}
    </nav>
  )
}

function Account({ me }: { me: Me }) {
  const say = useWords()
  const [leaving, setLeaving] = useState(false)
  const leave = () => setLeaving(true)
  return (
    <>
      <Menu
        label={say('app.account', { name: me.person.name })}
        trigger={<Face {...me.person} />}
        entries={[
          { label: say('app.me'), icon: <User aria-hidden="true" />, to: screenPath('me') },
          'line',
          { label: say('app.sign-out'), icon: <LogOut aria-hidden="true" />, onChoose: leave },
        ]}
      />
      {leaving && <SignOut onClose={() => setLeaving(false)} />}
    </>
  )
}
