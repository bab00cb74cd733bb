import { makeKey, type TokenIssuer } from '@xietong/runtime/testing';
import { until } from '@xietong/testing';
import type { Driver } from '../driver/driver.ts';
import { conclude } from '../oracle/conclude.ts';
import type { Scenario } from '../scenario.ts';
import type { OwnEngines } from '../world/engines.ts';
import { makeOfficer } from '../world/real-person.ts';
import type { ServiceProcess } from '../world/service-process.ts';
import { staffToken } from '../world/staff-token.ts';
import type { World } from '../world/world.ts';

/** A restart of Keycloak takes ten seconds and more. */
const killsEach = 100;
const commandsMin = 200;

/** Kills Keycloak while clients give commands; and lets an identity provider answer HTML, or nothing. */
export const identityProviderAway: Scenario = {
  number: 22,
  sentence:
    'with Keycloak killed, answering HTML or hanging no service ends, tokens of known keys work, others get 503; log-ins work after',
  async run(world) {
    const own = world.ownEngines;
    const { keycloak } = own.addresses;
    const environment = { XIETONG_OIDC_ISSUER: `${keycloak.url}/realms/${keycloak.realm}` };
    const [projects, late] = [
      await world.service('projects', { environment }),
      await world.service('projects', { environment, name: 'projects-late' }),
    ];
    const [moody, reporting] = [await world.service('projects', { name: 'projects-moody' }), await world.service('reporting')];
    await Promise.all([projects, moody, reporting].map((service) => service.start()));
    const logIn = await makeOfficer(keycloak, world.agency);
    const driver = world.drive({ door: () => projects.url, token: await logIn() });
    driver.start();
    const findings: string[] = [];
    const kills = Math.ceil(world.stage.kills / killsEach);
    for (let kill = 1; kill <= kills; kill += 1) {
      findings.push(...(await killOnce({ world, own, driver, projects, late, logIn })));
      world.report(`Keycloak killed ${kill} of ${kills} times`);
    }
    findings.push(...(await answerBadly(world, moody)));
    for (const { isRunning, plan } of [projects, late, moody, reporting]) if (!isRunning) findings.push(`${plan.name} has ended`);
    const concluded = await conclude(world, { driver, projects: [projects, late, moody], reporting });
    return {
      findings: [...findings, ...concluded.findings],
      bites: { 'Keycloak kills': kills, 'key endpoint in a bad mood': 2 },
      mustBite: ['Keycloak kills'],
      figures: { acknowledged: concluded.acknowledged, events: concluded.events, applied: concluded.applied },
    };
  },
};

interface Blow {
  readonly world: World;
  readonly own: OwnEngines;
  readonly driver: Driver;
  readonly projects: ServiceProcess;
  /** Started for the first time while Keycloak is away. */
  readonly late: ServiceProcess;
  readonly logIn: () => Promise<string>;
}

/** One kill, from the last token before it to the first log-in after it; says what was not as it must be. */
async function killOnce({ world, own, driver, projects, late, logIn }: Blow): Promise<string[]> {
  const unseen = await logIn();
  const stranger = await strangersToken(world, projects.plan.environment['XIETONG_OIDC_ISSUER'] ?? '');
  await acknowledgedMore(driver);
  await late.terminate();
  await own.kill('keycloak');
  const loggedIn = await logIn().then(
    () => true,
    () => false,
  );
  late.spawn();
  await acknowledgedMore(driver);
  const known = await statusOf(projects, unseen);
  const [unknown, withoutKeys] = [await lasting(projects, stranger, 503), await lasting(late, unseen, 503)];
  await own.heal();
  const [back, after] = [await lasting(projects, stranger, 401), await lasting(late, await logIn(), 200)];
  return [
    ...(loggedIn ? ['a log-in went through although Keycloak was killed'] : []),
    ...(known === 200 ? [] : [`without Keycloak a token of a known key that was not seen before was answered ${known}`]),
    ...(unknown === 503 ? [] : [`without Keycloak a token of an unknown key was answered ${unknown}`]),
    ...(withoutKeys === 503 ? [] : [`a service that started without Keycloak answered ${withoutKeys}`]),
    ...(back === 401 ? [] : [`with Keycloak back a token of an unknown key was answered ${back}`]),
    ...(after === 200 ? [] : [`a log-in after Keycloak was back was answered ${after}`]),
  ];
}

/** Lets the key endpoint answer HTML, and then nothing: known keys go on, unknown ones get 503. */
async function answerBadly(world: World, moody: ServiceProcess): Promise<string[]> {
  const { issuer } = world.stage;
  const findings: string[] = [];
  if ((await statusOf(moody, world.token)) !== 200) findings.push('a sound token was refused before anything was broken');
  try {
    for (const mood of ['html', 'hanging'] as const) {
      issuer.mood = mood;
      const unseen = await staffToken(issuer, world.agency, { sinceMs: mood.length * 1_000, forMs: 3_600_000 });
      const [known, unknown] = [await statusOf(moody, unseen), await lasting(moody, await strangersToken(world, issuer.url), 503)];
      if (known !== 200) findings.push(`with a key endpoint that is ${mood} a token of a known key was answered ${known}`);
      if (unknown !== 503) findings.push(`with a key endpoint that is ${mood} a token of an unknown key was answered ${unknown}`);
      issuer.mood = 'well';
      const back = await lasting(moody, await strangersToken(world, issuer.url), 401);
      if (back !== 401) findings.push(`with a key endpoint that is well again a token of an unknown key was answered ${back}`);
    }
  } finally {
    issuer.mood = 'well';
  }
  return findings;
}

/** A token that says all the right things, signed with a key that the provider has never had. */
async function strangersToken({ stage, agency }: World, issuerUrl: string): Promise<string> {
  const [region, short] = agency.split('/');
  const claims = { iss: issuerUrl, aud: ['xietong-projects'], roles: ['officer'], region, agency: short };
  return (stage.issuer satisfies TokenIssuer).sign(claims, { key: await makeKey('never-published', 'RS256') });
}

async function statusOf({ url }: ServiceProcess, token: string): Promise<number | 'no answer'> {
  try {
    const response = await fetch(`${url}/v1/projects?limit=1`, {
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(10_000),
    });
    await response.body?.cancel();
    return response.status;
  } catch {
    return 'no answer';
  }
}

/** The status that is answered once the keys were asked for again, which happens every ten seconds at most; else the last one seen. */
async function lasting(service: ServiceProcess, token: string, wanted: number): Promise<number | 'no answer'> {
  let last: number | 'no answer' = 'no answer';
  const isWanted = async (): Promise<boolean> => (last = await statusOf(service, token)) === wanted;
  await until(`${service.plan.name} answers ${wanted}`, isWanted, 45_000).catch(() => undefined);
  return last;
}

async function acknowledgedMore(driver: Driver): Promise<void> {
  const before = driver.acknowledgements().length;
  await until('commands are acknowledged', () => driver.acknowledgements().length > before + commandsMin, 60_000);
}
