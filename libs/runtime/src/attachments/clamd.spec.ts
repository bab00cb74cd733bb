import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { clamdScan } from './clamd.ts';
import { ScannerUnavailable } from './scanner.ts';

/** Speaks the far side of INSTREAM as clamd(8) describes it; what it answers, a test lays out. */
class FarSide {
  readonly received: Buffer[] = [];
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();

  private constructor(answer: (socket: Socket, content: Buffer) => void, early?: (socket: Socket) => void) {
    this.server = createServer((socket) => {
      this.sockets.add(socket);
      socket.on('error', () => undefined);
      if (early) return early(socket);
      let rest = Buffer.alloc(0);
      const parts: Buffer[] = [];
      socket.on('data', (bytes) => {
        rest = Buffer.concat([rest, bytes]);
        if (parts.length === 0 && rest.subarray(0, 10).toString() === 'zINSTREAM\0') {
          rest = rest.subarray(10);
          parts.push(Buffer.alloc(0));
        }
        while (rest.length >= 4 && rest.length >= 4 + rest.readUInt32BE(0)) {
          const length = rest.readUInt32BE(0);
          if (length === 0) {
            const content = Buffer.concat(parts);
            this.received.push(content);
            return answer(socket, content);
          }
          parts.push(rest.subarray(4, 4 + length));
          rest = rest.subarray(4 + length);
        }
      });
    });
  }

  static async start(answer: (socket: Socket, content: Buffer) => void, early?: (socket: Socket) => void): Promise<FarSide> {
    const side = new FarSide(answer, early);
    side.server.listen(0, '127.0.0.1');
    await once(side.server, 'listening');
    return side;
  }

  get address() {
    return { host: '127.0.0.1', port: (this.server.address() as AddressInfo).port };
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

let side: FarSide;
afterEach(() => side.stop());
const saying = (line: string) => FarSide.start((socket) => socket.end(`${line}\0`));
const scan = (content: Readable = Readable.from([Buffer.from('%PDF')]), silentMs?: number) => clamdScan(side.address, silentMs)(content);

test('every byte is handed over, and what is clean is clean', async () => {
  side = await saying('stream: OK');
  const content = randomBytes(3_000_000);
  expect(await scan(Readable.from([content.subarray(0, 5), content.subarray(5)]))).toBe('clean');
  expect(side.received[0]?.equals(content)).toBe(true);
});

test('what is infected is infected, whatever the name of the virus', async () => {
  side = await saying('stream: Win.Test.EICAR_HDB-1 FOUND');
  expect(await scan()).toBe('infected');
});

test('an answer may come in parts', async () => {
  side = await FarSide.start((socket) => {
    socket.write('stream: ');
    setImmediate(() => socket.end('OK\0'));
  });
  expect(await scan()).toBe('clean');
});

test.each([
  ['says that it failed', 'stream: Can not open file ERROR'],
  ['says something else', 'PONG'],
  ['says that another thing is clean', 'other: OK'],
])('a scanner that %s has not said that it is clean', async (_, line) => {
  side = await saying(line);
  await expect(scan()).rejects.toThrow(ScannerUnavailable);
});

test('neither has one that goes away without a word, or in the middle of one', async () => {
  side = await FarSide.start((socket) => socket.destroy());
  await expect(scan()).rejects.toThrow(ScannerUnavailable);
  await side.stop();
  side = await FarSide.start((socket) => socket.end('stream: O'));
  await expect(scan()).rejects.toThrow(ScannerUnavailable);
});

test('one that takes no more than it wants says why', async () => {
  side = await FarSide.start(
    () => undefined,
    (socket) => socket.once('data', () => socket.end('INSTREAM size limit exceeded. ERROR\0')),
  );
  await expect(scan(Readable.from(Array.from({ length: 200 }, () => randomBytes(100_000))))).rejects.toThrow(ScannerUnavailable);
});

test('one that says it is clean before it has seen all of it is not believed', async () => {
  side = await FarSide.start(
    () => undefined,
    (socket) => socket.once('data', () => socket.end('stream: OK\0')),
  );
  await expect(scan(Readable.from(Array.from({ length: 200 }, () => randomBytes(100_000))))).rejects.toThrow(ScannerUnavailable);
});

test('one that is silent, and one that is not there, do not hold anybody up', async () => {
  side = await FarSide.start(() => undefined);
  await expect(scan(undefined, 50)).rejects.toThrow(ScannerUnavailable);
  const { address } = side;
  await side.stop();
  await expect(clamdScan(address)(Readable.from([Buffer.from('x')]))).rejects.toThrow(ScannerUnavailable);
  side = await saying('stream: OK');
});

test('a fault of the content is told as that, and nothing is left open', async () => {
  side = await saying('stream: OK');
  const failing = Readable.from(
    (async function* () {
      yield randomBytes(10);
      throw new Error('the store is away');
    })(),
  );
  await expect(scan(failing)).rejects.toThrow('the store is away');
  expect(failing.destroyed).toBe(true);
});
