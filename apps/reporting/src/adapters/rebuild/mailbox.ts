import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

// Only one process can open a facts file. So a rebuild leaves its questions to the running service in a folder beside the file, and
// finds the answers there; a letter appears whole, because it is renamed into place.
// The service looks for letters as long as it lives, the rebuild only while it waits for one.
const questionPollIntervalMs = 500;
const answerPollIntervalMs = 50;
const question = '.question.json';
const answer = '.answer.json';

/** The question was withdrawn before anybody had taken it, so nobody answers it any more. */
export class NotTaken extends Error {}

/**
 * Leaves a question and waits for its answer. Rejects when answering failed, or when there is no answer in time: with `NotTaken` where the
 * question still lay there, and otherwise with somebody at work on it.
 */
export async function ask(folder: string, asked: unknown, timeoutMs: number): Promise<unknown> {
  const id = randomUUID();
  await leave(folder, `${id}${question}`, asked);
  for (const deadline = performance.now() + timeoutMs; performance.now() < deadline; await delay(answerPollIntervalMs)) {
    const letter = await take(folder, `${id}${answer}`);
    if (letter === undefined) continue;
    const { fault, answered } = JSON.parse(letter) as { fault?: string; answered?: unknown };
    if (fault !== undefined) throw new Error(fault);
    return answered;
  }
  const withdrawn = await remove(folder, `${id}${question}`);
  if (withdrawn) throw new NotTaken(`the running service has not taken the question within ${timeoutMs / 1000} s: it is away or busy`);
  throw new Error(`the running service has taken the question, and not answered it within ${timeoutMs / 1000} s`);
}

/** Takes back every question that nobody has taken. For who knows that he is the only one who asks. */
export async function withdrawQuestions(folder: string): Promise<void> {
  for (const name of await questionsIn(folder)) await remove(folder, name);
}

/** Answers a question; `stopped` tells that the answer should be cut short. */
export type Answering = (asked: unknown, stopped: AbortSignal) => Promise<unknown>;

/** Answers questions one after the other until the function that it resolves to is called, which cuts the answer in hand short. */
export async function answerQuestions(
  folder: string,
  answering: Answering,
  onFault: (fault: unknown) => void,
): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true });
  for (const old of await readdir(folder)) await rm(join(folder, old), { force: true });
  const stopping = new AbortController();
  const ended = answerUntil(stopping.signal, () => answerAll(folder, (asked) => answering(asked, stopping.signal)), onFault);
  return () => {
    stopping.abort(new Error('the service stops'));
    return ended;
  };
}

async function answerUntil(stopped: AbortSignal, answerWhatIsThere: () => Promise<void>, onFault: (fault: unknown) => void): Promise<void> {
  while (!stopped.aborted) {
    try {
      await answerWhatIsThere();
    } catch (fault) {
      onFault(fault);
    }
    await pauseUnless(stopped);
  }
}

async function pauseUnless(stopped: AbortSignal): Promise<void> {
  try {
    await delay(questionPollIntervalMs, undefined, { signal: stopped });
  } catch (error) {
    if (!stopped.aborted) throw error;
  }
}

async function answerAll(folder: string, answering: (asked: unknown) => Promise<unknown>): Promise<void> {
  for (const name of await questionsIn(folder)) {
    const letter = await take(folder, name);
    if (letter === undefined) continue;
    await leave(folder, name.replace(question, answer), await outcome(() => answering(JSON.parse(letter))));
  }
}

async function outcome(answering: () => Promise<unknown>): Promise<object> {
  try {
    return { answered: await answering() };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}

async function leave(folder: string, name: string, letter: unknown): Promise<void> {
  await writeFile(join(folder, `${name}.draft`), JSON.stringify(letter));
  await rename(join(folder, `${name}.draft`), join(folder, name));
}

async function questionsIn(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith(question));
}

/** Takes a letter away and reads it; undefined where it does not lie there. */
async function take(folder: string, name: string): Promise<string | undefined> {
  const letter = await unlessAbsent(readFile(join(folder, name), 'utf8'));
  return letter !== undefined && (await remove(folder, name)) ? letter : undefined;
}

// Who removes a question decides what becomes of it, and only one can: `unlink` fails for the other, which `rm` does not promise.
const remove = async (folder: string, name: string): Promise<boolean> =>
  (await unlessAbsent(unlink(join(folder, name)).then(() => true))) ?? false;

async function unlessAbsent<Result>(work: Promise<Result>): Promise<Result | undefined> {
  try {
    return await work;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
