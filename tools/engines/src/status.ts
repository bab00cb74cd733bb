import { readFileSync } from 'node:fs';
import { engineNames, manifest, type EngineName } from './manifest.ts';
import { isUp } from './native/native.ts';
import { deadEngines, filesOf, readPorts } from './native/set-files.ts';
import { findTracked } from './tracked-process.ts';

/** How one native engine of a set is doing. */
export interface EngineStatus {
  engine: EngineName;
  version: string;
  /** `died`: it was started and not stopped, and its process is gone; `up` starts it again with its data. */
  state: 'serves' | 'starting' | 'died' | 'stopped' | 'never started';
  port?: number;
  pid?: number;
  memoryMb?: number;
}

/** The status of every engine of the set that lives in the folder. */
export function engineStatus(stateDir: string): Promise<EngineStatus[]> {
  return Promise.all(engineNames.map((engine) => statusOf(stateDir, engine)));
}

/** The status as a table for people. */
export function statusTable(statuses: readonly EngineStatus[]): string {
  const rows = [
    ['engine', 'version', 'state', 'port', 'pid', 'memory'],
    ...statuses.map(({ engine, version, state, port, pid, memoryMb }) => [
      manifest[engine].title,
      version,
      state,
      String(port ?? ''),
      String(pid ?? ''),
      memoryMb === undefined ? '' : `${memoryMb} MB`,
    ]),
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

async function statusOf(stateDir: string, engine: EngineName): Promise<EngineStatus> {
  const { version } = manifest[engine];
  const port = readPorts(stateDir, engine)?.['main'];
  const { pidFile } = filesOf(stateDir, engine);
  if (port === undefined) return { engine, version, state: 'never started' };
  const tracked = findTracked(pidFile);
  if (!tracked) return { engine, version, state: deadEngines(stateDir).includes(engine) ? 'died' : 'stopped', port };
  const state = (await isUp(stateDir, engine)) ? 'serves' : 'starting';
  return { engine, version, state, port, pid: tracked.pid, ...memoryOf(tracked.pid) };
}

function memoryOf(pid: number): { memoryMb?: number } {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? {} : { memoryMb: Math.round(Number(kilobytes) / 1024) };
  } catch {
    // It has ended since.
    return {};
  }
}
