import type { Grant } from './grants-file.ts';

// Every figure once more, from the definitions of the catalogue and the lines of the file, with nothing of the product's own code.

/** A figure as it is asked for. */
export interface Question {
  readonly metric: string;
  readonly by: readonly string[];
  /** `2018` or `2016..2019`. */
  readonly year?: string;
  readonly region?: string;
}

export type Row = Readonly<Record<string, string | number>>;

/** One way in which a project shows in a figure: the cell that it falls into, and the thing that is counted there, once. */
interface Sighting {
  readonly cell: Row;
  readonly thing: string;
  readonly cents: bigint;
}

/** A participation where a level places it; `region` is absent where it is not known. */
type Placed = Grant & { readonly region?: string };
type Sightings = (project: readonly Placed[]) => Sighting[];
type Thing = (grant: Placed) => string;

const aProject: Thing = ({ project }) => project;
const aParticipation: Thing = ({ project, no }) => `${project} ${no}`;
const anOrganisation: Thing = ({ organisation }) => organisation;

const regionsOf = (project: readonly Placed[]): string[] => [...new Set(project.flatMap(({ region }) => region ?? []))];

const each =
  (thing: Thing): Sightings =>
  (project) =>
    project.map((one) => ({ cell: { region: one.region ?? 'unknown' }, thing: thing(one), cents: one.cents }));

const eachOfCrossRegion: Sightings = (project) => (regionsOf(project).length > 1 ? each(aProject)(project) : []);

const eachOfPairs =
  (thing: Thing): Sightings =>
  (project) => {
    const regions = regionsOf(project);
    const pairs = regions.flatMap((a) => regions.filter((b) => a !== b).map((b) => ({ a, b })));
    return pairs.flatMap(({ a, b }) =>
      project.filter(({ region }) => region === a || region === b).map((one) => ({ cell: { a, b }, thing: thing(one), cents: one.cents })),
    );
  };

const fromLeadToPartners: Sightings = (project) => {
  const from = project.find(({ leads }) => leads)?.region;
  return project.flatMap((one) => {
    const to = one.region;
    const flows = !one.leads && from !== undefined && to !== undefined && from !== to;
    return flows ? [{ cell: { from, to }, thing: aParticipation(one), cents: one.cents }] : [];
  });
};

const eachPartnerRegion: Sightings = (project) => {
  const regions = regionsOf(project);
  return regions.flatMap((region) =>
    regions.filter((partner) => partner !== region).map((partner) => ({ cell: { region }, thing: partner, cents: 0n })),
  );
};

const ofRegions = ['year', 'region', 'level'];
const ofPairs = ['year', 'a', 'b', 'level'];
const ofFlows = ['year', 'from', 'to', 'level'];

/** Every metric: what it can be broken down by, whether it is money, and where a project shows in it. */
export const metrics: Readonly<Record<string, { dimensions: readonly string[]; isMoney: boolean; sightings: Sightings }>> = {
  projects: { dimensions: ofRegions, isMoney: false, sightings: each(aProject) },
  participations: { dimensions: ofRegions, isMoney: false, sightings: each(aParticipation) },
  organisations: { dimensions: ofRegions, isMoney: false, sightings: each(anOrganisation) },
  'cross-region-projects': { dimensions: ofRegions, isMoney: false, sightings: eachOfCrossRegion },
  'granted-amount': { dimensions: ofRegions, isMoney: true, sightings: each(aParticipation) },
  'pair-projects': { dimensions: ofPairs, isMoney: false, sightings: eachOfPairs(aProject) },
  'pair-amount': { dimensions: ofPairs, isMoney: true, sightings: eachOfPairs(aParticipation) },
  'lead-to-partner-amount': { dimensions: ofFlows, isMoney: true, sightings: fromLeadToPartners },
  breadth: { dimensions: ofRegions, isMoney: false, sightings: eachPartnerRegion },
};

function metricOf(id: string) {
  const metric = metrics[id];
  if (!metric) throw new Error(`no metric '${id}' is counted by hand`);
  return metric;
}

/** The rows of a figure over these grants, in the order of their dimensions. */
export function rowsByHand(grants: readonly Grant[], question: Question): Row[] {
  const { by, metric } = question;
  const cells = Map.groupBy(sightingsBehind(grants, question), ({ cell }) => JSON.stringify(by.map((name) => cell[name])));
  const rows = [...cells.values()].map((sightings) => ({ ...cellOf(sightings, by), value: valueOf(sightings, metric) }));
  if (by.length === 0 && rows.length === 0) return [{ value: 0 }];
  return rows.sort((one: Row, other: Row) =>
    compare(
      by.map((name) => one[name] ?? ''),
      by.map((name) => other[name] ?? ''),
    ),
  );
}

/** The numbers of the projects that a cell of a figure counts. */
export function projectsByHand(grants: readonly Grant[], question: Question, cell: Row): string[] {
  const behind = [...Map.groupBy(grants, ({ project }) => project)].filter(([, project]) =>
    sightingsBehind(project, question).some((one) => Object.keys(cell).every((name) => one.cell[name] === cell[name])),
  );
  return behind.map(([number]) => number);
}

function sightingsBehind(grants: readonly Grant[], { metric, by, year, region }: Question): Sighting[] {
  const [first = '0', last = first] = year?.split('..') ?? ['0', '9999'];
  const inYears = grants.filter((grant) => grant.year >= Number(first) && grant.year <= Number(last));
  const levels = by.includes('level') ? ['county', 'prefecture', 'province'] : ['county'];
  const sightings = levels.flatMap((level) =>
    [...Map.groupBy(inYears, ({ project }) => project).values()].flatMap((project) =>
      metricOf(metric)
        .sightings(project.map((grant) => placed(grant, level)))
        .map(({ cell, ...sighting }) => ({ ...sighting, cell: { ...cell, level, year: project[0]?.year ?? 0 } })),
    ),
  );
  // A pair has no direction: a side that the rows show alone is either of its regions, and with both each pair stands once.
  const standsOnce = ({ cell: { a = '', b = '' } }: Sighting) => by.includes('a') !== by.includes('b') || a <= b;
  return sightings.filter((one) => standsOnce(one) && (region === undefined || Object.values(one.cell).includes(region)));
}

// Norway has counties; at the levels of China a Norwegian participation has no region.
function placed(grant: Grant, level: string): Placed {
  return level === 'county' && grant.county !== undefined ? { ...grant, region: grant.county } : grant;
}

const cellOf = ([first]: readonly Sighting[], by: readonly string[]): Row =>
  Object.fromEntries(by.map((name) => [name, first?.cell[name] ?? '']));

function valueOf(sightings: readonly Sighting[], metric: string): number {
  const things = new Map(sightings.map(({ thing, cents }) => [thing, cents]));
  return metricOf(metric).isMoney ? Number([...things.values()].reduce((sum, cents) => sum + cents, 0n)) : things.size;
}

function compare(one: readonly (string | number)[], other: readonly (string | number)[]): number {
  const at = one.findIndex((value, place) => value !== other[place]);
  if (at === -1) return 0;
  return (one[at] ?? '') < (other[at] ?? '') ? -1 : 1;
}
