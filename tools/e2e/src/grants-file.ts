import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A line of the published file: one organisation's part in one project. */
export interface Grant {
  readonly project: string;
  readonly no: number;
  readonly year: number;
  /** The organisation's number, empty where the file has none. */
  readonly organisation: string;
  /** `NO-03`; absent where the file names no county. */
  readonly county?: string;
  readonly leads: boolean;
  readonly cents: bigint;
}

const file = join(import.meta.dirname, '..', '..', 'seed', 'data', 'eu-grants-norway.csv');

/** The data set as it lies in the repository, read anew and by no code of the importer. */
export const readGrants = (): Grant[] => toGrants(readFileSync(file, 'utf8'));

export function toGrants(csv: string): Grant[] {
  const [header = [], ...lines] = csv
    .split('\r\n')
    .filter((line) => line !== '')
    .map(cellsOf);
  return lines.map((cells, index) => {
    if (cells.length !== header.length) throw new Error(`line ${index + 2} has ${cells.length} columns, not ${header.length}`);
    const cell = (name: string): string => {
      const text = cells[header.indexOf(name)];
      if (text === undefined) throw new Error(`there is no column '${name}'`);
      return text;
    };
    const county = cell('Adresse fylkenummer');
    return {
      project: cell('Prosjektnr'),
      no: Number(cell('Deltakernr')),
      year: Number(cell('Kontrakt signeringsdato').slice(6, 10)),
      organisation: cell('Organisasjonsnummer'),
      ...(county !== '' && { county: `NO-${county.padStart(2, '0')}` }),
      leads: cell('Organisasjon rolle') === 'COORDINATOR',
      cents: toCents(cell('Innvilget beløp organisasjon EUR')),
    };
  });
}

const cellsOf = (line: string): string[] =>
  [...`${line};`.matchAll(/(?:"((?:[^"]|"")*)"|([^;]*));/g)].map(([, quoted, plain = '']) => quoted?.replaceAll('""', '"') ?? plain);

/** Whole cents of a decimal number of euros; exactly half a cent goes to the even neighbour. */
export function toCents(euros: string): bigint {
  const [whole = '', fraction = ''] = euros.split('.');
  const below = BigInt(whole + fraction.slice(0, 2).padEnd(2, '0'));
  const rest = fraction.slice(2);
  const half = '5'.padEnd(rest.length, '0');
  const up = rest > half || (rest === half && below % 2n === 1n);
  return up ? below + 1n : below;
}
