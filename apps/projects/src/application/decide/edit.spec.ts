import { applicationEdited } from '@xietong/contracts-projects';
import { applicant, denied, refusal, stateAfter } from '@xietong/testing';
import { Application } from '../application.ts';
import { application, content, contentInput, drafted, edited, returned, submitted, withdrawn } from '../example.fixture.ts';

test('the content is replaced while it is a draft, and after it was returned', () => {
  const input = { content: { ...contentInput, title: 'Another title' } };
  application(drafted).when('edit', input).then([edited]);
  application(drafted, submitted, returned).when('edit', input).then([edited]);
  expect(stateAfter(Application, [drafted, edited])).toMatchObject({ status: 'draft', content: { title: 'Another title' } });
});

test('a field that is left out is gone', () => {
  const { title } = content;
  application(drafted)
    .when('edit', { content: { title } })
    .then([applicationEdited({ content: { title } })]);
  expect(stateAfter(Application, [drafted, applicationEdited({ content: { title } })]).content).toEqual({ title });
});

test('what was handed in, or has ended, does not change', () => {
  application(drafted, submitted)
    .when('edit', { content: contentInput })
    .then(refusal('not-editable', { details: { status: 'submitted' } }));
  application(drafted, withdrawn)
    .when('edit', { content: contentInput })
    .then(refusal('not-editable', { details: { status: 'withdrawn' } }));
});

test('another organisation does not edit it', () => {
  application(drafted)
    .when('edit', { content: contentInput }, { actor: applicant('NO-ORGNR:919303808') })
    .then(denied);
});
