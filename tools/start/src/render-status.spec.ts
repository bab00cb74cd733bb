import type { PlatformRecord } from './platform-file.ts';
import { renderStatus, toStatus } from './render-status.ts';

const process = { pid: 7, since: 'boot 1' };
const record: PlatformRecord = {
  supervisor: process,
  ownsEngines: true,
  services: {
    portal: { url: 'http://127.0.0.1:4100', process },
    projects: { url: 'http://127.0.0.1:4101', process },
    reporting: { url: 'http://127.0.0.1:4102', process },
  },
  engines: {
    mode: 'native',
    mongo: { url: 'mongodb://127.0.0.1:27017/?replicaSet=rs0' },
    kafka: { brokers: ['127.0.0.1:19092'] },
    keycloak: { url: 'http://127.0.0.1:8180', realm: 'xietong' },
  },
  block: 'Xietong is running.',
};

describe('the status of a platform', () => {
  it('as JSON names the portal, the services and the engines, and no password', () => {
    expect(toStatus(record)).toEqual({
      portal: 'http://127.0.0.1:4100',
      services: { projects: 'http://127.0.0.1:4101', reporting: 'http://127.0.0.1:4102' },
      engines: record.engines,
    });
  });

  it('as JSON is empty where nothing runs', () => {
    expect(toStatus(undefined)).toEqual({ portal: null, services: {}, engines: {} });
  });

  it('for people says which service is ready', () => {
    expect(renderStatus(record, { reporting: 'it does not answer' })).toBe(`It runs, but not all of it is ready.
  portal     http://127.0.0.1:4100  ready  (pid 7)
  projects   http://127.0.0.1:4101  ready  (pid 7)
  reporting  http://127.0.0.1:4102  not ready: it does not answer  (pid 7)
  MongoDB    mongodb://127.0.0.1:27017/?replicaSet=rs0
  Kafka      127.0.0.1:19092
  Keycloak   http://127.0.0.1:8180`);
  });

  it('for people says which engine died', () => {
    const ready = { portal: undefined, projects: undefined, reporting: undefined };
    expect(renderStatus(record, ready, ['Kafka'])).toMatch(/^It runs, but not all of it is ready\.\n/);
    expect(renderStatus(record, ready, ['Kafka'])).toContain('Kafka      127.0.0.1:19092  died, and is started again');
    expect(renderStatus(record, ready)).toMatch(/^It runs\.\n/);
  });

  it('for people says that a start is under way, or that nothing runs', () => {
    expect(renderStatus({ supervisor: process, ownsEngines: false, services: {} }, {})).toBe('It is being started.');
    expect(renderStatus(undefined, {})).toBe('Nothing runs: npm start.');
  });
});
