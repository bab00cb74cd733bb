import { talent } from '@xietong/talent';
import { serveUnderClock } from '../clock/serve-under-clock.ts';

await serveUnderClock(talent);
