import { backlogOf } from './backlog.ts';

const metrics = (lag: number, waiting: number, outbox: number): string => `
# HELP xietong_consumer_lag_messages Messages of a partition that a consumer has not been handed yet
# TYPE xietong_consumer_lag_messages gauge
xietong_consumer_lag_messages{consumer="facts",topic="NO-03.inn.projects",partition="0",service="xietong-reporting"} 0
xietong_consumer_lag_messages{consumer="facts",topic="NO-03.inn.projects",partition="1",service="xietong-reporting"} ${lag}
xietong_consumed_events{consumer="facts",state="applied",service="xietong-reporting"} 1957
xietong_consumed_events{consumer="facts",state="waiting",service="xietong-reporting"} ${waiting}
xietong_consumed_events{consumer="facts",state="parked",service="xietong-reporting"} 5
xietong_outbox_documents{collection="projects",service="xietong-projects"} ${outbox}
xietong_outbox_oldest_seconds{collection="projects",service="xietong-projects"} 3
`;

test('what waits is what was not read, what waits for an earlier event, and what was not sent', () => {
  expect(backlogOf(metrics(1, 20, 300))).toBe(321);
});

test('nothing waits where only applied and parked events are counted', () => {
  expect(backlogOf(metrics(0, 0, 0))).toBe(0);
});
