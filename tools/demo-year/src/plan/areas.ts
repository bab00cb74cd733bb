import { wholeParts } from './shares.ts';
import type { YearSize } from './size.ts';

/** A field of the programme, with the words that its applications are titled with. */
export interface AreaWords {
  readonly code: string;
  readonly title: string;
  /** Its part of a hundred approvals, and of the applications. */
  readonly weight: number;
  readonly objects: readonly string[];
  readonly techniques: readonly string[];
}

export const areas: readonly AreaWords[] = [
  {
    code: 'smart-manufacturing',
    title: '智能制造',
    weight: 28,
    objects: ['汽车零部件产线', '泵阀精密加工', '缝制装备', '模具车间', '轨道交通部件', '智能马桶产线'],
    techniques: ['多机器人协同装配', '在线视觉检测', '数字孪生调度', '刀具寿命预测', '自适应磨削控制', '柔性产线重构'],
  },
  {
    code: 'green-low-carbon',
    title: '绿色低碳',
    weight: 18,
    objects: ['工业园区', '电镀废水', '近海养殖区', '原料药车间', '农村污水站'],
    techniques: ['余热梯级利用', '膜法资源化回收', '碳足迹在线核算', '光储直柔供电', '挥发性有机物深度治理'],
  },
  {
    code: 'biomedicine',
    title: '生物医药',
    weight: 20,
    objects: ['特色原料药', '多肽药物', '体外诊断试剂', '海洋来源活性物', '可降解植入器械'],
    techniques: ['连续流绿色合成', '酶催化工艺放大', '高通量筛选', '微流控快速检测', '质量源于设计的制剂开发'],
  },
  {
    code: 'new-materials',
    title: '新材料',
    weight: 16,
    objects: ['高性能橡胶密封件', '轻量化铝合金', '海工防腐涂层', '特种工程塑料', '磁性功能器件'],
    techniques: ['分子结构设计与改性', '近净成形', '纳米复合增强', '回收再生与评价', '长寿命服役评估'],
  },
  {
    code: 'digital-economy',
    title: '数字经济',
    weight: 18,
    objects: ['产业集群供应链', '跨区域检验检测', '县域医共体', '港口物流', '专精特新企业'],
    techniques: ['可信数据空间', '工业互联网标识解析', '隐私计算协作', '大模型知识服务', '一站式云化质量服务'],
  },
];

/** How many applications of each area can be approved; together as many as the year approves. */
export const quotasOf = ({ approved }: YearSize): number[] =>
  wholeParts(
    approved,
    areas.map(({ weight }) => weight),
  );

/** How many are handed in to each area: in proportion to the quota, and everywhere more than it takes. */
export function applicationsOf({ applications, approved }: YearSize): number[] {
  const quotas = quotasOf({ applications, approved });
  const more = wholeParts(
    applications - 2 * approved,
    areas.map(({ weight }) => weight),
  );
  return quotas.map((quota, place) => 2 * quota + (more[place] ?? 0));
}
