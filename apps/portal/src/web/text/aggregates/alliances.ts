import type { AggregateWords } from './aggregate-words.ts';

/** Alliances, their sharing rules and statements. */
export const alliances: Readonly<Record<string, AggregateWords>> = {
  alliance: {
    name: { zh: '联合体', en: 'Alliance' },
    names: { zh: '联合体', en: 'Alliances' },
    commands: {
      found: { zh: '成立联合体', en: 'Found an alliance' },
      join: { zh: '成员加入', en: 'Take in a member' },
      leave: { zh: '成员退出', en: 'Let a member leave' },
      agreeSharingRule: { zh: '约定分享规则', en: 'Agree a sharing rule' },
      state: { zh: '结算', en: 'State a quarter' },
      confirm: { zh: '确认结算单', en: 'Confirm a statement' },
      dispute: { zh: '对结算单提出异议', en: 'Dispute a statement' },
      correct: { zh: '更正结算单', en: 'Correct a statement' },
    },
    events: {
      founded: { zh: '成立', en: 'Founded' },
      'sharing-rule-agreed': { zh: '约定分享规则', en: 'Sharing rule agreed' },
      'member-joined': { zh: '成员加入', en: 'Member joined' },
      'member-left': { zh: '成员退出', en: 'Member left' },
      dissolved: { zh: '解散', en: 'Dissolved' },
      'period-stated': { zh: '结算', en: 'Quarter stated' },
      'statement-confirmed': { zh: '确认结算单', en: 'Statement confirmed' },
      'statement-disputed': { zh: '提出异议', en: 'Statement disputed' },
      'statement-corrected': { zh: '更正结算单', en: 'Statement corrected' },
      'statement-finalised': { zh: '结算单生效', en: 'Statement final' },
    },
    fields: {
      'members.id': { zh: '单位标识或主管部门', en: 'Identifier, or agency' },
      'member.id': { zh: '单位标识或主管部门', en: 'Identifier, or agency' },
      joinedOn: { zh: '加入日期', en: 'Joined on' },
      leftOn: { zh: '退出日期', en: 'Left on' },
      rulesAgreed: { zh: '分享规则', en: 'Sharing rules' },
      shares: { zh: '分享比例', en: 'Shares' },
      statements: { zh: '分享结算单', en: 'Sharing statements' },
      rule: { zh: '分享规则序号', en: 'Sharing rule no.' },
      totals: { zh: '合计', en: 'Totals' },
      parts: { zh: '各成员所得', en: 'What falls to each member' },
      'parts.tax': { zh: '税收（最小货币单位）', en: 'Tax (minor units)' },
      'parts.output': { zh: '产值（最小货币单位）', en: 'Output (minor units)' },
      correction: { zh: '更正说明', en: 'Correction' },
      confirmedBy: { zh: '已确认的成员', en: 'Confirmed by' },
      disputes: { zh: '异议', en: 'Disputes' },
      'dispute.field': { zh: '有异议的项', en: 'What is disputed' },
      'disputes.field': { zh: '有异议的项', en: 'What is disputed' },
      dissolution: { zh: '解散', en: 'Dissolution' },
    },
    values: {
      status: {
        active: { zh: '存续', en: 'Active' },
        dissolved: { zh: '已解散', en: 'Dissolved' },
      },
      'statements.status': {
        open: { zh: '待确认', en: 'Open' },
        disputed: { zh: '有异议', en: 'Disputed' },
        corrected: { zh: '已更正', en: 'Corrected' },
        final: { zh: '已生效', en: 'Final' },
      },
      kind: {
        consortium: { zh: '联合体', en: 'Consortium' },
        enclave: { zh: '飞地', en: 'Enclave' },
        pairing: { zh: '对口支援', en: 'Pairing' },
      },
      field: {
        tax: { zh: '税收', en: 'Tax' },
        output: { zh: '产值', en: 'Output' },
        shares: { zh: '分享比例', en: 'Shares' },
      },
    },
  },
};
