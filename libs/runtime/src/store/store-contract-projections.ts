import { type Stage } from './store-contract-fixture.ts';
import type { Store } from './store.ts';

/** What the store keeps of other services. */
export function projectionContract(stage: () => Stage): void {
  let store: Store;
  beforeEach(() => {
    ({ store } = stage());
  });

  it('lets no older event overwrite a projection', async () => {
    const source = '/NO-03/rcn/talent';
    await store.projections.put('experts', 'e', { version: 2, source, record: { name: 'two' } });
    await store.projections.put('experts', 'e', { version: 1, source, record: { name: 'one' } });
    expect(await store.projections.find('experts', 'e')).toEqual({ version: 2, source, record: { name: 'two' } });
    await store.projections.put('experts', 'e', { version: 3, source, record: { name: 'three' } });
    expect((await store.projections.find('experts', 'e'))?.record).toEqual({ name: 'three' });
  });

  it('finds the records of a projection by a list in them, and those of no other, in the order of their ids', async () => {
    await store.projections.foundBy(['fields']);
    const put = (name: string, id: string, record: object | undefined) =>
      store.projections.put(name, id, { version: 1, source: '/NO-03/rcn/talent', record });
    await put('experts', 'b', { fields: ['bio', 'steel'], name: 'two' });
    await put('experts', 'a', { fields: ['steel'], name: 'one' });
    await put('experts', 'c', { fields: ['bio'], held: { since: 2020, until: 2030 } });
    await put('experts', 'd', { name: 'of no field' });
    await put('experts', 'e', undefined);
    await put('experts-of-old', 'a', { fields: ['steel'] });
    await put('expert', 'a', { fields: ['steel'] });
    expect(await store.projections.select('experts', 'fields', ['steel'], ['name'])).toEqual([
      { id: 'a', state: { name: 'one' } },
      { id: 'b', state: { name: 'two' } },
    ]);
    expect((await store.projections.select('experts', 'fields', ['steel', 'bio'])).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(await store.projections.select('experts', 'fields', ['bio'], ['held.until', 'name'])).toEqual([
      { id: 'b', state: { name: 'two' } },
      { id: 'c', state: { held: { until: 2030 } } },
    ]);
    expect(await store.projections.select('experts', 'fields', [])).toEqual([]);
  });
}
