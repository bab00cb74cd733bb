import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

// Only one process can open a facts file. So a rebuild leaves its questions to the running service in a folder beside the file, and
// finds the answers there; a letter appears whole, because it is renamed into place.
// The service looks for letters as long as it lives, the rebuild only while it waits for one.
const questionPollIntervalMs = 500;
const answerPollIntervalMs = 50;
const question = '.question.json';
const answer = '.answer.json';

/** Leaves a question and waits for its answer. Rejects when there is none in time, or when answering failed. */
export async function ask(folder: string, asked: unknown, timeoutMs: number): Promise<unknown> {
  const id = randomUUID();
  await leave(folder, `${id}${question}`, asked);
  for (const deadline = performance.now() + timeoutMs; performance.now() < deadline; await delay(answerPollIntervalMs)) {
    const found = (await readdir(folder)).includes(`${id}${answer}`);
    if (!found) continue;
    const { fault, answered } = (await take(folder, `${id}${answer}`)) as { fault?: string; answered?: unknown };
    if (fault !== undefined) throw new Error(fault);
    return answered;
  }
  await rm(join(folder, `${id}${question}`), { force: true });
  throw new Error(`the running service has not answered within ${timeoutMs / 1000} s`);
}

/** Answers questions one after the other until the function that it resolves to is called. */
export async function answerQuestions(
  folder: string,
  answering: (asked: unknown) => Promise<unknown>,
  onFault: (fault: unknown) => void,
): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true });
  for (const old of await readdir(folder)) await rm(join(folder, old), { force: true });
  const stopping = new AbortController();
  const ended = answerUntil(stopping.signal, () => answerAll(folder, answering), onFault);
  return () => {
    stopping.abort();
    return ended;
  };
}

async function answerUntil(stopped: AbortSignal, answerWhatIsThere: () => Promise<void>, onFault: (fault: unknown) => void): Promise<void> {
  while (!stopped.aborted) {
    try {
      await answerWhatIsThere();
      await delay(questionPollIntervalMs, undefined, { signal: stopped });
    } catch (fault) {
      if (!stopped.aborted) onFault(fault);
    }
  }
}

async function answerAll(folder: string, answering: (asked: unknown) => Promise<unknown>): Promise<void> {
  for (const name of (await readdir(folder)).filter((file) => file.endsWith(question))) {
    const asked = await take(folder, name);
    await leave(folder, name.replace(question, answer), await outcome(() => answering(asked)));
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

async function take(folder: string, name: string): Promise<unknown> {
  const text = await readFile(join(folder, name), 'utf8');
  await rm(join(folder, name));
  return JSON.parse(text);
}
