import type { Actor, AgencyRef, Role } from '@xietong/kernel';
import { catalogue as allMetrics } from '../../metrics/catalogue.ts';
import type { Figure } from '../../metrics/figure.ts';
import { isAdditive, isShareWithin } from '../../metrics/metric.ts';
import { figureEvents, figures, metrics } from '../../queries.ts';
import { inFolder, read } from '../../testing/facts-folder.ts';
import { published, type SpecParticipant } from '../../testing/published-events.ts';
import { TopicLog } from '../testing/topic-log.ts';
import { FactsFile } from '../facts-file/facts-file.ts';
import { Intake } from '../intake/intake.ts';
import { answersFrom } from './answers.ts';
import type { EventPage } from './read-events.ts';

const of = (agency?: AgencyRef): Actor => ({ id: 'somebody', kind: 'person', roles: ['analyst'], ...(agency && { agency }) });
const rcn = of('NO-03/rcn');
const inn = of('NO-03/inn');

const oslo = (amount: number): SpecParticipant => ({ party: 'NO-ORGNR:971035854', region: 'NO-03', lead: true, amount });
const trondheim = (amount: number): SpecParticipant => ({ party: 'NO-ORGNR:919303808', region: 'NO-50', amount });

type Publish = (
  agency: 'rcn' | 'inn',
  project: string,
  version: number,
  participants: SpecParticipant[],
  partition?: number,
) => Promise<void>;

/** Runs a spec on facts of two agencies, asked as people ask: by address, parsed by the query's own schema. */
async function onFacts(spec: (tools: { publish: Publish; ask: (address: string, actor: Actor) => Promise<unknown> }) => Promise<void>) {
  await inFolder(async (folder) => {
    const file = await FactsFile.open(folder);
    const intake = await Intake.open(file, read, () => undefined);
    const answers = answersFrom((work) => work(file));
    const log = new TopicLog();
    await spec({
      publish: (agency, project, version, participants, partition = 0) => {
        const topic = `NO-03.${agency}.projects`;
        return intake.handle(log.publish(topic, partition, [published(topic, { project, version, signedOn: '2019-03-01', participants })]));
      },
      ask: (address, actor) => {
        const url = new URL(address, 'http://reporting');
        const [, metric = '', events] = /^\/v1\/figures\/([^/]+)(\/events)?$/.exec(url.pathname) ?? [];
        const asked = { metric, ...Object.fromEntries(url.searchParams) };
        return events ? answers.figureEvents(figureEvents.input.parse(asked), actor) : answers.figures(figures.input.parse(asked), actor);
      },
    });
    file.close();
  });
}

const valueOf = (figure: unknown) => (figure as Figure).rows.map(({ value }) => value);
const idsOf = (page: unknown) => (page as EventPage).items.map(({ event }) => event.id);

test('an answer has the shape that its query declares', () =>
  onFacts(async ({ publish, ask }) => {
    await publish('rcn', '1', 1, [oslo(100), trondheim(50)]);
    const figure = await ask('/v1/figures/pair-amount?by=year,a,b', rcn);
    expect(figures.output.parse(figure)).toEqual(figure);
    expect(figure).toMatchObject({
      metric: 'pair-amount',
      unit: 'EUR cent',
      watermark: 'NO-03.rcn.projects:1',
      rows: [{ year: 2019, a: 'NO-03', b: 'NO-50', value: 150 }],
    });
    const page = await ask('/v1/figures/projects/events', rcn);
    expect(figureEvents.output.parse(page)).toEqual(page);
    const catalogue = await answersFrom(() => Promise.reject(new Error('the catalogue needs no facts'))).metrics();
    expect(metrics.output.parse(catalogue)).toEqual(catalogue);
  }));

test('the link on a row opens exactly the events that the value counts, each as published and with its place', () =>
  onFacts(async ({ publish, ask }) => {
    await publish('rcn', '1', 1, [oslo(100), trondheim(50)]);
    await publish('rcn', '2', 1, [oslo(100)]);
    await publish('rcn', '3', 1, [oslo(1), trondheim(1)]);
    await publish('rcn', '3', 2, [oslo(7), trondheim(3)]);
    const figure = (await ask('/v1/figures/pair-projects?by=a,b', rcn)) as Figure;
    const page = await ask(figure.rows[0]?.events ?? '', rcn);
    expect(valueOf(figure)).toEqual([2]);
    expect(page).toMatchObject({
      items: [
        {
          event: { id: 'project/NO-03.rcn.1/1', data: { number: '1' } },
          position: { topic: 'NO-03.rcn.projects', partition: 0, offset: 0 },
        },
        { event: { id: 'project/NO-03.rcn.3/2', type: 'xietong.projects.project.participants-amended.v1' }, position: { offset: 3 } },
      ],
    });
  }));

test('a correction replaces what was said before, and leads from one region to another', () =>
  onFacts(async ({ publish, ask }) => {
    await publish('rcn', '1', 1, [oslo(100), { region: 'NO-30', amount: 50 }]);
    await publish('rcn', '1', 2, [oslo(80), trondheim(20)]);
    expect(await ask('/v1/figures/lead-to-partner-amount?by=from,to', rcn)).toMatchObject({
      rows: [{ from: 'NO-03', to: 'NO-50', value: 20 }],
    });
    expect(valueOf(await ask('/v1/figures/granted-amount', rcn))).toEqual([100]);
  }));

test('a pair is found by either of its regions, on whichever side they are named', () =>
  onFacts(async ({ publish, ask }) => {
    const viken: SpecParticipant = { region: 'NO-30', amount: 30 };
    await publish('rcn', '1', 1, [oslo(100), viken]);
    await publish('rcn', '2', 1, [oslo(100), viken]);
    await publish('rcn', '3', 1, [trondheim(50), viken]);
    const osloAndViken = ['a=NO-03&b=NO-30', 'a=NO-30&b=NO-03', 'region=NO-03&a=NO-30', 'region=NO-30&b=NO-03', 'b=NO-03', 'a=NO-03'];
    for (const filters of osloAndViken)
      expect([filters, valueOf(await ask(`/v1/figures/pair-projects?${filters}`, rcn))]).toEqual([filters, [2]]);
    expect(valueOf(await ask('/v1/figures/pair-projects?a=NO-30', rcn))).toEqual([3]);
    expect(valueOf(await ask('/v1/figures/pair-projects?a=NO-30&b=NO-30', rcn))).toEqual([0]);
  }));

test.each(['by=a,b', 'by=a', 'by=b', 'by=a,b&b=NO-03', 'by=a&b=NO-03', 'by=a&a=NO-30', 'by=a,b&region=NO-50', 'by=b&region=NO-50'])(
  'each row of pairs opens as many events as it counts: %s',
  (query) =>
    onFacts(async ({ publish, ask }) => {
      const viken: SpecParticipant = { region: 'NO-30', amount: 30 };
      await publish('rcn', '1', 1, [oslo(100), viken]);
      await publish('rcn', '2', 1, [oslo(100), viken, trondheim(50)]);
      await publish('rcn', '3', 1, [trondheim(50), viken]);
      const { rows } = (await ask(`/v1/figures/pair-projects?${query}`, rcn)) as Figure;
      const opened = await Promise.all(rows.map(async ({ events }) => idsOf(await ask(events, rcn)).length));
      expect(opened).toEqual(rows.map(({ value }) => value));
      expect(rows).not.toEqual([]);
    }),
);

test('an earlier watermark gives the figure and the events of then, however much was published since', () =>
  onFacts(async ({ publish, ask }) => {
    await publish('rcn', '1', 1, [oslo(100)]);
    const then = (await ask('/v1/figures/granted-amount', rcn)) as Figure;
    await publish('rcn', '3', 2, [oslo(5)]);
    const whileWaiting = (await ask('/v1/figures/granted-amount', rcn)) as Figure;
    await publish('rcn', '1', 2, [oslo(60)]);
    await publish('rcn', '3', 1, [oslo(4)]);
    await publish('rcn', '2', 1, [oslo(900)]);
    expect(valueOf(await ask('/v1/figures/granted-amount', rcn))).toEqual([965]);
    expect(await ask(`/v1/figures/granted-amount?at=${then.watermark}`, rcn)).toEqual(then);
    expect(await ask(`/v1/figures/granted-amount?at=${whileWaiting.watermark}`, rcn)).toEqual(whileWaiting);
    expect(valueOf(whileWaiting)).toEqual([100]);
    expect(idsOf(await ask(then.rows[0]?.events ?? '', rcn))).toEqual(['project/NO-03.rcn.1/1']);
    expect(valueOf(await ask('/v1/figures/granted-amount?at=start', rcn))).toEqual([0]);
  }));

test('a watermark that is behind in one partition gives the figure of then, though it is not behind in the others', () =>
  onFacts(async ({ publish, ask }) => {
    await publish('rcn', '1', 1, [oslo(100)]);
    await publish('rcn', '2', 1, [oslo(10)], 1);
    await publish('rcn', '2', 2, [oslo(20)], 1);
    expect(valueOf(await ask('/v1/figures/granted-amount', rcn))).toEqual([120]);
    expect(valueOf(await ask('/v1/figures/granted-amount?at=NO-03.rcn.projects:1.1', rcn))).toEqual([110]);
  }));

test('what a partner was granted flows once from a region, however many of its organisations lead', () =>
  onFacts(async ({ publish, ask }) => {
    await publish('rcn', '1', 1, [
      oslo(100),
      { ...oslo(70), party: 'NO-ORGNR:919303808' },
      { region: 'NO-30', lead: true, amount: 5 },
      trondheim(50),
    ]);
    const flows = {
      rows: [
        { from: 'NO-03', to: 'NO-30', value: 5 },
        { from: 'NO-03', to: 'NO-50', value: 50 },
        { from: 'NO-30', to: 'NO-03', value: 170 },
        { from: 'NO-30', to: 'NO-50', value: 50 },
      ],
    };
    expect(await ask('/v1/figures/lead-to-partner-amount?by=from,to', rcn)).toMatchObject(flows);
    expect(await ask('/v1/figures/lead-to-partner-amount?by=to&to=NO-50', rcn)).toMatchObject({ rows: [{ to: 'NO-50', value: 50 }] });
    await publish('rcn', '2', 1, [oslo(1)]);
    expect(await ask('/v1/figures/lead-to-partner-amount?by=from,to&at=NO-03.rcn.projects:1', rcn)).toMatchObject(flows);
  }));

test('the watermark of an answer is known again, whichever partitions have no message yet', () =>
  onFacts(async ({ publish, ask }) => {
    await publish('inn', '1', 1, [oslo(100)], 2);
    const figure = (await ask('/v1/figures/granted-amount', inn)) as Figure;
    expect(figure.watermark).toBe('NO-03.inn.projects:0.0.1');
    expect(await ask(`/v1/figures/granted-amount?at=${figure.watermark}`, inn)).toEqual(figure);
    expect(idsOf(await ask(figure.rows[0]?.events ?? '', inn))).toEqual(['project/NO-03.inn.1/1']);
  }));

test('the events behind a value come in pages, each once', () =>
  onFacts(async ({ publish, ask }) => {
    for (const project of ['1', '2', '3', '4', '5']) await publish('rcn', project, 1, [oslo(1)]);
    const pages: string[][] = [];
    for (let after: string | undefined = ''; after !== undefined;) {
      const page = (await ask(`/v1/figures/projects/events?limit=2${after && `&after=${after}`}`, rcn)) as EventPage;
      pages.push(idsOf(page) as string[]);
      after = page.next;
    }
    expect(pages.map((page) => page.map((id) => id.split('.').at(-1)))).toEqual([['1/1', '2/1'], ['3/1', '4/1'], ['5/1']]);
  }));

test.each(['analyst', 'director', 'officer', 'auditor'] as const)('a person with the role %s may ask for every figure', (role) => {
  for (const { allow } of [metrics, figures, figureEvents]) expect(allow.permits({ ...rcn, roles: [role] }, undefined)).toBe(true);
});

test.each(['applicant', 'expert', 'operator', 'partner'] satisfies Role[])('a person with no other role than %s may not', (role) => {
  for (const { allow } of [metrics, figures, figureEvents]) expect(allow.permits({ ...rcn, roles: [role] }, undefined)).toBe(false);
});

test('nobody sees a figure, a count or an event of another agency, even by its watermark or its link', () =>
  onFacts(async ({ publish, ask }) => {
    await publish('rcn', '1', 1, [oslo(100), trondheim(50)]);
    const foreign = (await ask('/v1/figures/granted-amount', rcn)) as Figure;
    for (const metric of allMetrics) {
      const named = isShareWithin(metric) ? '?within=NO-03' : '';
      expect(valueOf(await ask(`/v1/figures/${metric.id}${named}`, inn))).toEqual(isAdditive(metric) ? [0] : []);
      expect(await ask(`/v1/figures/${metric.id}/events${named}`, inn)).toEqual({ items: [] });
    }
    expect(JSON.stringify(await ask(`/v1/figures/granted-amount?at=${foreign.watermark}`, inn))).not.toContain('"rows"');
    expect(await ask(foreign.rows[0]?.events ?? '', inn)).toMatchObject({ refused: 'watermark-unknown' });

    await publish('inn', '1', 1, [trondheim(7)]);
    expect(valueOf(await ask('/v1/figures/granted-amount', inn))).toEqual([7]);
    expect(valueOf(await ask('/v1/figures/granted-amount', rcn))).toEqual([150]);
    expect(JSON.stringify(await ask('/v1/figures/projects/events', inn))).not.toContain('rcn');
  }));

test.each(['/v1/figures/projects', '/v1/figures/projects/events', '/v1/figures/strength'])(
  'who acts for no agency is refused at %s before anything is read',
  (address) =>
    onFacts(async ({ publish, ask }) => {
      await publish('rcn', '1', 1, [oslo(100)]);
      expect(await ask(address, of())).toMatchObject({ refused: 'agency-needed' });
    }),
);

test.each([
  ['a metric that does not exist', '/v1/figures/strength', 'metric-unknown'],
  ['a dimension of another metric', '/v1/figures/projects?by=a,b', 'dimension-unfit'],
  ['a filter of another metric', '/v1/figures/projects/events?currency=EUR', 'filter-unfit'],
  ['a watermark that was not reached yet', '/v1/figures/projects?at=NO-03.rcn.projects:2', 'watermark-unknown'],
  ['a watermark of a partition that does not exist', '/v1/figures/projects?at=NO-03.rcn.projects:1.1', 'watermark-unknown'],
])('%s is refused by name', (_, address, refused) =>
  onFacts(async ({ publish, ask }) => {
    await publish('rcn', '1', 1, [oslo(100)]);
    expect(await ask(address, rcn)).toMatchObject({ refused });
  }),
);

test('where amounts are in several currencies, one has to be asked for; where the filters leave one, it need not be', () =>
  onFacts(async ({ publish, ask }) => {
    await publish('rcn', '1', 1, [oslo(100)]);
    await publish('rcn', '2', 1, [{ ...trondheim(700), currency: 'NOK' }]);
    expect(await ask('/v1/figures/granted-amount?by=year', rcn)).toMatchObject({
      refused: 'currency-needed',
      details: { currencies: ['EUR', 'NOK'] },
    });
    expect(await ask('/v1/figures/granted-amount?currency=NOK', rcn)).toMatchObject({ unit: 'NOK øre', rows: [{ value: 700 }] });
    expect(await ask('/v1/figures/granted-amount?region=NO-03', rcn)).toMatchObject({ unit: 'EUR cent', rows: [{ value: 100 }] });
  }));

test('a sum that no JSON number holds is answered to the last cent', () =>
  onFacts(async ({ publish, ask }) => {
    await publish('rcn', '1', 1, [oslo(Number.MAX_SAFE_INTEGER), trondheim(Number.MAX_SAFE_INTEGER), trondheim(3)]);
    expect(valueOf(await ask('/v1/figures/granted-amount', rcn))).toEqual(['18014398509481985']);
  }));

test('a participation without region counts in totals and as unknown, and in no pair', () =>
  onFacts(async ({ publish, ask }) => {
    await publish('rcn', '1', 1, [oslo(100), { amount: 40 }]);
    expect(await ask('/v1/figures/granted-amount?by=region', rcn)).toMatchObject({
      rows: [
        { region: 'NO-03', value: 100 },
        { region: 'unknown', value: 40 },
      ],
    });
    expect(valueOf(await ask('/v1/figures/participations?region=unknown', rcn))).toEqual([1]);
    expect(valueOf(await ask('/v1/figures/pair-projects', rcn))).toEqual([0]);
    expect(valueOf(await ask('/v1/figures/cross-region-projects', rcn))).toEqual([0]);
  }));
