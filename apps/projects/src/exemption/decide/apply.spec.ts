import { projectRegistered } from '@xietong/contracts-projects';
import { applicant, denied, invalidInput, person, refusal } from '@xietong/testing';
import { registration } from '../../project/example.fixture.ts';
import {
  account,
  active,
  applied,
  byApplicant,
  byOfficer,
  exemption,
  exited,
  leadId,
  projectId,
  registrar,
  suspended,
  toProject,
} from '../example.fixture.ts';

const apply = (around: object = {}) => exemption().when('apply', { project: projectId, ...account }, { ...byApplicant, ...around });

test('a participant applies for a project that is suspended or has exited', () => {
  apply({ gathered: toProject(...suspended) }).then([applied]);
  apply({ gathered: toProject(...exited) }).then([applied]);
  apply({ actor: applicant(leadId) }).then([{ ...applied, data: { ...applied.data, applicant: leadId } }]);
});

test('a project that goes on has nothing to be exempted from', () => {
  apply({ gathered: toProject(...active) }).then(refusal('project-not-stopped', { field: 'project', details: { status: 'active' } }));
  apply({ gathered: toProject(projectRegistered({ registrar, ...registration })) }).then(
    refusal('project-not-stopped', { field: 'project' }),
  );
});

test('to whoever takes no part in it a project is not there', () => {
  const unknown = refusal('project-unknown', { field: 'project', details: {} });
  apply({ gathered: { project: undefined } }).then(unknown);
  apply({ actor: applicant('NO-ORGNR:971035854') }).then(unknown);
  apply({ actor: person('applicant') }).then(refusal('no-organisation'));
  apply({ actor: byOfficer.actor }).then(denied);
});

test('a ground is one of four', () => {
  exemption()
    .when('apply', { project: projectId, ...account, ground: 'bad-luck' as 'market-change' }, byApplicant)
    .then(invalidInput('ground'));
});
