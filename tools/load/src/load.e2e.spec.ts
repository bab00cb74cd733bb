import { randomBytes } from 'node:crypto';
import { findSecrets, keycloakAdmin, passwordOf } from '@xietong/start';
import { requiredVariable } from '@xietong/testing';
import { z } from 'zod';
import { scenarios } from '../scenarios/scenarios.ts';
import { runLoad } from './run-load.ts';
import { runScenarios } from './run-scenarios.ts';
import { runningPlatform } from './running-platform.ts';

const people = findSecrets(requiredVariable('XIETONG_TEST_STATE_DIR'))?.people ?? {};
const loginOf = (username: string): string => `${username}:${passwordOf(username, people)}`;
const admin = {
  username: requiredVariable('XIETONG_TEST_KEYCLOAK_ADMIN_USERNAME'),
  password: requiredVariable('XIETONG_TEST_KEYCLOAK_ADMIN_PASSWORD'),
};
const environment = {
  XIETONG_LOAD_OFFICER: loginOf('inn-officer'),
  XIETONG_LOAD_ANALYST: loginOf('rcn-analyst'),
  XIETONG_LOAD_ADMINISTRATOR: `${admin.username}:${admin.password}`,
  XIETONG_LOAD_AGENCY: 'NO-03.inn',
};
const seed = randomBytes(5).toString('hex');
const seconds = 2;

// So few that a busy machine drops none: what is proved is that every request is the right one.
test.each(scenarios)('$name: every request of its load is answered as it should be', async (scenario) => {
  const platform = await runningPlatform(requiredVariable('XIETONG_TEST_PORTAL_URL'), [scenario], environment);
  const reported: string[] = [];
  const [line] = await runScenarios(
    { scenarios: [scenario], rate: scenario.name === 'log-in-storm' ? 1 : 10, seconds, find: false, write: false, help: false },
    {
      measure: (each, wishes) => runLoad(each, platform, wishes),
      freshSeed: () => seed,
      freshPassword: () => 'of a load',
      date: '2026-11-28',
      report: (text) => reported.push(text),
    },
  );
  expect(line?.measured).toMatchObject({ dropped: 0, failed: 0 });
  expect(line?.measured.p50Ms).toBeGreaterThan(0);
  expect(reported.join('\n')).toContain(`${scenario.name}: `);
});

test('no user of a load is left', async () => {
  const url = requiredVariable('XIETONG_TEST_KEYCLOAK_URL');
  const { get } = await keycloakAdmin({ url, realm: 'xietong', admin });
  expect(z.array(z.unknown()).parse(await get(`/users?search=load-${seed}&max=1000`))).toEqual([]);
});
