import type { AnswerTime, RiskLevel } from '@xietong/contracts-projects';
import type { LocalDate } from '@xietong/domain';
import { termOf } from '../rules/working-time.ts';
import { rulesOf } from '../rules/rule-set.ts';
import type { RiskState } from './state.ts';

/** By when the owner of a risk of that level answers, counted in working days of the registrar from a day on. */
export function answerTimeOf(
  { registrar, rules }: Pick<RiskState, 'registrar' | 'rules'>,
  { level, countedFrom }: { readonly level: RiskLevel; readonly countedFrom: LocalDate },
): AnswerTime {
  const { endsAt: answerBy, provisional } = termOf(registrar, countedFrom, rulesOf(rules).riskAnswerWorkingDays[level]);
  return { answerBy, provisional };
}
