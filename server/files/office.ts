/** Other formats through LibreOffice, where it is installed: in a folder of its own, without network or macros, and not for long. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Refusal } from '#shared/refusals.ts'
import { most } from './bounds.ts'

/** A file that takes longer than this, in milliseconds, is too large. */
const longest = 60_000

/** As many as this at once; whoever comes later waits. */
const atOnce = 1

/** Whether there is a LibreOffice to convert with. */
export const hasOffice = (): boolean => findOffice() !== null

/**
 * The file in another format. Throws `needs-office` when no LibreOffice is installed, `unreadable-file`
 * when it cannot read the file, and `file-too-large` when it takes too long.
 */
export async function convertWithOffice(
  bytes: Uint8Array,
  format: 'rtf' | 'doc' | 'docx' | 'odt',
  to: 'docx' | 'odt' = 'docx',
): Promise<Uint8Array<ArrayBuffer>> {
  const office = findOffice()
  if (!office) throw new Refusal('needs-office')
  const release = await turn()
  const folder = await mkdtemp(join(tmpdir(), 'undersigned-file-'))
  try {
    const source = join(folder, `text.${format}`)
    const made = join(folder, 'made')
    await writeFile(source, bytes, { mode: 0o600 })
    const profile = join(folder, 'profile')
    await mkdir(join(profile, 'user'), { recursive: true })
    await writeFile(join(profile, 'user/registrymodifications.xcu'), settings)
    await run(office, folder, [
      `-env:UserInstallation=${pathToFileURL(profile)}`,
      ...['--headless', '--norestore', '--nologo', '--convert-to', to, '--outdir', made],
      source,
    ])
    const converted = await readFile(join(made, `text.${to}`)).catch(() => null)
    if (!converted) throw new Refusal('unreadable-file')
    if (converted.length > most.totalBytes) throw new Refusal('file-too-large')
    return new Uint8Array(converted)
  } finally {
    await rm(folder, { recursive: true, force: true })
    release()
  }
}

/** Where LibreOffice is, in the places where systems put it; null where it is not. */
const findOffice = (): string | null => places.find((place) => existsSync(place)) ?? null

const places = [
  '/usr/bin/soffice',
  '/usr/local/bin/soffice',
  '/usr/lib/libreoffice/program/soffice',
  '/opt/libreoffice/program/soffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
]

/** Macros never run, links are not followed, and what goes out all the same ends at a closed door. */
const settings = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetProxyType" oor:op="fuse"><value>2</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPProxyName" oor:op="fuse"><value>127.0.0.1</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPProxyPort" oor:op="fuse"><value>9</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPSProxyName" oor:op="fuse"><value>127.0.0.1</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPSProxyPort" oor:op="fuse"><value>9</value></prop></item>
</oor:items>
`

/** On Linux the program gets no network at all, where the system lets us say so. */
const withoutNetwork = ['--net', '--map-root-user', '--'] as const

async function run(office: string, folder: string, args: string[]): Promise<void> {
  const unshare = '/usr/bin/unshare'
  const apart =
    existsSync(unshare) && (await succeeds(unshare, [...withoutNetwork, 'true'], folder))
  if (apart) await succeeds(unshare, [...withoutNetwork, office, ...args], folder)
  else await succeeds(office, args, folder)
}

/** Runs in a group of its own, so that all of it ends when its time is up. Throws `file-too-large` then. */
function succeeds(program: string, args: string[], folder: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const env = { HOME: folder, TMPDIR: folder, PATH: '/usr/bin:/bin', LANG: 'C.UTF-8' }
    const child = spawn(program, args, { cwd: folder, env, stdio: 'ignore', detached: true })
    const timer = setTimeout(() => {
      if (child.pid) process.kill(-child.pid, 'SIGKILL')
      reject(new Refusal('file-too-large'))
    }, longest)
    child.once('error', () => {
      clearTimeout(timer)
      resolve(false)
    })
    child.once('exit', (code) => {
      clearTimeout(timer)
      resolve(code === 0)
    })
  })
}

let running = 0
const waiting: (() => void)[] = []

async function turn(): Promise<() => void> {
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
  running++
  return () => {
    running--
    waiting.shift()?.()
  }
}
