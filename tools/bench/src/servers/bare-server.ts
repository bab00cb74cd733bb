// What ratio 4 divides by: Express 5, its JSON parser and the driver's own insertOne, with the same durability.
import type { AddressInfo } from 'node:net';
import express from 'express';
import mongoose from 'mongoose';
import { answerDriver } from './measured-process.ts';

const connection = await mongoose
  .createConnection(process.env['XIETONG_MONGO_URL'] ?? '', {
    dbName: process.env['BENCH_DATABASE'] ?? '',
    writeConcern: { w: 'majority', j: true },
    maxPoolSize: 20,
  })
  .asPromise();
const collection = connection.collection('bare');

const app = express();
app.use(express.json());
app.post('/bare', async (request, response) => {
  const { insertedId } = await collection.insertOne({ body: request.body as object });
  response.status(201).json({ id: insertedId });
});

const server = app.listen(0, '127.0.0.1', () => {
  answerDriver((server.address() as AddressInfo).port, async () => {
    server.closeAllConnections();
    await connection.close();
  });
});
