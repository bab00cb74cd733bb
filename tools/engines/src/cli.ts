import { parseArgs } from 'node:util';
import { downEngines, upEngines } from './engines.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { with: { type: 'string', multiple: true }, state: { type: 'string' } },
});
const options = { ...(values.with ? { with: values.with } : {}), ...(values.state ? { stateDir: values.state } : {}) };
if (positionals[0] === 'up') console.log(JSON.stringify(await upEngines(options), null, 2));
if (positionals[0] === 'down') await downEngines(options);
