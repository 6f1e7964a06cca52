/** A browser and the program for the tests of one file, and people who come to it. */
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import type { Language } from '#shared/language/languages.ts'
import { laptop, openChromium } from './chromium.ts'
import { Program } from './program.ts'
import { chromiumPath, leftOut } from './system-programs.ts'
import { Walker } from './walk.ts'

/** Who founds the coalition, what it is called, and what its first statement is about. */
const beginnings: Record<Language, [name: string, coalition: string, title: string]> = {
  ru: ['Айгүл О.', 'Общая вода', 'О воде'],
  ky: ['Айгүл О.', 'Жалпы суу', 'Суу'],
  tg: ['Айгүл О.', 'Оби муштарак', 'Дар бораи об'],
  en: ['Aigul O.', 'Common water', 'On water'],
}

export class Stage {
  browser!: Browser
  program!: Program
  /** What went wrong in any page: faults in scripts, things that the page's policy forbids. */
  readonly troubles: string[] = []

  /** Somebody in a browser of their own. */
  come(language: Language, device: BrowserContextOptions = laptop): Promise<Walker> {
    return Walker.come(this.browser, language, device, this.troubles)
  }

  /** The first person founds the coalition and begins a statement, whose text then stands on the screen. */
  async begin(walker: Walker): Promise<void> {
    const [name, coalition, title] = beginnings[walker.language]
    await walker.found(this.program.claimLink, name, coalition)
    await walker.startStatement(title, {})
    await walker.shows('saved')
  }
}

/** Opens both before the file's tests, then lets `prepare` make ready, and ends both; none where there is no browser. */
export function stageOf(prepare: () => Promise<void> = async () => undefined): Stage {
  const stage = new Stage()
  beforeAll(async () => {
    if (leftOut(chromiumPath)) return
    stage.browser = await openChromium()
    stage.program = await Program.start()
    await prepare()
  }, 180_000)
  afterAll(async () => {
    await stage.browser?.close()
    await stage.program?.remove()
  })
  return stage
}
