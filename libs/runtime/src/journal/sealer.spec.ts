import { until } from '@xietong/testing';
import { aSealingService, untilSealed } from './testing/sealing-service.ts';

describe('the journal of an agency', () => {
  it('is sealed once the day is over, with the heads of all its chains', async () => {
    const service = await aSealingService();
    const one = service.instance();
    await one.begin('b');
    await one.begin('a');
    await one.add('a');
    await one.begin('elsewhere', 'CN-331082/kjj');
    service.setClock('2026-11-28T00:00:01.000Z');
    await untilSealed(service, '2026-11-27', one);
    expect(service.sealsIn().map(({ data }) => data)).toEqual([
      {
        date: '2026-11-27',
        begunAt: '2026-11-28T00:00:01.000Z',
        page: 1,
        isLast: true,
        heads: [
          { subject: 'tally/a', version: 2, head: await service.headOf('a') },
          { subject: 'tally/b', version: 1, head: await service.headOf('b') },
        ],
      },
    ]);
    expect(service.sealsIn('CN-331082.kjj').map(({ data }) => data.heads.map(({ subject }) => subject))).toEqual([['tally/elsewhere']]);
    expect(service.faults).toEqual([]);
  });

  it('is sealed once, however many instances do it and however often', async () => {
    const service = await aSealingService({ headsMax: 2 });
    const instances = [service.instance(), service.instance(), service.instance()];
    for (const name of ['a', 'b', 'c', 'd', 'e']) await service.instance().begin(name);
    service.setClock('2026-11-28T00:00:01.000Z');
    await untilSealed(service, '2026-11-27', ...instances);
    for (const each of instances) await each.strike();
    const ids = service.sealsIn().map(({ id }) => id);
    expect([...new Set(ids)]).toEqual(['journal/NO-03.rcn/2', 'journal/NO-03.rcn/3', 'journal/NO-03.rcn/4']);
    expect(service.faults).toEqual([]);
  });

  it('is sealed page by page where many chains have moved, each of them in one page', async () => {
    const service = await aSealingService({ headsMax: 2 });
    const one = service.instance();
    for (const name of ['a', 'b', 'c', 'd', 'e']) await one.begin(name);
    service.setClock('2026-11-28T00:00:01.000Z');
    await untilSealed(service, '2026-11-27', one);
    expect(service.sealsIn().map(({ data: { page, isLast, heads } }) => [page, isLast, ...heads.map(({ subject }) => subject)])).toEqual([
      [1, false, 'tally/a', 'tally/b'],
      [2, false, 'tally/c', 'tally/d'],
      [3, true, 'tally/e'],
    ]);
  });

  it('is sealed to the end by another instance where one died between two pages', async () => {
    const service = await aSealingService({ headsMax: 1 });
    const first = service.instance();
    for (const name of ['a', 'b']) await first.begin(name);
    service.setClock('2026-11-28T00:00:01.000Z');
    await until('its first page is out', async () => {
      if (service.sealsIn().length === 1 && (await service.isQuiet())) return true;
      await first.strike();
      return false;
    });
    service.setClock('2026-11-29T09:00:00.000Z');
    const second = service.instance();
    await until('the day is sealed', async () => {
      await second.strike();
      return service.sealsIn().length >= 2 && (await service.isQuiet());
    });
    expect(
      service
        .sealsIn()
        .map(({ data: { date, page } }) => [date, page])
        .slice(0, 2),
    ).toEqual([
      ['2026-11-27', 1],
      ['2026-11-27', 2],
    ]);
  });

  it('tells from the second seal on only what has moved since the one before', async () => {
    const service = await aSealingService();
    const one = service.instance();
    await one.begin('resting');
    await one.begin('moving');
    service.setClock('2026-11-28T00:00:01.000Z');
    await untilSealed(service, '2026-11-27', one);
    service.setClock('2026-11-28T12:00:00.000Z');
    await one.add('moving');
    service.setClock('2026-11-29T00:00:01.000Z');
    await untilSealed(service, '2026-11-28', one);
    expect(
      service
        .sealsIn()
        .at(-1)
        ?.data.heads.map(({ subject, version }) => [subject, version]),
    ).toEqual([['tally/moving', 2]]);
  });

  it('is sealed for the day before where its service did not run for days', async () => {
    const service = await aSealingService();
    const one = service.instance();
    await one.begin('a');
    service.setClock('2026-12-05T07:00:00.000Z');
    await untilSealed(service, '2026-12-04', service.instance());
    expect(service.sealsIn().map(({ data }) => data.date)).toEqual(['2026-12-04']);
  });

  it('is sealed on a day on which nothing moved, so that a seal that is missing is seen', async () => {
    const service = await aSealingService();
    const one = service.instance();
    await one.begin('a');
    service.setClock('2026-11-28T00:00:01.000Z');
    await untilSealed(service, '2026-11-27', one);
    service.setClock('2026-11-29T00:00:01.000Z');
    await untilSealed(service, '2026-11-28', one);
    expect(service.sealsIn().at(-1)?.data).toMatchObject({ date: '2026-11-28', isLast: true, heads: [] });
  });

  it('waits for the broker before it is sealed further', async () => {
    let isBrokerUp = true;
    const service = await aSealingService({ headsMax: 1, isBrokerUp: () => isBrokerUp });
    const one = service.instance();
    for (const name of ['a', 'b', 'c']) await one.begin(name);
    service.setClock('2026-11-28T00:00:01.000Z');
    isBrokerUp = false;
    for (let round = 0; round < 10; round += 1) await one.strike();
    expect((await service.stored())?.version).toBe(1);
    isBrokerUp = true;
    await untilSealed(service, '2026-11-27', one);
  });

  it('is not opened before the first day is over, also where a service starts anew on that day', async () => {
    const service = await aSealingService();
    await service.instance().begin('a');
    await service.instance().strike();
    expect(await service.stored()).toBeUndefined();
    service.setClock('2026-11-28T00:00:01.000Z');
    await untilSealed(service, '2026-11-27', service.instance());
  });

  it('is not opened where an agency has nothing', async () => {
    const service = await aSealingService();
    service.setClock('2026-11-28T00:00:01.000Z');
    await service.instance().strike();
    expect(await service.stored()).toBeUndefined();
  });
});
