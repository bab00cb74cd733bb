import { Buffer } from 'node:buffer';
import { type Column, header } from './columns.ts';
import { type ImportPlan, planImport } from './plan-import.ts';
import { readDataset } from './read-dataset.ts';

const participation: Partial<Record<Column, string>> = {
  Prosjektnr: '951956',
  Prosjektkortnavn: 'Change2Twin',
  Prosjektnavn: 'Digital twins for manufacturing',
  'Program (H2020)': 'LEIT',
  'Programområde (H2020)': 'Industrial Leadership',
  'Utlysnings-id': 'H2020-DT-2019-2',
  'Kontrakt signeringsdato': '25.05.2020 00:00',
  'Kontrakt startdato': '01.06.2020 00:00',
  'Kontrakt sluttdato': '31.05.2024 00:00',
  Organisasjonsnummer: '919303808',
  Organisasjonsnavn: 'SINTEF AS',
  'Organisasjon rolle': 'PARTICIPANT',
  Deltakernr: '1',
  'Adresse fylkenummer': '50',
  'Innvilget beløp organisasjon EUR': '3518202.75',
};

/** For specs: a sound line of the file, with some cells changed. */
export function sampleLine(changed: Partial<Record<Column, string>> = {}): string {
  const cells = { ...participation, ...changed };
  return header.map((column) => cells[column] ?? '').join(';');
}

/** For specs: a file as it is published, with the header above the lines and CR LF after each. */
export const sampleFile = (...lines: string[]): string => [header.join(';'), ...lines, ''].join('\r\n');

/** For specs: what the importer makes of a file's bytes, which arrive in small pieces. */
export async function planOf(file: string | Uint8Array, pieceSize = 7): Promise<ImportPlan> {
  const bytes = Buffer.from(file as string);
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += pieceSize) yield bytes.subarray(at, at + pieceSize);
  }
  return planImport(readDataset(pieces()));
}
