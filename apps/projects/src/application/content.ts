import { ApplicationContent, type CallTerms, type DraftContent, type DraftContentInput } from '@xietong/contracts-projects';
import { hasSoundIdentifier, isKnownRegion, liesIn, type LocalDate } from '@xietong/domain';
import { type Context, refuse } from '@xietong/kernel';

/** What an applicant has written, with what is known of the files that he names. */
export const withAttachments = ({ attachments, ...content }: DraftContentInput, attachment: Context['attachment']): DraftContent => ({
  ...content,
  ...(attachments ? { attachments: attachments.map(({ document, attachment: id }) => ({ document, attachment: attachment(id) })) } : {}),
});

/** The whole content of a draft, or why it cannot be handed in to the call by the applicant. */
export function toWhole(draft: DraftContent, applicant: string, call: CallTerms, today: LocalDate) {
  const parsed = ApplicationContent.safeParse(draft);
  if (!parsed.success) return refuse('content-missing', {}, `content.${parsed.error.issues[0]?.path.join('.') ?? ''}`);
  const content = parsed.data;
  return checkParties(content, applicant) ?? checkAgainst(call, content, today) ?? checkDocuments(call, content) ?? content;
}

function checkParties({ parties }: ApplicationContent, applicant: string) {
  for (const [place, { role, organisation }] of parties.entries()) {
    const at = `content.parties.${place}`;
    const earlier = parties.slice(0, place);
    if (earlier.some((other) => other.organisation.id === organisation.id)) return refuse('party-repeated', {}, `${at}.organisation.id`);
    if (role === 'lead' && earlier.some((other) => other.role === 'lead')) return refuse('more-than-one-lead', {}, `${at}.role`);
    if (!isKnownRegion(organisation.region)) return refuse('region-unknown', { region: organisation.region }, `${at}.organisation.region`);
    if (!hasSoundIdentifier(organisation)) return refuse('identifier-unsound', {}, `${at}.organisation.id`);
  }
  const lead = parties.findIndex(({ role }) => role === 'lead');
  if (parties[lead]?.organisation.id !== applicant) return refuse('applicant-not-lead', { applicant }, 'content.parties');
  const sum = parties.reduce((total, { shareBasisPoints }) => total + shareBasisPoints, 0);
  return sum === 10_000 ? undefined : refuse('shares-not-whole', { sum }, 'content.parties');
}

function checkAgainst({ areas, budget, eligibility }: CallTerms, content: ApplicationContent, today: LocalDate) {
  if (content.endsOn < content.startsOn) return refuse('ends-before-it-starts', {}, 'content.endsOn');
  if (areas.every(({ code }) => code !== content.area))
    return refuse('area-unknown', { areas: areas.map(({ code }) => code) }, 'content.area');
  if (content.budget.currency !== budget.currency)
    return refuse('currencies-mixed', { currency: budget.currency }, 'content.budget.currency');
  if (content.budget.amount > budget.amount) return refuse('budget-exceeds-call', { budget }, 'content.budget.amount');
  const lead = content.parties.findIndex(({ role }) => role === 'lead');
  const organisation = content.parties[lead]?.organisation;
  const { kinds, leadRegions } = eligibility;
  if (organisation && kinds.length > 0 && !kinds.includes(organisation.kind)) {
    return refuse('kind-not-admitted', { kinds }, `content.parties.${lead}.organisation.kind`);
  }
  if (organisation && leadRegions.length > 0 && !leadRegions.some((region) => liesIn(organisation.region, region, today))) {
    return refuse('region-not-admitted', { leadRegions }, `content.parties.${lead}.organisation.region`);
  }
  return undefined;
}

function checkDocuments({ documents }: CallTerms, { attachments = [] }: ApplicationContent) {
  const unknown = attachments.findIndex(({ document }) => documents.every(({ code }) => code !== document));
  if (unknown >= 0)
    return refuse('document-unknown', { documents: documents.map(({ code }) => code) }, `content.attachments.${unknown}.document`);
  const missing = documents.filter(({ code, required }) => required && attachments.every(({ document }) => document !== code));
  return missing.length > 0 ? refuse('document-missing', { missing: missing.map(({ title }) => title) }, 'content.attachments') : undefined;
}
