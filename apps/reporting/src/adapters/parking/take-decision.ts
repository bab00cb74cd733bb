import { decide } from '../../intake/decide.ts';
import { Flush } from '../../intake/flush.ts';
import type { Ledger } from '../../intake/ledger.ts';
import type { TakenDecision } from '../../intake/parked.ts';
import type { MessageReader } from '../../intake/read-message.ts';
import type { LineReplayed } from '../../intake/replay-line.ts';
import type { FactsFile } from '../facts-file/facts-file.ts';
import { readDecided } from './parked-entries.ts';

/** Takes a decision into ledger and file, whole or not at all. Nothing else may change them meanwhile. */
export async function takeDecision(file: FactsFile, read: MessageReader, ledger: Ledger, decision: TakenDecision): Promise<LineReplayed> {
  const line = await readDecided(file, decision);
  const flush = new Flush();
  const done = decide(ledger, read, decision, line, flush);
  await file.write(ledger, flush);
  return done;
}
