import { projectCompleted, projectExited } from '@xietong/contracts-projects';
import { applicant, denied, director, invalidInput, officer, person, refusal } from '@xietong/testing';
import { byLead, byOfficer, planSet, projectId, raised, registered, risk, seen, toNoProject, toProject } from '../example.fixture.ts';

const raise = (around: object = byOfficer) => risk().when('raise', { project: projectId, ...seen }, around);

test('an officer of the registrar, or somebody of a participant, raises a risk', () => {
  raise().then([raised]);
  raise(byLead).then([raised]);
  raise({ ...byOfficer, ...toProject(registered) }).then([raised]);
});

test('a project that is not there, or in which one has no part, is not there for one', () => {
  const unknown = refusal('project-unknown', { field: 'project', details: {} });
  raise({ ...byOfficer, ...toNoProject }).then(unknown);
  raise({ ...byOfficer, actor: officer('NO-03/inn') }).then(unknown);
  raise({ ...byOfficer, actor: applicant('NO-ORGNR:971035854') }).then(unknown);
  raise({ ...byOfficer, actor: applicant('NO-ORGNR:') }).then(unknown);
  raise({ ...byOfficer, actor: person('applicant', { agency: 'CN-331082/kjj' }) }).then(unknown);
  raise({ ...byOfficer, actor: director('CN-331082/kjj') }).then(denied);
});

test('a project that has ended has no risks any more', () => {
  raise({ ...byOfficer, ...toProject(registered, planSet, projectExited({ reason: '终止' })) }).then(
    refusal('project-ended', { field: 'project', details: { status: 'exited' } }),
  );
  raise({ ...byOfficer, ...toProject(registered, planSet, projectCompleted({})) }).then(
    refusal('project-ended', { field: 'project', details: { status: 'completed' } }),
  );
});

test('a risk is of one of four kinds, and is described', () => {
  risk()
    .when('raise', { project: projectId, ...seen, kind: 'weather' as 'market' })
    .then(invalidInput('kind'));
  risk()
    .when('raise', { project: projectId, ...seen, description: ' ' })
    .then(invalidInput('description'));
});
