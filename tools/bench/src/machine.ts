import { cpus, totalmem } from 'node:os';

/** The machine that a figure belongs to. */
export interface Machine {
  readonly processors: string;
  readonly memoryGiB: number;
  readonly node: string;
}

export const thisMachine = (): Machine => ({
  processors: `${cpus().length} x ${cpus()[0]?.model.trim() ?? 'unknown'}`,
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  node: process.version,
});

export const describeMachine = ({ processors, memoryGiB, node }: Machine): string => `${processors}, ${memoryGiB} GiB, Node ${node}`;

/** Figures in seconds are comparable on one machine only; ratios are on any. */
export const isSameMachine = (one: Machine, other: Machine): boolean =>
  one.processors === other.processors && one.memoryGiB === other.memoryGiB;
