import { reporting } from '@xietong/reporting';
import { adapt } from '@xietong/reporting/parts';
import { serveUnderClock } from '../clock/serve-under-clock.ts';

await serveUnderClock(reporting, adapt);
