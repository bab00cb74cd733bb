import { projectAssistanceEnded, projectAssisted, projectExited } from '@xietong/contracts-projects';
import { refusal, stateAfter } from '@xietong/testing';
import { active, project, registered, reportedBehind, warned } from '../example.fixture.ts';
import { Project } from '../project.ts';

const assisted = (no: number) => projectAssisted({ no, kind: 'equipment', measures: '借用一台设备 A machine on loan' });
const helped = [...active, reportedBehind, warned, assisted(1), assisted(2)];
const ended = projectAssistanceEnded({ no: 1, effect: '进度追回 12% It caught up by 12 percent' });

test('an assistance is ended with its effect, and the others go on', () => {
  project(...helped)
    .when('endAssistance', ended.data)
    .then([ended]);
  expect(stateAfter(Project, [...helped, ended])).toMatchObject({
    assistances: [
      { status: 'ended', no: 1, effect: ended.data.effect },
      { status: 'running', no: 2 },
    ],
  });
});

test('its effect may be told after the project has ended', () => {
  project(...helped, projectExited({ reason: 'No money' }))
    .when('endAssistance', ended.data)
    .then([ended]);
});

test('it is ended once, and must be there', () => {
  project(...helped, ended)
    .when('endAssistance', ended.data)
    .then(refusal('assistance-ended', { field: 'no', details: { no: 1 } }));
  for (const history of [[registered], helped]) {
    project(...history)
      .when('endAssistance', { ...ended.data, no: 3 })
      .then(refusal('assistance-unknown', { field: 'no', details: { no: 3 } }));
  }
});
