import { join } from 'node:path';
import { generate } from './generate.ts';
import { GeneratorFault } from './workspace.ts';

const root = join(import.meta.dirname, '..', '..', '..');

try {
  console.log(await generate(root, process.argv.slice(2)));
} catch (fault) {
  if (!(fault instanceof GeneratorFault)) throw fault;
  console.error(fault.message);
  process.exitCode = 1;
}
