// The platform's side of ratios 4 and 6: a whole service on its real engines.
import { startService } from '@xietong/runtime';
import { answerDriver } from './measured-process.ts';
import { records } from './record-service.ts';

const service = await startService(records, { environment: process.env });
answerDriver(service.port, () => service.stop('the measurement is over'));
