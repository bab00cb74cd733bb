import type { PlannedProject } from './plan-import.ts';
import type { Door } from './projects-api.ts';
import { registerProject } from './register-project.ts';
import type { Finding } from './rules.ts';

export interface ImportOptions extends Door {
  /** Requests at the same time. */
  readonly inFlight: number;
  readonly onProgress?: (done: number) => void;
  /** Ends the import after the requests that are under way. */
  readonly signal?: AbortSignal;
}

/** What became of the projects that were planned. */
export interface ImportOutcome {
  readonly created: number;
  readonly alreadyThere: number;
  /** Projects that the service refused, a finding for each of their lines. */
  readonly refused: readonly Finding[];
  /** Projects without an answer, because the import stopped early. */
  readonly unsent: number;
  /** Why it stopped early: a fault, or nothing where it was asked to. */
  readonly stoppedBy?: Error;
  readonly participations: number;
  /** EUR cents of all projects that are there now. */
  readonly cents: number;
  readonly seconds: number;
}

/** Registers the projects, one command each; the first fault ends the import, and what is registered stays. */
export async function importProjects(projects: readonly PlannedProject[], options: ImportOptions): Promise<ImportOutcome> {
  const startedAtMs = performance.now();
  const there: PlannedProject[] = [];
  const refused: Finding[] = [];
  let created = 0;
  let answered = 0;
  let stoppedBy: Error | undefined;
  const queue = projects.values();
  const work = async () => {
    for (const project of queue) {
      const answer = await registerProject(project.input, options);
      if (answer.kind === 'refused') refused.push(...refusals(project, answer.reason));
      else there.push(project);
      if (answer.kind === 'created') created += 1;
      answered += 1;
      options.onProgress?.(answered);
      if (stoppedBy || options.signal?.aborted) return;
    }
  };
  const worker = () => work().catch((fault: unknown) => (stoppedBy ??= fault instanceof Error ? fault : new Error(String(fault))));
  await Promise.all(Array.from({ length: options.inFlight }, worker));
  return {
    created,
    alreadyThere: there.length - created,
    refused,
    unsent: projects.length - answered,
    ...(stoppedBy ? { stoppedBy } : {}),
    participations: there.reduce((sum, { input }) => sum + input.participants.length, 0),
    cents: there.reduce((sum, { input }) => sum + centsOf(input), 0),
    seconds: (performance.now() - startedAtMs) / 1000,
  };
}

const centsOf = ({ participants }: PlannedProject['input']): number => participants.reduce((sum, { amount }) => sum + amount.amount, 0);

const refusals = ({ input, lines }: PlannedProject, reason: string): Finding[] =>
  lines.map((line) => ({ line, project: input.number, rule: 'service-refused', detail: reason }));
