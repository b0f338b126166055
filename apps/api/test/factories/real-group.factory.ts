import type { Answer, CompiledLeaf, CriteriaSet } from '@par-index/scoring';
import { compileCriteriaSet } from '@par-index/scoring';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoAnswer } from '../../src/demo/demo-answer';
import { Random } from '../../src/demo/random';
import { groupDocumentOf } from '../../src/features/result/group-document';
import type { AgencyRecord, GroupDocument, LayerRecord } from '../../src/features/result/snapshot-document';
import { aLayer } from './group-document.factory';

/** The illustrative set of departments of 2026: 101 criteria, all nine kinds of rules. */
export const REAL_SET = JSON.parse(
  readFileSync(join(__dirname, '../../src/demo/province/so-ban-nganh-2026.json'), 'utf8'),
) as CriteriaSet;

/** A scored group of `count` agencies under `REAL_SET`, each with answers of its own; the same each time. */
export function aRealGroup(count: number): GroupDocument {
  const agencies = Array.from({ length: count }, (_, index) => realAgency(index));
  return groupDocumentOf({ groupCode: 'so-ban-nganh', groupName: 'Sở, ban, ngành', criteriaSet: REAL_SET, agencies });
}

/** Answers to everything, a third of the own ones corrected, some points awarded. */
function realAgency(index: number): AgencyRecord {
  const random = new Random(`agency ${index}`);
  const { leaves } = compileCriteriaSet(REAL_SET);
  const answers = leaves.map((leaf) => ({ leaf, answer: answerTo(leaf, random) }));
  const declared = Object.fromEntries(answers.filter(({ leaf }) => leaf.source === 'self').map(({ leaf, answer }) => [leaf.code, answer]));
  const layers = answers.flatMap(({ leaf, answer }) => layersOf(leaf, answer, random));
  const exemptions = index % 4 === 3 ? [{ code: '3.1', reason: 'Không có thủ tục hành chính.' }] : [];
  return { id: `id-${index}`, code: `co-quan-${index}`, name: `Cơ quan số ${index}`, shortName: `CQ${index}`, exemptions, declared, layers };
}

const answerTo = (leaf: CompiledLeaf, random: Random): Answer => demoAnswer(leaf.rule, leaf.max, 0.75, random);

function layersOf(leaf: CompiledLeaf, answer: Answer, random: Random): readonly LayerRecord[] {
  if (leaf.source !== 'self') {
    return [aLayer(leaf.code, leaf.source === 'appraiser' ? 'appraisal-1' : 'base', answer)];
  }
  if (random.chance(0.1)) {
    return [aLayer(leaf.code, 'appraisal-1', { awarded: leaf.max / 2, reason: 'Thiếu phụ lục' }, { kind: 'award', reason: 'Thiếu phụ lục' })];
  }
  return random.chance(0.3) ? [aLayer(leaf.code, 'appraisal-1', answerTo(leaf, random), { reason: 'Theo báo cáo' })] : [];
}
