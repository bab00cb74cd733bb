import { applicationApproved, projectRegistered, RegisterProject } from '@xietong/contracts-projects';
import { exampleAttachment, reaction } from '@xietong/testing';
import { agency, approved, registration } from './application/example.fixture.ts';
import { decision } from './panel/example.fixture.ts';
import { register } from './project/decide/register.ts';
import { projectFollowsApproval, shortlistFollowsPanel } from './reactions.ts';

const occurrence = { id: 'event', aggregateId: 'this', source: `/${agency}/projects`, time: '2026-03-18T08:00:00.000Z' };

test('each application that the panel chose is put on the list', () => {
  expect(shortlistFollowsPanel.orders(decision as never, occurrence)).toEqual([
    { id: 'best', input: {} },
    { id: 'good', input: {} },
  ]);
});

test('what is approved becomes a project of the agency under its number, as an officer would have registered it', () => {
  const [order, ...others] = projectFollowsApproval.orders(approved as never, occurrence);
  expect([order?.id, others]).toEqual(['CN-331082.kjj.2026-017', []]);
  expect(order?.input).toEqual(registration);
  const around = {
    id: 'CN-331082.kjj.2026-017',
    now: '2026-03-18T08:00:00.000Z',
    newId: () => 'new',
    gathered: undefined,
    attachment: exampleAttachment,
  } as const;
  expect(register(undefined, registration, { actor: reaction(agency), ...around })).toEqual([
    projectRegistered({ registrar: agency, rules: '2025', ...registration }),
  ]);
});

test('no officer says of a project which application it came from', () => {
  expect(RegisterProject.safeParse(registration).error?.issues).toMatchObject([{ code: 'unrecognized_keys', keys: ['application'] }]);
});

test('an approval of before projects followed begins none', () => {
  const { granted, late } = approved.data;
  expect(projectFollowsApproval.orders(applicationApproved({ granted, late }) as never, occurrence)).toEqual([]);
});
