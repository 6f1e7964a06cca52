/** Puts the words of the chosen language within reach of every screen, and names it to the browser. */
import { type ReactNode, useEffect, useState } from 'react'
import { useLanguage } from './language.ts'
import { loadWords, type Say, WordsContext } from './words.ts'

export function WordsProvider({ children }: { children: ReactNode }) {
  const language = useLanguage()
  const [loaded, setLoaded] = useState<{ language: string; say: Say } | null>(null)

  useEffect(() => {
    let current = true
    void loadWords(language).then((say) => {
      if (!current) return
      document.documentElement.lang = language
      setLoaded({ language, say })
    })
    return () => {
      current = false
    }
  }, [language])

  // Until the first words are there nothing can be said; a later change keeps the old ones meanwhile.
  return loaded && <WordsContext value={loaded.say}>{children}</WordsContext>
}
