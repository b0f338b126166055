import type { PublicField, PublicSheetLine, PublicSheetView } from '@par-index/contract';
import { asPublic } from './public-extent';

const line = (code: string, depth: number, remark: string): PublicSheetLine => ({ code, depth, remark, title: code, max: 1, leaf: depth > 0, result: { points: 1, max: 1, percent: 100 } });
const sheet = { criteria: [line('1', 0, ''), line('1.1', 1, 'Nộp muộn')] } as unknown as PublicSheetView;
const seen = (...fields: readonly PublicField[]) => asPublic(sheet, new Set(fields)).criteria.map(({ code, remark }) => [code, remark]);

it('shows criteria and remarks as far as the province makes them public', () => {
  expect(seen('criteria', 'remarks', 'answers')).toEqual([['1', ''], ['1.1', 'Nộp muộn']]);
  expect(seen('criteria')).toEqual([['1', ''], ['1.1', '']]);
  expect(seen('remarks')).toEqual([['1', '']]);
  expect(seen()).toEqual([['1', '']]);
});
