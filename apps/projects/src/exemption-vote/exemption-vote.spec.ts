import { audienceOf } from '@xietong/kernel';
import { applicant, describeWhoMay, director, lookupOver, officer, refusalsHaveExamples, stateAfter } from '@xietong/testing';
import { Exemption } from '../exemption/exemption.ts';
import {
  applicantId,
  asExpert,
  castBy,
  decision,
  exemptionId,
  first,
  members,
  onTheTable,
  registrar,
  replaced,
  second,
  third,
  toProject,
  suspended,
  projectId,
  twoToOne,
  voteOf,
} from '../exemption/example.fixture.ts';
import { Project } from '../project/project.ts';
import { ExemptionVote } from './exemption-vote.ts';

const cast = stateAfter(ExemptionVote, [castBy(first, true)]);

describeWhoMay(ExemptionVote, {
  state: cast,
  people: { officer: officer(registrar), director: director(registrar), applicant: applicant(applicantId), expert: asExpert(first) },
  meant: { expert: ['expert'] },
});

refusalsHaveExamples(ExemptionVote, import.meta.dirname);

test('a vote is read by its member alone: by no other member, not by the registrar, not by the applicant', () => {
  const readers = [
    asExpert(first),
    asExpert(second),
    asExpert(third),
    officer(registrar),
    director(registrar),
    applicant(applicantId),
  ].filter((actor) => ExemptionVote.audience(cast).some((word) => audienceOf(actor).includes(word)));
  expect(readers).toEqual([asExpert(first)]);
  expect(ExemptionVote.agency?.(cast)).toBe(registrar);
});

test('the case knows nothing of the votes until it is decided; a decision finds them by their members, wherever they stand', async () => {
  const state = stateAfter(Exemption, onTheTable);
  const { project } = toProject(...suspended);
  const lookAmong = (votes: typeof twoToOne) => {
    const cast = Object.fromEntries(votes.map((vote) => [`${exemptionId}.${vote.voter}`, vote]));
    return lookupOver({
      documents: [
        [Project, { [projectId]: project }],
        [ExemptionVote, cast],
      ],
    });
  };
  const look = lookAmong(twoToOne);
  const { decide, replaceMember } = Exemption.commands;
  expect(await decide.gather?.(look, decision, state, exemptionId)).toEqual({ ...toProject(...suspended), votes: twoToOne });
  const withoutSecond = lookAmong(twoToOne.filter(({ voter }) => voter !== second));
  expect(await decide.gather?.(withoutSecond, decision, state, exemptionId)).toMatchObject({
    votes: [twoToOne[0], undefined, twoToOne[2]],
  });
  expect(await replaceMember.gather?.(withoutSecond, replaced.data, state, exemptionId)).toMatchObject({ vote: voteOf(third, false) });
  expect(members.map(({ expert }) => expert)).toEqual([first, second, third]);
});

const idOf = (expert: string) =>
  ExemptionVote.commands.cast.id?.({ exemption: exemptionId, inFavour: true, reasons: 'x' }, asExpert(expert));

test('a vote is cast once and found by its case', () => {
  expect(idOf(first)).toBe(`${exemptionId}.${first}`);
  expect(idOf(second)).not.toBe(idOf(first));
  expect(ExemptionVote.keys['exemption']?.(cast)).toBe(exemptionId);
  expect(() => ExemptionVote.evolve(cast, castBy(first, false))).toThrow("'exemption-vote.cast' of a vote that was cast already");
});
