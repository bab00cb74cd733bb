import { parseArgs } from 'node:util';
import { dataSetFile } from './import-file.ts';

export const usage = `npm run seed -- [options]: imports EU research grants in Norway through the API of the projects service
  --file <csv>             another file of the same form (default: the copy in tools/seed/data)
  --in-flight <n>          requests at the same time (default 32)
  --projects-url <url>     the projects service (default: the one that npm start runs)
  --token-command <line>   prints a bearer token of an officer (default: npm run token for rcn-officer)`;

/** What the command line asks for. */
export interface Options {
  readonly help: boolean;
  readonly file: string;
  readonly inFlight: number;
  readonly projectsUrl?: string;
  readonly tokenCommand?: string;
}

const inFlightMax = 256;

/** Reads the command line. Throws with a sentence for the person at the keyboard. */
export function parseOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      file: { type: 'string', default: dataSetFile },
      'in-flight': { type: 'string', default: '32' },
      'projects-url': { type: 'string' },
      'token-command': { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const { help, file, 'in-flight': inFlight, 'projects-url': projectsUrl, 'token-command': tokenCommand } = values;
  if (!/^[1-9]\d{0,2}$/.test(inFlight) || Number(inFlight) > inFlightMax)
    throw new Error(`--in-flight takes a whole number from 1 to ${inFlightMax}, not '${inFlight}'`);
  if (projectsUrl !== undefined && !/^https?:$/.test(URL.parse(projectsUrl)?.protocol ?? ''))
    throw new Error(`--projects-url takes an address such as http://127.0.0.1:4101, not '${projectsUrl}'`);
  return {
    help,
    file,
    inFlight: Number(inFlight),
    ...(projectsUrl === undefined ? {} : { projectsUrl: projectsUrl.replace(/\/+$/, '') }),
    ...(tokenCommand === undefined ? {} : { tokenCommand }),
  };
}
