import { describeBadInput } from '@xietong/runtime/bad-input';
import { input as draft } from './report/example.fixture.ts';
import { reporting } from './reporting.ts';
import { input as set } from './target/example.fixture.ts';

const noRows = { metric: 'pair-projects', unit: 'project', watermark: 'start', rows: [] };
describeBadInput(reporting, { inputs: { set: { ...set, lastYear: 2100 }, draft }, answers: { figures: noRows } });
