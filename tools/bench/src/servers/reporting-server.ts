// The reading side of ratio 10: the reporting service as agencies run it, which notes when a message's figures can be read.
import { reporting } from '@xietong/reporting';
import { adapt } from '@xietong/reporting/parts';
import { type Batch, type Engines, startService } from '@xietong/runtime';
import { answerDriver, sightings } from './measured-process.ts';

const { note, seen } = sightings();

/** A batch resolves when its transaction is on disk: from then on every question counts it. */
async function observed(engines: Engines): ReturnType<typeof adapt> {
  const { consumers = [], ...rest } = await adapt(engines);
  return {
    ...rest,
    consumers: consumers.map((consumer) => ({
      ...consumer,
      async handle(batch: Batch) {
        await consumer.handle(batch);
        note(batch.messages.map(({ key }) => key));
      },
    })),
  };
}

const service = await startService(reporting, { environment: process.env, adapt: observed });
answerDriver(service.port, () => service.stop('the measurement is over'), { seen });
