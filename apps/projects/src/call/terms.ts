import type { CallTerms } from '@xietong/contracts-projects';
import { isKnownRegion } from '@xietong/domain';
import { refuse } from '@xietong/kernel';
import type { RuleSet } from '../rules/rule-set.ts';

/** Why the terms of a call are refused, if they are. */
export function checkTerms(terms: CallTerms, { publicityWorkingDaysMin }: RuleSet) {
  const { areas, documents, scoring, eligibility, opensAt, closesAt, publicityWorkingDays } = terms;
  if (closesAt <= opensAt) return refuse('closes-before-it-opens', { opensAt }, 'closesAt');
  if (publicityWorkingDays < publicityWorkingDaysMin) {
    return refuse('publicity-too-short', { publicityWorkingDaysMin }, 'publicityWorkingDays');
  }
  if (areas.every(({ quota }) => quota === 0)) return refuse('no-quota', {}, 'areas');
  const unknown = eligibility.leadRegions.findIndex((region) => !isKnownRegion(region));
  if (unknown >= 0) return refuse('region-unknown', { region: eligibility.leadRegions[unknown] }, `eligibility.leadRegions.${unknown}`);
  return (
    checkCodes('areas', areas) ?? checkCodes('documents', documents) ?? checkCodes('scoring.axes', scoring.axes) ?? checkWeights(scoring)
  );
}

function checkCodes(at: string, rows: readonly { readonly code: string }[]) {
  const place = rows.findIndex(({ code }, i) => rows.slice(0, i).some((earlier) => earlier.code === code));
  return place < 0 ? undefined : refuse('code-repeated', { code: rows[place]?.code }, `${at}.${place}.code`);
}

function checkWeights({ axes }: CallTerms['scoring']) {
  const sum = axes.reduce((total, { weightPercent }) => total + weightPercent, 0);
  return sum === 100 ? undefined : refuse('weights-not-whole', { sum }, 'scoring.axes');
}
