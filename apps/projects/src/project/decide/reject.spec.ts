import { projectSuspended } from '@xietong/contracts-projects';
import { denied, refusal, stateAfter } from '@xietong/testing';
import { acceptorAppointed, byAcceptor, byDirector, finished, inAcceptance, project, rejected } from '../example.fixture.ts';
import { Project } from '../project.ts';

const { missing } = rejected.data;
const reject = (...history: Parameters<typeof project>) => project(...history).when('reject', { missing }, byAcceptor);

test('the third party says what is missing, and the project goes on', () => {
  reject(...inAcceptance).then([rejected]);
  expect(stateAfter(Project, [...inAcceptance, rejected])).toMatchObject({
    status: 'active',
    acceptance: { status: 'rejected', missing },
  });
});

test('nobody rejects but the third party', () => {
  project(...inAcceptance)
    .when('reject', { missing }, byDirector)
    .then(denied);
});

test('a verdict is given once it is asked for, and once a request', () => {
  reject(...finished, acceptorAppointed).then(refusal('no-verdict-awaited'));
  reject(...inAcceptance, rejected).then(refusal('no-verdict-awaited'));
});

test('a suspended project is not judged', () => {
  reject(...inAcceptance, projectSuspended({ reason: 'A partner is insolvent' })).then(
    refusal('not-active', { details: { status: 'suspended' } }),
  );
});
