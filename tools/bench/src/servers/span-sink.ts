// Takes spans by OTLP over HTTP and forgets them, as a collector near the service would take them on.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerDriver } from './measured-process.ts';

let requests = 0;
const server = createServer((request, response) => {
  requests += 1;
  request.resume().on('end', () => response.writeHead(200, { 'content-type': 'application/json' }).end('{}'));
});
server.listen(0, '127.0.0.1', () => {
  answerDriver((server.address() as AddressInfo).port, async () => server.closeAllConnections(), { spans: () => requests });
});
