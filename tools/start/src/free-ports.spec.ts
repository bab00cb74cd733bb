import { createServer } from 'node:net';
import { freePorts } from './free-ports.ts';

describe('free ports', () => {
  it('are the wished ones where nobody listens', async () => {
    const [free] = await freePorts([0]);
    expect(await freePorts([free ?? 0])).toEqual([free]);
  });

  it('are others where somebody listens, and never one twice', async () => {
    const [taken] = await freePorts([0]);
    const stranger = createServer();
    await new Promise<void>((listening) => stranger.listen(taken, '127.0.0.1', listening));
    try {
      const ports = await freePorts([taken ?? 0, taken ?? 0]);
      expect(ports).not.toContain(taken);
      expect(new Set(ports).size).toBe(2);
    } finally {
      stranger.close();
    }
  });
});
