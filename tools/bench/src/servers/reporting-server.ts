// The reading side of ratio 10: the reporting service as agencies run it, which notes when a message's figures can be read.
import { reporting } from '@xietong/reporting';
import { adaptWith } from '@xietong/reporting/parts';
import { startService } from '@xietong/runtime';
import { answerDriver, sightings } from './measured-process.ts';

const { note, seen } = sightings();

const observed = adaptWith((handle) => async (batch) => {
  await handle(batch);
  note(batch.messages.map(({ key }) => key));
});
const service = await startService(reporting, { environment: process.env, adapt: observed });
answerDriver(service.port, () => service.stop('the measurement is over'), { seen });
