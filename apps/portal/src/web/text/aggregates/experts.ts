import type { AggregateWords } from './aggregate-words.ts';

/** Experts on the agencies' rosters. */
export const experts: Readonly<Record<string, AggregateWords>> = {
  expert: {
    name: { zh: '专家', en: 'Expert' },
    names: { zh: '专家库', en: 'Experts' },
    commands: {
      register: { zh: '申请入库', en: 'Offer yourself as an expert' },
      changeProfile: { zh: '更新资料', en: 'Change the profile' },
      verify: { zh: '审核入库', en: 'Verify' },
      reject: { zh: '不予入库', en: 'Reject' },
      renew: { zh: '续期', en: 'Renew' },
      suspend: { zh: '暂停', en: 'Suspend' },
      reinstate: { zh: '恢复', en: 'Reinstate' },
    },
    events: {
      registered: { zh: '申请入库', en: 'Registered' },
      'profile-changed': { zh: '更新资料', en: 'Profile changed' },
      verified: { zh: '审核入库', en: 'Verified' },
      rejected: { zh: '不予入库', en: 'Rejected' },
      renewed: { zh: '续期', en: 'Renewed' },
      lapsed: { zh: '到期未续', en: 'Lapsed' },
      suspended: { zh: '暂停', en: 'Suspended' },
      reinstated: { zh: '恢复', en: 'Reinstated' },
    },
    fields: {
      number: { zh: '专家库编号', en: 'Roster number' },
      validUntil: { zh: '有效期至', en: 'Valid until' },
      fields: { zh: '专业领域', en: 'Fields' },
      field: { zh: '专业领域', en: 'Field' },
      'affiliations.organisation': { zh: '单位标识', en: 'Identifier' },
      'affiliations.name': { zh: '单位名称', en: 'Organisation' },
      relations: { zh: '利害关系', en: 'Relations' },
      'relations.organisation': { zh: '单位标识', en: 'Identifier of the organisation' },
      nature: { zh: '关系', en: 'Nature' },
      returnsTo: { zh: '恢复后状态', en: 'Returns to' },
      since: { zh: '自', en: 'Since' },
    },
    values: {
      status: {
        registered: { zh: '待审核', en: 'Registered' },
        rejected: { zh: '不予入库', en: 'Rejected' },
        verified: { zh: '在库', en: 'Verified' },
        lapsed: { zh: '到期未续', en: 'Lapsed' },
        suspended: { zh: '已暂停', en: 'Suspended' },
      },
      returnsTo: {
        verified: { zh: '在库', en: 'Verified' },
        lapsed: { zh: '到期未续', en: 'Lapsed' },
      },
      nature: {
        shareholding: { zh: '持股', en: 'Shareholding' },
        advice: { zh: '顾问', en: 'Advice' },
        family: { zh: '亲属', en: 'Family' },
        rivalry: { zh: '竞争', en: 'Rivalry' },
        other: { zh: '其他', en: 'Other' },
      },
    },
  },
};
