import { Instant } from '@xietong/domain';
import type { Bus } from '@xietong/runtime';
import { join } from 'node:path';
import { z } from 'zod';
import { watermarkShape } from '../../watermark/watermark.ts';
import { CurrentFacts, type Handover, type Setting } from '../generations/current-facts.ts';
import { findCurrent, removeGeneration } from '../generations/generations.ts';
import { isHeldElsewhere } from '../facts-file/database.ts';
import { judge, type Verdict } from './judge.ts';
import { type Answering, answerQuestions, ask, NotTaken, withdrawQuestions } from './mailbox.ts';

/** The current facts as a rebuild sees them: in the running service, or, where none runs, in this process. */
export interface RunningFacts {
  /** How far they have read, and what was decided on the way: a rebuild replays as far, takes the decisions again, and is compared there. */
  handOver(): Promise<Handover>;
  /** Hands a generation over: it becomes current or is removed, by whoever has it in hand. */
  judge(generation: string, watermark: string): Promise<Verdict>;
  close(): Promise<void>;
}

const Watermark = z.string().regex(watermarkShape);
const Question = z.discriminatedUnion('ask', [
  z.strictObject({ ask: z.literal('handover') }),
  z.strictObject({ ask: z.literal('judge'), generation: z.string().regex(/^\d+$/), watermark: Watermark }),
]);
// JSON has no whole numbers of 64 bits.
const Offset = z.string().regex(/^\d+$/).transform(BigInt);
const HandoverLetter = z.strictObject({
  watermark: Watermark,
  decisions: z.array(
    z.strictObject({
      no: z.int(),
      topic: z.string(),
      partition: z.int(),
      position: Offset,
      act: z.enum(['mend', 'discard', 'replay']),
      key: z.string(),
      offset: Offset,
      text: z.string().nullable(),
      by: z.string(),
      at: Instant,
      reason: z.string(),
    }),
  ),
});
const toLetter = ({ watermark, decisions }: Handover): z.input<typeof HandoverLetter> => ({
  watermark,
  decisions: decisions.map((decision) => ({ ...decision, position: String(decision.position), offset: String(decision.offset) })),
});
const VerdictLetter: z.ZodType<Verdict> = z.strictObject({
  generation: z.string(),
  swapped: z.boolean(),
  watermark: z.string(),
  events: z.int(),
  facts: z.int(),
  tables: z.int(),
  differences: z.array(z.string()),
  leftBehind: z.string().optional(),
});

const mailbox = (folder: string): string => join(folder, 'mailbox');
const patience = { answerMs: 10_000, judgementMs: 600_000 };

/** Lets rebuilds ask the service that has the facts open, until the function that it resolves to is called. */
export function answerRebuilds(
  facts: CurrentFacts,
  bus: Pick<Bus, 'consume'>,
  onFault: (fault: unknown) => void,
): Promise<() => Promise<void>> {
  const answering: Answering = async (asked, stopped) => {
    const question = Question.parse(asked);
    if (question.ask === 'handover') return toLetter(await facts.handOver());
    return judge(facts, bus, question.generation, question.watermark, { stopped });
  };
  return answerQuestions(mailbox(facts.setting.folder), answering, onFault);
}

/** Finds the current facts. Rejects where there are none yet: nothing was ever read, so there is nothing to compare with. */
export async function openRunningFacts(setting: Setting, bus: Pick<Bus, 'consume'>): Promise<RunningFacts> {
  if ((await findCurrent(setting.folder)) === undefined)
    throw new Error('there are no facts yet to compare a rebuild with: start reporting first');
  try {
    return inThisProcess(await CurrentFacts.open(setting), bus);
  } catch (fault) {
    if (!isHeldElsewhere(fault)) throw fault;
    // Left by a rebuild that was killed; what they would hand over is about to be removed.
    await withdrawQuestions(mailbox(setting.folder));
    return factsInTheService(setting);
  }
}

const inThisProcess = (facts: CurrentFacts, bus: Pick<Bus, 'consume'>): RunningFacts => ({
  handOver: () => facts.handOver(),
  judge: (generation, watermark) => judge(facts, bus, generation, watermark),
  close: () => facts.close(),
});

/** The facts that another process has open and reads on with. */
export function factsInTheService({ folder }: Pick<Setting, 'folder'>, { answerMs, judgementMs } = patience): RunningFacts {
  const letters = mailbox(folder);
  return {
    handOver: async () => HandoverLetter.parse(await ask(letters, { ask: 'handover' }, answerMs)),
    judge: async (generation, watermark) => {
      try {
        return VerdictLetter.parse(await ask(letters, { ask: 'judge', generation, watermark }, judgementMs));
      } catch (fault) {
        if (fault instanceof NotTaken) await removeGeneration(folder, generation);
        throw fault;
      }
    },
    close: () => Promise.resolve(),
  };
}
