import { memoryStore } from '../store/memory-store.ts';
import { lookupOf } from './lookup.ts';

const lookup = async () => {
  const store = memoryStore();
  const record = { fields: ['steel'], name: 'one' };
  await store.projections.put('experts', 'a', { version: 1, source: '/NO-03/rcn/talent', record });
  const boxes = await store.collection('boxes', { keys: [], tags: ['colour'] });
  return lookupOf(store, new Map([['boxes', boxes]]), [{ name: 'experts', foundBy: ['fields'] }]);
};

test('a rule finds the records of a projection by a list in them, with the fields that it needs', async () => {
  const look = await lookup();
  expect(await look.list('experts', 'fields', ['steel'], ['name'])).toEqual([{ id: 'a', state: { name: 'one' } }]);
  expect(await look.list('experts', 'fields', ['bio'])).toEqual([]);
  expect(await look.list('boxes', 'colour', ['red'])).toEqual([]);
});

test('a rule that looks for what is not declared is at fault', async () => {
  const look = await lookup();
  await expect(look.list('persons', 'fields', ['steel'])).rejects.toThrow("looks for 'persons', which is no collection and no projection");
  await expect(look.list('experts', 'name', ['one'])).rejects.toThrow("looks for 'experts' by 'name', by which it is not found");
  await expect(look.list('boxes', 'weight', ['1'])).rejects.toThrow("'weight' is no tag of 'boxes'");
});
