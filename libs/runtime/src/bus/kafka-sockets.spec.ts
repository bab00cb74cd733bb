import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { KafkaSockets } from './kafka-sockets.ts';

let broker: Server;
beforeEach(async () => {
  broker = createServer().listen(0, '127.0.0.1');
  await once(broker, 'listening');
});
afterEach(() => broker.close());

function reach(sockets: KafkaSockets, onConnect: () => void = () => undefined): Socket {
  const { port } = broker.address() as AddressInfo;
  return sockets.factory({ host: '127.0.0.1', port, ssl: undefined as never, onConnect }) as Socket;
}

const faultOf = (socket: Socket): Promise<string> => new Promise((resolve) => socket.once('error', ({ message }) => resolve(message)));

test('a client that is cut off has nothing open any more, and is told so', async () => {
  const sockets = new KafkaSockets();
  const socket = reach(sockets);
  await once(socket, 'connect');
  const fault = faultOf(socket);
  sockets.cut();
  expect([await fault, socket.destroyed]).toEqual(['the client has hung up', true]);
});

test('a client that is cut off opens nothing more, whatever it still tries, and is told so', async () => {
  const sockets = new KafkaSockets();
  sockets.cut();
  let connected = false;
  const fault = await faultOf(reach(sockets, () => (connected = true)));
  expect([fault, connected]).toEqual(['the client has hung up', false]);
});

test('one client is cut off without another', async () => {
  const [one, other] = [new KafkaSockets(), new KafkaSockets()];
  const kept = reach(other);
  await once(kept, 'connect');
  one.cut();
  expect(kept.destroyed).toBe(false);
  kept.destroy();
});
