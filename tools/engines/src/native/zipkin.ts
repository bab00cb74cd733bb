import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { cached } from '../cache.ts';
import { downloadPackage } from '../download.ts';
import { manifest } from '../manifest.ts';
import type { Engine } from './engine.ts';

/** Shows traces; keeps them in memory only. */
export const zipkin: Engine = {
  name: 'zipkin',
  async prepare(site) {
    const { title, version, package: wanted } = manifest.zipkin;
    const java = await site.java();
    const home = await cached({ title: `zipkin-${version}`, ingredients: wanted.sha256, signal: site.signal }, async (dir, scratch) => {
      renameSync(await downloadPackage(wanted, `${title} ${version}`, scratch, site), join(dir, wanted.file));
    });
    mkdirSync(site.dir, { recursive: true });
    const armeria = [`ip=127.0.0.1`, `port=${site.ports['main']}`, 'protocols[0]=http'].map((setting) => `--armeria.ports[0].${setting}`);
    return {
      file: java.file,
      args: ['-Xmx192m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-jar', join(home, wanted.file), ...armeria],
    };
  },
  async isReady({ ports }) {
    const health = await fetch(`http://127.0.0.1:${ports['main']}/health`);
    await health.arrayBuffer();
    return health.ok;
  },
};
