import mongoose from 'mongoose';
import { sayingUnavailable } from './mongo-availability.ts';

const { MongoBulkWriteError, MongoNetworkError, MongoServerError } = mongoose.mongo;
const port = (work: () => unknown, withinMs?: number) => sayingUnavailable({ work }, withinMs);
const noResult = {} as ConstructorParameters<typeof MongoBulkWriteError>[1];

describe('a store whose server is away', () => {
  it('says so where a bulk write has lost its connection', async () => {
    const fault = new MongoBulkWriteError(new MongoNetworkError('connection 4 closed') as never, noResult);
    await expect(port(() => Promise.reject(fault)).work()).rejects.toMatchObject({ name: 'StoreUnavailable', cause: fault });
  });

  it('says so where the driver never answers', async () => {
    await expect(port(() => new Promise(() => undefined), 10).work()).rejects.toMatchObject({ name: 'StoreUnavailable' });
  });

  it('passes on what the server itself refuses', async () => {
    const fault = new MongoBulkWriteError({ message: 'invalid', code: 2, writeErrors: [] }, noResult);
    await expect(port(() => Promise.reject(fault)).work()).rejects.toBe(fault);
    const refused = new MongoServerError({ message: 'no' });
    await expect(port(() => Promise.reject(refused)).work()).rejects.toBe(refused);
  });

  it('passes on an answer', async () => {
    await expect(port(() => Promise.resolve(7)).work()).resolves.toBe(7);
  });
});
