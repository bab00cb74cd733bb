import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { KafkaSockets } from './kafka-sockets.ts';

async function aBroker() {
  const broker = createServer().listen(0, '127.0.0.1');
  await once(broker, 'listening');
  const { port } = broker.address() as AddressInfo;
  const reach = (sockets: KafkaSockets, onConnect: () => void = () => undefined) =>
    sockets.factory({ host: '127.0.0.1', port, ssl: undefined as never, onConnect }) as Socket;
  return { broker, reach };
}

test('a client that is cut off has nothing open any more', async () => {
  const { broker, reach } = await aBroker();
  const sockets = new KafkaSockets();
  const socket = reach(sockets);
  await once(socket, 'connect');
  sockets.cut();
  await once(socket, 'close');
  expect(socket.destroyed).toBe(true);
  broker.close();
});

test('a client that is cut off opens nothing more, whatever it still tries, and is told so', async () => {
  const { broker, reach } = await aBroker();
  const sockets = new KafkaSockets();
  sockets.cut();
  let connected = false;
  const [fault] = await once(
    reach(sockets, () => (connected = true)),
    'error',
  ).catch((error: unknown) => [error]);
  expect([String(fault), connected]).toEqual(['Error: the client has hung up', false]);
  broker.close();
});

test('one client is cut off without another', async () => {
  const { broker, reach } = await aBroker();
  const [one, other] = [new KafkaSockets(), new KafkaSockets()];
  const kept = reach(other);
  await once(kept, 'connect');
  one.cut();
  expect(kept.destroyed).toBe(false);
  other.cut();
  broker.close();
});
