import type { Participant, RegisterProject } from '@xietong/contracts-projects';
import { projectColumns } from './columns.ts';
import {
  cellReader,
  readCents,
  readCounty,
  readDate,
  readOptionalDate,
  readOrganisation,
  readParticipantNumber,
  readProgramme,
  readRole,
  readText,
} from './read-cells.ts';
import type { Row } from './read-dataset.ts';
import { type Finding, isRefusal } from './rules.ts';

/** A project ready to be registered, or none where one of its lines is refused; either way the rules that were applied. */
export interface ProjectReading {
  readonly input?: RegisterProject;
  readonly findings: readonly Finding[];
}

/** Turns all rows of one project into the input of `register`. The order of the rows does not matter to the result. */
export function toProject(rows: readonly [Row, ...Row[]]): ProjectReading {
  const findings = [...contradictions(rows), ...repetitions(rows)];
  const project = readProject(rows[0], findings);
  const participants = rows.map((row) => readParticipant(row, findings)).filter((participant) => participant !== undefined);
  if (!project || findings.some(isRefusal)) return { findings };
  return { input: { ...project, participants: participants.toSorted((a, b) => a.no - b.no) }, findings };
}

function readProject(row: Row, findings: Finding[]): Omit<RegisterProject, 'participants'> | undefined {
  const read = cellReader(row, findings);
  const title = read('Prosjektnavn', readText);
  const acronym = read('Prosjektkortnavn', readText);
  const programme = read('Program (H2020)', readProgramme);
  const field = read('Programområde (H2020)', readProgramme);
  const call = read('Utlysnings-id', readText);
  const signedOn = read('Kontrakt signeringsdato', readDate);
  const startsOn = read('Kontrakt startdato', readOptionalDate);
  const endsOn = read('Kontrakt sluttdato', readOptionalDate);
  if (title === undefined || signedOn === undefined) return undefined;
  return { number: row.cells.Prosjektnr, title, signedOn, ...known({ acronym, programme, field, call, startsOn, endsOn }) };
}

function readParticipant(row: Row, findings: Finding[]): Participant | undefined {
  const read = cellReader(row, findings);
  const no = read('Deltakernr', readParticipantNumber);
  const id = read('Organisasjonsnummer', readOrganisation);
  const name = read('Organisasjonsnavn', readText);
  const region = read('Adresse fylkenummer', readCounty);
  const role = read('Organisasjon rolle', readRole);
  const amount = read('Innvilget beløp organisasjon EUR', readCents);
  if (no === undefined || name === undefined || role === undefined || amount === undefined) return undefined;
  return { no, organisation: { name, ...known({ id, region }) }, role, amount: { amount, currency: 'EUR' } };
}

// Which of two lines that contradict each other is right cannot be known; the later one is named.
function contradictions([first, ...others]: readonly [Row, ...Row[]]): Finding[] {
  return others.flatMap(({ line, cells }) => {
    const column = projectColumns.find((name) => cells[name] !== first.cells[name]);
    if (!column) return [];
    const detail = `${column}: ${JSON.stringify(cells[column].slice(0, 80))}, but on line ${first.line} ${JSON.stringify(first.cells[column].slice(0, 80))}`;
    return [{ line, project: cells.Prosjektnr, rule: 'project-contradicted' as const, detail }];
  });
}

function repetitions(rows: readonly Row[]): Finding[] {
  const coordinators = rows.filter(({ cells }) => cells['Organisasjon rolle'] === 'COORDINATOR');
  const organisations = rows.filter(({ cells }) => cells.Organisasjonsnummer !== '');
  return [
    ...laterOnes(rows, 'participation-twice', ({ cells }) => cells.Deltakernr),
    ...laterOnes(coordinators, 'two-coordinators', () => 'coordinator'),
    ...laterOnes(organisations, 'organisation-twice', ({ cells }) => cells.Organisasjonsnummer),
  ];
}

function laterOnes(rows: readonly Row[], rule: Finding['rule'], keyOf: (row: Row) => string): Finding[] {
  const firstLines = new Map<string, number>();
  return rows.flatMap((row) => {
    const key = keyOf(row);
    const before = firstLines.get(key);
    if (before === undefined) firstLines.set(key, row.line);
    return before === undefined ? [] : [{ line: row.line, project: row.cells.Prosjektnr, rule, detail: `${key} as on line ${before}` }];
  });
}

const known = <Values extends object>(values: Values) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Values]?: Exclude<Values[Name], undefined>;
  };
