import type { ApplicationContent, Assessment } from '@xietong/contracts-projects';
import type { Random } from '@xietong/testing';
import type { PlannedExpert } from './experts.ts';

/** A review of an application: by which expert, of all on the roster, and with what points. */
export interface PlannedReview {
  readonly expert: number;
  readonly scores: Assessment['scores'];
  readonly comment: string;
  /** Hundredths of a point. */
  readonly total: number;
}

/** What is scored, and its weight in percent. */
export const axes = [
  { code: 'innovation', title: '创新性', weightPercent: 30 },
  { code: 'feasibility', title: '可行性', weightPercent: 25 },
  { code: 'team', title: '团队与条件', weightPercent: 15 },
  { code: 'collaboration', title: '区域协同', weightPercent: 15 },
  { code: 'benefit', title: '预期效益', weightPercent: 15 },
] as const;

export const quorum = 3;

/** The experts who can judge it, and those of the field who cannot since they advise a party, by their places on the roster. */
export function judgesOf({ area, parties }: ApplicationContent, roster: readonly PlannedExpert[]): { free: number[]; kept: number[] } {
  const inField = roster.flatMap(({ fields }, place) => (fields.includes(area) ? [place] : []));
  const isKept = (place: number): boolean => parties.some(({ organisation }) => organisation.id === roster[place]?.advises);
  return { free: inField.filter((place) => !isKept(place)), kept: inField.filter(isKept) };
}

/** Scores around how good the application is (0 to 100), by experts in turn so that all get about as many. */
export function reviewsBy(random: Random, experts: readonly number[], quality: number): PlannedReview[] {
  return experts.map((expert) => {
    const scores = axes.map(({ code }) => ({ axis: code, points: within(quality + random.whole(13) - 6) }));
    const total = scores.reduce((sum, { points }, place) => sum + points * (axes[place]?.weightPercent ?? 0), 0);
    return { expert, scores, total, comment: commentOf(total) };
  });
}

const within = (points: number): number => Math.min(100, Math.max(0, points));

function commentOf(total: number): string {
  if (total >= 8_500) return '目标明确，技术路线先进可行，协同基础好，建议优先支持。';
  return total >= 7_000 ? '技术路线可行，考核指标尚可量化，建议视名额支持。' : '创新点不够突出，应用场景论证不足，暂不建议支持。';
}
