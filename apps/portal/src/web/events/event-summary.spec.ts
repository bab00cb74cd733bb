import { eventName, subjectId } from '../api/events.ts';
import { shortActor, summaryOf } from './event-summary.ts';

describe('an event for its reader', () => {
  test('is named without service and version; what is no event of ours keeps its type', () => {
    expect(
      ['xietong.projects.project.registered.v1', 'xietong.projects.project.progress-reported.v12', 'org.other'].map(eventName),
    ).toEqual(['project.registered', 'project.progress-reported', 'org.other']);
  });

  test('is about the project with that number and title', () => {
    const subject = 'project/NO-03.rcn.951956';
    expect(summaryOf({ subject, data: { number: '951956', title: 'Change2Twin' } })).toEqual({ number: '951956', title: 'Change2Twin' });
    expect(summaryOf({ subject, data: {} })).toEqual({ number: 'NO-03.rcn.951956' });
    expect(subjectId(subject)).toBe('NO-03.rcn.951956');
  });

  test('shows the beginning of a pseudonym, and all of a short one', () => {
    expect([shortActor('9f86d081884c7d659a2f'), shortActor('clock')]).toEqual(['9f86d08188…', 'clock']);
  });
});
