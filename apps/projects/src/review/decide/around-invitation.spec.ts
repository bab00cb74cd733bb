import { lookupOver, stateAfter } from '@xietong/testing';
import { Application } from '../../application/application.ts';
import { Call } from '../../call/call.ts';
import { expertsName } from '../../experts/expert.ts';
import { registered } from '../../project/example.fixture.ts';
import { Project } from '../../project/project.ts';
import { around, expert, invitation, pseudonym } from '../example.fixture.ts';
import { aroundInvitation } from './invite.ts';

const [affiliation] = expert.affiliations;
const project = stateAfter(Project, [registered]);
const [participant] = project.participants;

test('an invitation is judged by the application, its call, the expert, and every project that an organisation of his has or had a part in', async () => {
  if (!affiliation || !participant) throw new Error('the examples have one of each');
  const withExpert = {
    ...project,
    participants: [...project.participants, { ...participant, no: 9, organisation: { id: affiliation.organisation, name: 'x' } }],
  };
  const onceWithExpert = { ...project, formerParticipants: [affiliation.organisation] };
  const look = lookupOver({
    documents: [
      [Application, { [invitation.application]: around.application }],
      [Call, { [around.application.call]: around.call }],
      [Project, { withExpert, onceWithExpert, project }],
    ],
    records: { [expertsName]: { [pseudonym]: expert } },
  });
  expect(await aroundInvitation(look, invitation)).toEqual({ ...around, projects: [onceWithExpert, withExpert] });
  expect(await aroundInvitation(look, { application: 'none', expert: 'nobody' })).toEqual({ projects: [] });
});
