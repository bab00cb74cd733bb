import { projectExited } from '@xietong/contracts-projects';
import { denied, officer, refusal } from '@xietong/testing';
import { active, byDirector, byOfficer, content, nominated, projectId, showcase, toProject } from '../example.fixture.ts';

const nominate = (changes: object = {}, around: object = byOfficer) =>
  showcase().when('nominate', { project: projectId, ...content, ...changes }, around);

test('an officer of the registrar nominates a project that is completed', () => {
  nominate().then([nominated]);
  nominate({}, byDirector).then(denied);
});

test('a project that is accepted can be nominated too', () => {
  const { project } = byOfficer.gathered;
  nominate({}, { ...byOfficer, gathered: { project: { ...project, status: 'accepted' } } }).then([nominated]);
});

test('a project of another agency is not there', () => {
  const unknown = refusal('project-unknown', { field: 'project', details: {} });
  nominate({}, { ...byOfficer, actor: officer('NO-03/inn') }).then(unknown);
  nominate({}, { ...byOfficer, gathered: { project: undefined } }).then(unknown);
});

test('a project that is not done is no example', () => {
  const refused = (status: string) => refusal('project-unfinished', { field: 'project', details: { status } });
  nominate({}, { ...byOfficer, ...toProject(...active) }).then(refused('active'));
  nominate({}, { ...byOfficer, ...toProject(...active, projectExited({ reason: '终止' })) }).then(refused('exited'));
});

test('regions are divisions that exist or existed, each said once', () => {
  nominate({ regions: ['NO-50', 'CN-999999'] }).then(refusal('region-unknown', { field: 'regions.1', details: { region: 'CN-999999' } }));
  nominate({ regions: ['NO-50', 'CN-331082', 'NO-50'] }).then([nominated]);
});
