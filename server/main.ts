/** The program: reads its settings, starts, prints the link to open, and stops when it is told to. */
import { readConfig, WrongSetting } from './config.ts'
import { putMainThreadFirst } from './priority.ts'
import { startServer } from './start-server.ts'
import { CannotRun } from './store/cannot-run.ts'

const say = (text: string) => process.stdout.write(`${text}\n`)

try {
  await main()
} catch (fault) {
  if (!(fault instanceof WrongSetting || fault instanceof CannotRun)) throw fault
  process.stderr.write(`Undersigned cannot start.\n${fault.message}\n`)
  process.exitCode = 1
}

async function main() {
  const config = readConfig()
  putMainThreadFirst()
  const server = await startServer(config)
  say(`\n  Undersigned runs at ${server.publicUrl}\n`)
  if (server.claimLink) {
    say(`  Open this link to begin. It works once, for a week:\n\n  ${server.claimLink}\n`)
  }
  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    void server.stop().then(() => process.exit(0))
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}
