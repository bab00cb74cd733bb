import { rcn, writeOf, type Stage } from './store-contract-fixture.ts';
import type { Collection } from './store.ts';

/** What is found, by people within their audience and by rules. */
export function readContract(stage: () => Stage): void {
  let boxes: Collection;
  beforeEach(() => {
    ({ boxes } = stage());
  });

  it('shows a document to its audience only, in reads, lists and counts', async () => {
    await boxes.write([writeOf('a', 0), writeOf('b', 0, { audience: ['agency:NO-03/inn', 'org:CN-USCI:X'] })]);
    const page = { filter: {}, sort: { key: 'createdAt', descending: false }, limit: 10 };
    expect(await boxes.find(rcn, 'b')).toBeUndefined();
    expect((await boxes.list(rcn, page)).documents.map(({ id }) => id)).toEqual(['a']);
    expect(await boxes.count(rcn, {})).toBe(1);
    expect((await boxes.list(['org:CN-USCI:X'], page)).documents.map(({ id }) => id)).toEqual(['b']);
  });

  it('refuses a read without an audience', async () => {
    await expect(boxes.find([], 'a')).rejects.toThrow('without an audience');
    await expect(boxes.count([], {})).rejects.toThrow('without an audience');
    await expect(boxes.list([], { filter: {}, sort: { key: 'createdAt', descending: false }, limit: 1 })).rejects.toThrow(
      'without an audience',
    );
  });

  it('finds by keys, any of several values, and by any member of a tag', async () => {
    await boxes.write([
      writeOf('a', 0, { keys: { status: 'open' }, tags: { colours: ['red', 'blue'] } }),
      writeOf('b', 0, { keys: { status: 'closed' }, tags: { colours: ['red'] } }),
      writeOf('c', 0, { keys: { status: 'lost' } }),
    ]);
    expect(await boxes.count(rcn, { status: ['open', 'closed'] })).toBe(2);
    expect(await boxes.count(rcn, { colours: 'blue' })).toBe(1);
    expect(await boxes.count(rcn, { status: 'open', colours: 'red' })).toBe(1);
  });

  it('selects for a rule by any member of a tag, whoever may read it', async () => {
    await boxes.write([
      writeOf('b', 0, { tags: { colours: ['red', 'blue'] }, audience: ['org:CN-USCI:X'] }),
      writeOf('a', 0, { tags: { colours: ['green'] } }),
      writeOf('c', 0, { tags: { colours: ['blue'] } }),
    ]);
    const idsOf = async (...colours: string[]) => (await boxes.select('colours', colours)).map(({ id }) => id);
    expect(await boxes.select('colours', ['green'])).toEqual([{ id: 'a', state: { text: 'at 1' } }]);
    expect([await idsOf('blue'), await idsOf('blue', 'green'), await idsOf('black'), await idsOf()]).toEqual([
      ['b', 'c'],
      ['a', 'b', 'c'],
      [],
      [],
    ]);
    await boxes.write([writeOf('d', 0, { tags: { colours: ['white'] }, state: { text: 'x', size: 3, inner: { deep: 1 } } })]);
    expect(await boxes.select('colours', ['white'], ['size', 'inner', 'absent'])).toEqual([
      { id: 'd', state: { size: 3, inner: { deep: 1 } } },
    ]);
    await expect(boxes.select('status', ['open'])).rejects.toThrow("'status' is no tag of 'boxes'");
  });

  it.each([false, true])('pages through every document once, missing values included (descending: %s)', async (descending) => {
    const sizes = [3, undefined, 1, 3, 2, undefined, 1];
    await boxes.write(sizes.map((size, i) => writeOf(`box-${i}`, 0, { keys: size === undefined ? {} : { size } })));
    const seen: string[] = [];
    let after: { value: string | number | null; id: string } | undefined;
    do {
      const page = await boxes.list(rcn, { filter: {}, sort: { key: 'size', descending }, limit: 2, ...(after ? { after } : {}) });
      seen.push(...page.documents.map(({ id }) => id));
      after = page.next;
    } while (after);
    const ascending = ['box-1', 'box-5', 'box-2', 'box-6', 'box-4', 'box-0', 'box-3'];
    expect(seen).toEqual(descending ? [...ascending].reverse() : ascending);
  });

  it('says what each document of a list is sorted by, and after the empty text begins with the first that has a text', async () => {
    const statuses = ['b', undefined, 'a', 'b'];
    await boxes.write(statuses.map((status, i) => writeOf(`box-${i}`, 0, { keys: status === undefined ? {} : { status } })));
    const request = { filter: {}, sort: { key: 'status', descending: false }, limit: 9 };
    const valuesOf = async (after: object) => (await boxes.list(rcn, { ...request, ...after })).values;
    expect(await valuesOf({})).toEqual([null, 'a', 'b', 'b']);
    expect(await valuesOf({ after: { value: '', id: '' } })).toEqual(['a', 'b', 'b']);
    expect(await valuesOf({ after: { value: 'b', id: '' } })).toEqual(['b', 'b']);
    expect(await valuesOf({ after: { value: 'b', id: 'box-0' } })).toEqual(['b']);
  });
}
