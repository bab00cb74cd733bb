import { chineseDivisions } from './chinese-divisions.ts';
import { divisionChanges } from './region-changes.ts';

const nameOf = (digits: string) => chineseDivisions.get(digits)?.name;
const inForceWithin = (prefix: string, length: number) =>
  [...chineseDivisions].filter(([code, { validTo }]) => code.length === length && code.startsWith(prefix) && validTo === undefined);

describe("the table of China's divisions", () => {
  it('has the 34 provinces', () => {
    expect(inForceWithin('', 2).map(([code]) => code)).toHaveLength(34);
    expect(['11', '33', '65', '71', '81', '82'].map(nameOf)).toEqual([
      '北京市',
      '浙江省',
      '新疆维吾尔自治区',
      '台湾省',
      '香港特别行政区',
      '澳门特别行政区',
    ]);
  });

  it.each([
    ['1101', '北京市'],
    ['1201', '天津市'],
    ['3101', '上海市'],
    ['5001', '重庆市'],
    ['5002', '重庆市'],
  ])('has the municipality %s as a prefecture of its own name', (digits, name) => {
    expect(nameOf(digits)).toBe(name);
  });

  it.each([
    ['33', '01杭州 02宁波 03温州 04嘉兴 05湖州 06绍兴 07金华 08衢州 09舟山 10台州 11丽水'],
    ['13', '01石家庄 02唐山 03秦皇岛 04邯郸 05邢台 06保定 07张家口 08承德 09沧州 10廊坊 11衡水'],
  ])('has the prefectures of %s', (province, list) => {
    const expected = list.split(' ').map((entry) => [province + entry.slice(0, 2), `${entry.slice(2)}市`]);
    expect(inForceWithin(province, 4).map(([code, { name }]) => [code, name])).toEqual(expected);
  });

  it.each([
    ['3310', '02椒江区 03黄岩区 04路桥区 22三门县 23天台县 24仙居县 81温岭市 82临海市 83玉环市'],
    [
      '3101',
      '01黄浦区 04徐汇区 05长宁区 06静安区 07普陀区 09虹口区 10杨浦区 12闵行区 13宝山区 14嘉定区 15浦东新区 16金山区 17松江区 18青浦区 20奉贤区 51崇明区',
    ],
    [
      '1101',
      '01东城区 02西城区 05朝阳区 06丰台区 07石景山区 08海淀区 09门头沟区 11房山区 12通州区 13顺义区 14昌平区 15大兴区 16怀柔区 17平谷区 18密云区 19延庆区',
    ],
    [
      '1201',
      '01和平区 02河东区 03河西区 04南开区 05河北区 06红桥区 10东丽区 11西青区 12津南区 13北辰区 14武清区 15宝坻区 16滨海新区 17宁河区 18静海区 19蓟州区',
    ],
  ])('has the counties of %s', (prefecture, list) => {
    const expected = list.split(' ').map((entry) => [prefecture + entry.slice(0, 2), entry.slice(2)]);
    expect(inForceWithin(prefecture, 6).map(([code, { name }]) => [code, name])).toEqual(expected);
  });

  it('has Xinle in Hebei', () => {
    expect(nameOf('130184')).toBe('新乐市');
  });

  it('knows Hangzhou as it has been since April 2021', () => {
    const codes = inForceWithin('3301', 6).map(([code]) => code.slice(4));
    expect(codes.sort().join(' ')).toBe('02 05 06 08 09 10 11 12 13 14 22 27 82');
  });
});

describe('the recorded changes', () => {
  it('run in the order of time', () => {
    const dates = divisionChanges.map(({ on }) => on);
    expect(dates).toEqual(dates.toSorted());
  });

  it('name successors that exist on the day of the change', () => {
    const missing = divisionChanges.flatMap(({ on, retired = {} }) =>
      Object.values(retired)
        .flat()
        .filter((code) => {
          const successor = chineseDivisions.get(code);
          return successor === undefined || (successor.validFrom ?? on) > on;
        }),
    );
    expect(missing).toEqual([]);
  });

  it('keep an abolished division readable: its name, its last day and who took over', () => {
    expect(chineseDivisions.get('330104')).toEqual({ name: '江干区', validTo: '2021-04-09', replacedBy: ['330102', '330114'] });
    expect(chineseDivisions.get('330113')).toEqual({ name: '临平区', validFrom: '2021-04-09' });
  });
});
