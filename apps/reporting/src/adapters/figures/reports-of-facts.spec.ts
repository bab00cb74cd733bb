import type { reportDrafted } from '@xietong/contracts-reporting';
import { type Actor, type AgencyRef, isRefusal, type Lookup } from '@xietong/kernel';
import { exampleAttachment, lookupOver, officer, stateAfter } from '@xietong/testing';
import fc from 'fast-check';
import { figureEvents, figures } from '../../queries.ts';
import { draft, type Draft } from '../../report/decide/draft.ts';
import { drawFigures } from '../../report/drawn-figures.ts';
import { answersFromReports } from '../../report/report-answers.ts';
import { reportCorrections, reportTable } from '../../report/report-queries.ts';
import { Report } from '../../report/report.ts';
import { set } from '../../target/example.fixture.ts';
import { Target } from '../../target/target.ts';
import { histories } from '../../testing/arbitrary-history.ts';
import { inFolder, read } from '../../testing/facts-folder.ts';
import { published, type SpecEvent } from '../../testing/published-events.ts';
import { FactsFile } from '../facts-file/facts-file.ts';
import { Intake } from '../intake/intake.ts';
import { TopicLog } from '../testing/topic-log.ts';
import { answersFrom } from './answers.ts';
import type { EventPage } from './read-events.ts';

const id = 'NO-03.rcn.2019';
const agencyOf = (name: string): AgencyRef => `NO-03/${name}`;
const input: Draft = {
  ...{ number: '2019', title: 'What was done together', firstYear: 2014, lastYear: 2021 },
  figures: [
    { metric: 'pair-projects', by: ['a', 'b'] },
    { metric: 'granted-amount', narrowing: { currency: 'EUR' } },
    { metric: 'projects', by: ['year'] },
  ],
};

/** Facts that are read while reports are drafted and asked about, each by the agency's own people. */
async function onFacts(spec: (facts: ReturnType<typeof over>) => Promise<void>) {
  await inFolder(async (folder) => {
    const file = await FactsFile.open(folder);
    const intake = await Intake.open(file, read, () => undefined);
    await spec(over(file, intake));
    file.close();
  });
}

function over(file: FactsFile, intake: Intake) {
  const log = new TopicLog();
  const answers = answersFrom((work) => work(file));
  const staff = (agency: AgencyRef): Actor => ({ ...officer(agency), id: 'somebody'.padEnd(22, '-') });
  const answering = { figures: (asked: never, agency: AgencyRef) => answers.figures(figures.input.parse(asked), staff(agency)) };
  const lookOver = (reports: Readonly<Record<string, object>> = {}): Lookup =>
    lookupOver({
      documents: [
        [Report, reports],
        [Target, { 'NO-03.rcn.t': stateAfter(Target, [{ ...set, data: { ...set.data, agency: 'NO-03/rcn', narrowing: {} } }]) }],
      ],
      answers: answering,
    });
  return {
    publish: (name: string, events: readonly SpecEvent[]) =>
      intake.handle(
        log.publish(
          `NO-03.${name}.projects`,
          0,
          events.map((event) => published(`NO-03.${name}.projects`, event)),
        ),
      ),
    draftOf: async (of: Draft, as = 'rcn') => {
      const reportId = id.replace('rcn', as);
      const gathered = await drawFigures(lookOver(), of, undefined, reportId);
      const context = {
        id: reportId,
        now: '2026-07-08T08:00:00.000Z',
        newId: () => 'new',
        gathered,
        attachment: exampleAttachment,
      } as const;
      return draft(undefined, of, { ...context, actor: staff(agencyOf(as)) });
    },
    reports: (reports: Readonly<Record<string, object>>) => answersFromReports(lookOver(reports)),
    eventsBehind: async (link: string): Promise<EventPage> => {
      const url = new URL(link, 'http://reporting');
      const metric = url.pathname.split('/')[3] ?? '';
      const page = await answers.figureEvents(
        figureEvents.input.parse({ metric, ...Object.fromEntries(url.searchParams) }),
        staff('NO-03/rcn'),
      );
      if (isRefusal(page)) throw new Error(page.refused);
      return page;
    },
    staff,
  };
}

const event = (project: string, version: number, amounts: readonly number[]): SpecEvent => ({
  ...{ project, version, signedOn: '2019-03-01' },
  participants: amounts.map((amount, place) => ({ region: ['NO-03', 'NO-50', 'NO-30'][place] ?? 'NO-03', lead: place === 0, amount })),
});

test('a later correction leaves the report as it is, and both values are shown with the events behind each', () =>
  onFacts(async ({ publish, draftOf, reports, eventsBehind, staff }) => {
    await publish('rcn', [event('1', 1, [100, 50]), event('2', 1, [10, 5])]);
    const [drafted] = (await draftOf(input)) as [ReturnType<typeof reportDrafted>];
    expect(drafted.data.figures.map(({ unit, rows }) => [unit, rows.map(({ events: _, ...row }) => row)])).toEqual([
      ['project', [{ a: 'NO-03', b: 'NO-50', value: 2 }]],
      ['EUR cent', [{ value: 165 }]],
      ['project', [{ year: 2019, value: 2 }]],
    ]);
    expect(drafted.data.targets).toMatchObject([
      { target: 'NO-03.rcn.t', metric: 'projects', actual: 0, expected: 189, standing: 'behind' },
    ]);

    const report = stateAfter(Report, [drafted]);
    const { reportCorrections: corrections, reportTable: table } = reports({ [id]: report });
    const corrected = async () => reportCorrections.output.parse(await corrections({ report: id }, staff('NO-03/rcn'))).items;
    expect(await corrected()).toEqual([]);

    await publish('rcn', [event('2', 2, [10, 7, 3])]);
    expect(await corrected()).toMatchObject([
      { figure: 1, metric: 'pair-projects', row: { a: 'NO-03', b: 'NO-30' }, now: 1 },
      { figure: 1, row: { a: 'NO-30', b: 'NO-50' }, now: 1 },
      { figure: 2, metric: 'granted-amount', unit: 'EUR cent', row: {}, reported: 165, now: 170 },
    ]);
    const [, amount] = drafted.data.figures;
    const idsBehind = async (link: string) => (await eventsBehind(link)).items.map((item) => String(item.event.id).split('.').at(-1));
    expect(await idsBehind(amount?.rows[0]?.events ?? '')).toEqual(['1/1', '2/1']);
    expect(await idsBehind((await corrected())[2]?.events ?? '')).toEqual(['1/1', '2/2']);
    expect(reportTable.output.parse(await table({ report: id, figure: 2 }, staff('NO-03/rcn')))).toMatchObject({
      name: '2019-2-granted-amount',
      unit: 'EUR cent',
      watermark: drafted.data.watermark,
      rows: [{ value: 165 }],
    });
  }));

test('whatever is published after the draft, each of its figures at its watermark is what the report says', async () => {
  await onFacts(async ({ publish, draftOf, reports, staff }) => {
    let agencies = 0;
    await fc.assert(
      fc.asyncProperty(histories, fc.nat(20), async (history, part) => {
        // An agency a run: what the runs before it published is in the same file, and out of its sight.
        const name = `agency${(agencies += 1)}`;
        const all = history.flat();
        await publish(name, all.slice(0, part));
        const [drafted] = (await draftOf({ ...input, figures: input.figures.slice(0, 2) }, name)) as [ReturnType<typeof reportDrafted>];
        const before = JSON.stringify(drafted);
        await publish(name, all.slice(part));

        const own = id.replace('rcn', name);
        const { reportCorrections: corrections } = reports({ [own]: stateAfter(Report, [drafted]) });
        const { items } = reportCorrections.output.parse(await corrections({ report: own }, staff(agencyOf(name))));
        expect(JSON.stringify(drafted)).toBe(before);
        // What is told as corrected is exactly what a report that is drafted now would say otherwise.
        const [again] = (await draftOf({ ...input, figures: input.figures.slice(0, 2) }, name)) as [ReturnType<typeof reportDrafted>];
        const textsOf = ({ data }: typeof drafted) =>
          data.figures.flatMap(({ rows }, place) =>
            rows.map(({ events: _, value, ...row }) => `${place + 1} ${JSON.stringify(row)} ${value}`),
          );
        const [then, now] = [new Set(textsOf(drafted)), new Set(textsOf(again))];
        const told = (which: 'reported' | 'now') =>
          items.flatMap((item) => (item[which] === undefined ? [] : `${item.figure} ${JSON.stringify(item.row)} ${item[which]}`)).sort();
        expect(told('reported')).toEqual([...then].filter((row) => !now.has(row)).sort());
        expect(told('now')).toEqual([...now].filter((row) => !then.has(row)).sort());
      }),
      { numRuns: 15 },
    );
  });
}, 120_000);

test('a figure that cannot be asked for is refused at its place, before anything is kept', () =>
  onFacts(async ({ draftOf }) => {
    expect(await draftOf({ ...input, figures: [{ metric: 'projects' }, { metric: 'strength' }] })).toMatchObject({
      refused: 'metric-unknown',
      field: 'figures.1.metric',
    });
    expect(await draftOf({ ...input, figures: [{ metric: 'lead-region-share' }] })).toMatchObject({ field: 'figures.0.narrowing.within' });
    expect(await draftOf({ ...input, figures: [{ metric: 'projects', by: ['a'] }] })).toMatchObject({ field: 'figures.0.by' });
  }));

test('to another agency, and to who acts for none, a report is not there', () =>
  onFacts(async ({ publish, draftOf, reports, staff }) => {
    await publish('rcn', [event('1', 1, [100, 50])]);
    const [drafted] = (await draftOf(input)) as [ReturnType<typeof reportDrafted>];
    const { reportCorrections: corrections, reportTable: table } = reports({ [id]: stateAfter(Report, [drafted]) });
    for (const [who, refused] of [
      [staff('NO-03/inn'), 'report-unknown'],
      [{ ...staff('NO-03/rcn'), agency: undefined }, 'agency-needed'],
    ] as const) {
      expect(await corrections({ report: id }, who as Actor)).toMatchObject({ refused });
      expect(await table({ report: id, figure: 1 }, who as Actor)).toMatchObject({ refused });
    }
    expect(await table({ report: id, figure: 4 }, staff('NO-03/rcn'))).toMatchObject({ refused: 'table-unknown', details: { tables: 3 } });
  }));
