import { run } from '@xietong/runtime';
import { talent } from './talent.ts';

await run(talent);
