import { parseArgs } from 'node:util';
import { findPlatform } from './platform-file.ts';
import { renderStatus, toStatus } from './render-status.ts';
import { usualStateDir } from './state-files.ts';
import { findObstacle } from './supervised-service.ts';

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
const record = findPlatform(usualStateDir);
if (values.json) console.log(JSON.stringify(toStatus(record), null, 2));
else {
  const services = Object.entries(record?.services ?? {});
  const obstacles = await Promise.all(
    services.map(async ([name, { url }]): Promise<[string, string | undefined]> => [name, await findObstacle(url)]),
  );
  console.log(renderStatus(record, Object.fromEntries(obstacles)));
  if (!record) process.exitCode = 1;
}
