import { symbols } from 'pino';
import { errorFields, makeLog } from './log.ts';

test('a fault is logged by what it is, without the documents that the driver hangs on it', () => {
  const cause = Object.assign(new Error('the write concern was not met'), { result: { op: { name: 'Kari Nordmann' } } });
  const fault = Object.assign(new Error('E11000 duplicate key', { cause }), {
    name: 'MongoBulkWriteError',
    code: 11000,
    writeErrors: [{ op: { body: 'Kari Nordmann' } }],
  });
  const logged = errorFields(fault);
  expect(logged).toMatchObject({ type: 'MongoBulkWriteError', code: 11000, message: 'E11000 duplicate key', cause: { type: 'Error' } });
  expect(JSON.stringify(logged)).not.toContain('Kari');
});

test('what is thrown and is no error is logged as its text', () => {
  expect(errorFields('out of paper')).toEqual({ message: 'out of paper' });
});

test('the logs of a service show faults that way', () => {
  const log = makeLog('harbour', 'info') as unknown as Record<symbol, { err: unknown }>;
  expect(log[symbols.serializersSym]?.err).toBe(errorFields);
});
