import request from 'supertest';
import { httpServer } from './limits.ts';
import { startingApp } from './starting-app.ts';

const server = httpServer(startingApp);
beforeAll((done) => void server.listen(0, '127.0.0.1', done));
afterAll((done) => void server.close(done));

test('a service that waits for its engines lives, is not ready, and asks to be tried again', async () => {
  expect((await request(server).get('/livez')).status).toBe(200);
  expect((await request(server).get('/readyz')).body).toEqual({ ready: false, checks: { process: 'starting' } });
  const { status, body, headers } = await request(server).post('/v1/berths').send({});
  expect([status, body.code, headers['retry-after']]).toEqual([503, 'starting', '2']);
});
