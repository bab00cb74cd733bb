import { parseName, pastOf, withArticle } from './names.ts';

test('a name is written in three ways, each where code expects it', () => {
  expect(parseName('a command', 'set-plan')).toEqual({ kebab: 'set-plan', camel: 'setPlan', pascal: 'SetPlan', words: 'set plan' });
});

test.each(['a loan', 'an expert', 'an intake', 'a university', 'a user', 'an uninsured loss', 'a repayment plan'])('it is %s', (said) => {
  expect(withArticle(said.replace(/^an? /, ''))).toBe(said);
});

test.each(['', 'SetPlan', 'setPlan', 'set_plan', 'set--plan', '-set', 'set-', '9lives', 'set plan', '../escape', 'plän'])(
  "'%s' is no name, and the refusal says how one is written",
  (typed) => {
    expect(() => parseName('a command', typed)).toThrow(`'${typed}' is no name for a command: write it in small letters`);
  },
);

test.each(['delete', 'new', 'switch', 'class'])("'%s' is no name, because TypeScript keeps the word for itself", (typed) => {
  expect(() => parseName('a command', typed)).toThrow('TypeScript keeps the word for itself');
});

test.each([
  ['exit', 'exited'],
  ['complete', 'completed'],
  ['apply', 'applied'],
  ['destroy', 'destroyed'],
  ['set-plan', 'plan-set'],
  ['report-progress', 'progress-reported'],
  ['withdraw', 'withdrawn'],
  ['submit', 'submitted'],
  ['submit-report', 'report-submitted'],
  ['stop', 'stopped'],
  ['plan', 'planned'],
  ['refer', 'referred'],
  ['admit', 'admitted'],
  ['commit', 'committed'],
  ['transfer', 'transferred'],
  ['drop', 'dropped'],
  ['cancel', 'cancelled'],
  ['equip', 'equipped'],
  ['begin', 'begun'],
  ['hold', 'held'],
  ['send', 'sent'],
  ['pay', 'paid'],
  ['bid', 'bid'],
  ['register', 'registered'],
  ['open', 'opened'],
  ['audit', 'audited'],
  ['approve', 'approved'],
  ['agree', 'agreed'],
  ['review', 'reviewed'],
  ['repeal', 'repealed'],
])("the event of '%s' is '%s' unless its author says otherwise", (command, event) => {
  expect(pastOf(command)).toBe(event);
});

test.each(['hug', 'blog', 'quiz-expert', 'panic', 'benefit'])("the event of '%s' is asked for, because nobody is sure of it", (command) => {
  expect(() => pastOf(command)).toThrow(/^the past participle of '[a-z]+' is not certain.*--event <past tense>$/);
});
