/** What processes use, from /proc: CPU and memory of a program, and apart of the database below it. */
import { readdirSync, readFileSync } from 'node:fs'

/** CPU in milliseconds since the start, children that have ended included; memory in MiB. */
export type Usage = {
  cpu: number
  databaseCpu: number
  memory: number
  databaseMemory: number
}

const msPerTick = 10

/**
 * What a process and all below it use; `cpu` and `memory` are the sums, the database included. Memory
 * of the database is the proportional one, since its processes share most of it.
 */
export function usageOf(root: number): Usage {
  const usage: Usage = { cpu: 0, databaseCpu: 0, memory: 0, databaseMemory: 0 }
  for (const pid of treeOf(root)) {
    const stat = statOf(pid)
    if (!stat) continue
    const isDatabase = stat.name === 'postgres'
    const memory = memoryOf(pid, isDatabase ? 'Pss' : 'Rss')
    usage.cpu += stat.cpu
    usage.memory += memory
    if (!isDatabase) continue
    usage.databaseCpu += stat.cpu
    usage.databaseMemory += memory
  }
  return usage
}

/** CPU that everything on this machine has used since it started, in milliseconds. */
export function machineCpu(): number {
  const [total = ''] = read('/proc/stat')?.split('\n') ?? []
  const ticks = total.split(/\s+/).slice(1, 9).map(Number)
  const [user = 0, nice = 0, system = 0, , , interrupt = 0, soft = 0, stolen = 0] = ticks
  return (user + nice + system + interrupt + soft + stolen) * msPerTick
}

/** A process and all below it. */
export function treeOf(root: number): number[] {
  const children = new Map<number, number[]>()
  for (const name of readdirSync('/proc')) {
    const pid = Number(name)
    const parent = Number.isInteger(pid) ? statOf(pid)?.parent : undefined
    if (parent === undefined) continue
    children.set(parent, [...(children.get(parent) ?? []), pid])
  }
  const tree = [root]
  for (const pid of tree) tree.push(...(children.get(pid) ?? []))
  return tree
}

function statOf(pid: number): { name: string; parent: number; cpu: number } | null {
  const stat = read(`/proc/${pid}/stat`)
  if (!stat) return null
  const [, name = '', rest = ''] = stat.match(/^\d+ \((.*)\) (.*)$/s) ?? []
  const fields = rest.split(' ').map(Number)
  // utime, stime, cutime and cstime of proc(5)
  const ticks = fields.slice(11, 15).reduce((sum, one) => sum + one, 0)
  return { name, parent: fields[1] ?? 0, cpu: ticks * msPerTick }
}

function memoryOf(pid: number, kind: 'Rss' | 'Pss'): number {
  const rollup = read(`/proc/${pid}/smaps_rollup`)
  const [, kib] = rollup?.match(new RegExp(`^${kind}:\\s+(\\d+)`, 'm')) ?? []
  return Number(kib ?? 0) / 1024
}

/** Null when the process has ended, or /proc is not there. */
function read(file: string): string | null {
  try {
    return readFileSync(file, 'latin1')
  } catch {
    return null
  }
}
