import { denied, director, given, invalidInput, refusal, stateAfter } from '@xietong/testing';
import {
  applied,
  appointed,
  asExpert,
  castBy,
  decided,
  declared,
  exemptionId,
  first,
  fourth,
  investigated,
  now,
  onTheTable,
  registrar,
  replaced,
  third,
} from '../../exemption/example.fixture.ts';
import { Exemption } from '../../exemption/exemption.ts';
import { ExemptionVote } from '../exemption-vote.ts';

const on = (...history: Parameters<typeof Exemption.evolve>[1][]) => ({ exemption: stateAfter(Exemption, history) });
const cast = (expert: string, gathered: object, actor = asExpert(expert)) =>
  given(ExemptionVote, []).when(
    'cast',
    { exemption: exemptionId, inFavour: true, reasons: castBy(expert, true).data.reasons },
    { actor, now, gathered },
  );

test('a member votes when the findings are there, with his reasons', () => {
  cast(first, on(...onTheTable)).then([castBy(first, true)]);
  given(ExemptionVote, [])
    .when('cast', { exemption: exemptionId, inFavour: true, reasons: '' }, { actor: asExpert(first), now, gathered: on(...onTheTable) })
    .then(invalidInput('reasons'));
  cast(first, on(...onTheTable), director(registrar)).then(denied);
});

test('nobody votes before the findings, or after the decision', () => {
  cast(first, on(applied, appointed)).then(refusal('not-up-for-decision', { details: { status: 'appointed' } }));
  cast(first, on(...onTheTable, decided)).then(refusal('not-up-for-decision', { details: { status: 'granted' } }));
});

test('to whoever is not on the committee the case is not there', () => {
  const unknown = refusal('exemption-unknown', { field: 'exemption', details: {} });
  cast(fourth, on(...onTheTable)).then(unknown);
  cast(first, { exemption: undefined }).then(unknown);
  cast(first, on(applied)).then(unknown);
  cast(third, on(applied, appointed, declared, replaced, investigated)).then(unknown);
});

test('a member in conflict does not vote; the one who takes his place does', () => {
  cast(third, on(...onTheTable, declared)).then(refusal('conflict-declared'));
  cast(fourth, on(...onTheTable, declared, replaced)).then([castBy(fourth, true)]);
});
