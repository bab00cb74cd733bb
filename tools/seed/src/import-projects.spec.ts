import { importProjects, type ImportOptions } from './import-projects.ts';
import type { PlannedProject } from './plan-import.ts';
import { type ProjectsServiceDouble, projectsServiceDouble, type Request } from './projects-service-double.ts';
import { checkAnswers } from './projects-api.ts';
import { planOf, sampleFile, sampleLine } from './sample-file.ts';

const planned = async (count: number): Promise<readonly PlannedProject[]> => {
  const lines = Array.from({ length: count }, (_, at) => sampleLine({ Prosjektnr: String(100000 + at) }));
  return (await planOf(sampleFile(...lines), 10_000)).projects;
};

describe('an import through the projects service', () => {
  let service: ProjectsServiceDouble | undefined;
  const start = async (act?: (request: Request) => boolean | Promise<boolean>) => (service = await projectsServiceDouble(act));
  afterEach(() => service?.close());

  const options = (service: ProjectsServiceDouble, given: Partial<ImportOptions> = {}): ImportOptions => ({
    projectsUrl: service.url,
    token: async () => 'token',
    inFlight: 4,
    firstDelayMs: 1,
    ...given,
  });

  it('registers each project once, under a key of its number', async () => {
    const service = await start();
    const outcome = await importProjects(await planned(3), options(service));
    expect([...service.projects.keys()]).toEqual(['eu-grants-norway-100000', 'eu-grants-norway-100001', 'eu-grants-norway-100002']);
    expect(outcome).toMatchObject({ created: 3, alreadyThere: 0, unsent: 0, refused: [], participations: 3, cents: 3 * 351_820_275 });
  });

  it('changes nothing the second time, and knows it', async () => {
    const service = await start();
    const projects = await planned(3);
    await importProjects(projects, options(service));
    expect(await importProjects(projects, options(service))).toMatchObject({ created: 0, alreadyThere: 3, cents: 3 * 351_820_275 });
    expect(service.projects.size).toBe(3);
  });

  it('keeps as many requests under way as it is told, and no more', async () => {
    const waiting: Request[] = [];
    const service = await start((request) => {
      waiting.push(request);
      // All four arrive before the first is answered, or this import would never end.
      if (waiting.length % 4 === 0) for (const held of waiting.splice(0)) held.answer(201);
      return true;
    });
    expect(await importProjects(await planned(12), options(service))).toMatchObject({ created: 12 });
    expect(service.inFlightMax).toBe(4);
  });

  it.each<[string, (request: Request) => void]>([
    ['answers 503', (request) => request.answer(503, { title: 'The store is away', code: 'unavailable' })],
    ['answers 500', (request) => request.answer(500)],
    ['breaks the connection', (request) => request.drop()],
  ])('sends a project again under the same key while the service %s', async (_, fail) => {
    const service = await start((request) => {
      if (request.attempt > 2) return false;
      fail(request);
      return true;
    });
    expect(await importProjects(await planned(2), options(service))).toMatchObject({ created: 2, unsent: 0 });
    expect(service.requests.map(({ key }) => key).sort()).toEqual(
      ['100000', '100000', '100000', '100001', '100001', '100001'].map((number) => `eu-grants-norway-${number}`),
    );
  });

  it('counts a project whose answer was lost as already there', async () => {
    const service = await start(async (request) => {
      if (request.attempt > 1) return false;
      service.projects.set(request.key, JSON.stringify(projects.find(({ input }) => input.number === request.number)?.input));
      request.drop();
      return true;
    });
    const projects = await planned(1);
    expect(await importProjects(projects, options(service))).toMatchObject({ created: 0, alreadyThere: 1 });
  });

  it('reports what the service refuses by line and reason, and goes on', async () => {
    const service = await start((request) => {
      if (request.number !== '100001') return false;
      request.answer(422, {
        title: 'Ends before it starts',
        code: 'dates-reversed',
        errors: [{ field: 'endsOn', message: 'before startsOn' }],
      });
      return true;
    });
    expect(await importProjects(await planned(3), options(service))).toMatchObject({
      created: 2,
      refused: [
        {
          line: 3,
          project: '100001',
          rule: 'service-refused',
          detail: '422 · dates-reversed · Ends before it starts · endsOn: before startsOn',
        },
      ],
    });
  });

  it('counts a project that somebody else registered with the same content as already there, and refuses one with other content', async () => {
    const service = await start(({ answer }) => {
      answer(409, { title: 'It exists already', detail: 'It exists already', code: 'already-exists' });
      return true;
    });
    const [same, other] = await planned(2);
    if (!same || !other) throw new Error('two projects are planned');
    service.projects.set('key of an officer', JSON.stringify({ ...same.input, status: 'active', id: 'NO-03.rcn.100000' }));
    service.projects.set('another key', JSON.stringify({ ...other.input, title: 'Amended since', status: 'active' }));
    expect(await importProjects([same, other], options(service))).toMatchObject({
      created: 0,
      alreadyThere: 1,
      refused: [
        {
          line: 3,
          project: '100001',
          rule: 'service-refused',
          detail: '409 · already-exists · It exists already, with other content: amend its participants there (tools/seed/RULES.md)',
        },
      ],
    });
  });

  it('gets a new token when one is no longer taken', async () => {
    const service = await start(({ token, answer }) => {
      if (token === 'second') return false;
      answer(401, { title: 'Log in' });
      return true;
    });
    const token = async (rejected?: string) => (rejected === 'first' ? 'second' : 'first');
    expect(await importProjects(await planned(1), options(service, { token }))).toMatchObject({ created: 1 });
  });

  it('stops when the user may not register projects, and says so', async () => {
    const service = await start(({ answer }) => {
      answer(403, { title: 'Officers register projects', code: 'forbidden' });
      return true;
    });
    const outcome = await importProjects(await planned(9), options(service));
    expect(outcome).toMatchObject({ created: 0, unsent: 9 });
    expect(outcome.stoppedBy?.message).toContain('does not let this user register projects (403 · forbidden · Officers register projects)');
    expect(service.requests.length).toBeLessThanOrEqual(4);
  });

  it('stops when the service stays away, and a later run goes on where it stopped', async () => {
    let away = false;
    const service = await start((request) => {
      if (!away) return false;
      request.answer(503);
      return true;
    });
    const projects = await planned(9);
    const onProgress = (done: number) => (away = done >= 5);
    const first = await importProjects(projects, options(service, { onProgress, patienceMs: 20, inFlight: 1 }));
    expect(first).toMatchObject({ created: 5, unsent: 4 });
    expect(first.stoppedBy?.message).toContain('is away (503)');
    away = false;
    expect(await importProjects(projects, options(service))).toMatchObject({ created: 4, alreadyThere: 5, unsent: 0 });
  });

  it('does not begin where nothing answers, and says so before long', async () => {
    const service = await start();
    await expect(checkAnswers(service.url, 1)).resolves.toBeUndefined();
    await service.close();
    await expect(checkAnswers(service.url, 1)).rejects.toThrow(`nothing answers at ${service.url} (ECONNREFUSED)`);
  });

  it('ends after the requests under way when it is asked to', async () => {
    const stop = new AbortController();
    const service = await start();
    const outcome = await importProjects(
      await planned(9),
      options(service, { signal: stop.signal, inFlight: 1, onProgress: (done) => done === 2 && stop.abort() }),
    );
    expect(outcome).toMatchObject({ created: 2, unsent: 7 });
    expect(outcome.stoppedBy).toBeUndefined();
  });
});
