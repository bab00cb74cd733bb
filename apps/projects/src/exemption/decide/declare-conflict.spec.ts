import { denied, refusal } from '@xietong/testing';
import { applied, appointed, byDirector, byMember, decided, declared, exemption, fourth, onTheTable, third } from '../example.fixture.ts';

const { nature } = declared.data;

test('a member declares a conflict before the findings or after them, for himself', () => {
  exemption(applied, appointed).when('declareConflict', { nature }, byMember(third)).then([declared]);
  exemption(...onTheTable)
    .when('declareConflict', { nature }, byMember(third))
    .then([declared]);
  exemption(...onTheTable)
    .when('declareConflict', { nature }, byMember(fourth))
    .then(denied);
  exemption(...onTheTable)
    .when('declareConflict', { nature }, byDirector)
    .then(denied);
});

test('it is declared once, and not after the decision', () => {
  exemption(...onTheTable, declared)
    .when('declareConflict', { nature }, byMember(third))
    .then(refusal('conflict-declared'));
  exemption(...onTheTable, decided)
    .when('declareConflict', { nature }, byMember(third))
    .then(refusal('no-committee-at-work', { details: { status: 'granted' } }));
});
