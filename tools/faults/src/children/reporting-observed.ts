// The reporting service as agencies run it, which tells the driver of each batch whose transaction is on disk.
import { reporting } from '@xietong/reporting';
import { adaptWith } from '@xietong/reporting/parts';
import { run } from '@xietong/runtime';
import type { Written } from './written.ts';

const observed = adaptWith((handle) => async (batch) => {
  await handle(batch);
  process.send?.({ atMs: Date.now(), ids: batch.messages.map(({ value }) => idOf(value)) } satisfies Written);
});

/** The id of an event; empty where the message is none. */
function idOf(value: Buffer): string {
  return /"id":"([^"]+)"/.exec(value.toString('utf8'))?.[1] ?? '';
}

await run(reporting, observed);
