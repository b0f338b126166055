import { type Answer, type CompiledLeaf, type CompiledSet, scoreLeaf } from '@par-index/scoring';
import { demoAnswer } from './demo-answer';
import { Ledger } from './ledger';
import { type DemoCourse, qualityOf } from './profile';
import { Random } from './random';

/** What the demonstration states for one criterion. */
export interface Declared {
  readonly leaf: CompiledLeaf;
  readonly answer: Answer | null;
  readonly points: number | null;
  readonly note: string;
}

export interface Declarer {
  readonly agencyCode: string;
  readonly groupCode: string;
  readonly year: number;
  readonly course: DemoCourse;
  readonly exempt: readonly string[];
}

/** One agency in twelve states one figure of several criteria in two ways. */
const MISCOUNTS = 1 / 12;
/** One criterion in twelve comes out quite otherwise than the year before. */
const OTHERWISE = 1 / 12;

const NOTES = [
  'Số liệu tổng hợp từ báo cáo năm của đơn vị.',
  'Theo số liệu trên Hệ thống thông tin giải quyết thủ tục hành chính tỉnh.',
  'Có phụ lục chi tiết kèm theo.',
  'Số liệu đến hết ngày 31 tháng 10.',
] as const;

/**
 * The leaves that an agency states itself, answered as its course has it: complete when submitted, in part while drafting. A figure that stands under
 * several criteria is the same under each, as one office counts it; a few agencies have miscounted one, so that there is something to find.
 */
export function declaredBy(set: CompiledSet, declarer: Declarer): readonly Declared[] {
  const ledger = new Ledger(new Random(`miscount ${declarer.agencyCode} ${declarer.year}`).chance(MISCOUNTS) ? 'miscounted' : 'exact');
  return set.leaves
    .filter((leaf) => leaf.source === 'self' && !isExempt(leaf.code, declarer.exempt))
    .flatMap((leaf) => declare(set, leaf, { declarer, ledger }) ?? []);
}

export function isExempt(code: string, exempt: readonly string[]): boolean {
  return exempt.some((taken) => code === taken || code.startsWith(`${taken}.`));
}

/**
 * An answer to any leaf, the one that the same agency would give each time. From one year to the next an agency works much as before: only now and then
 * does a criterion come out quite otherwise.
 */
export function answerTo(leaf: CompiledLeaf, { agencyCode, groupCode, year }: Pick<Declarer, 'agencyCode' | 'groupCode' | 'year'>): Answer {
  const isOtherwise = new Random(`otherwise ${agencyCode} ${leaf.code} ${year}`).chance(OTHERWISE);
  const random = new Random(isOtherwise ? `${agencyCode} ${leaf.code} ${year}` : `${agencyCode} ${leaf.code}`);
  const quality = leaf.section === 'penalty' ? 0.03 : qualityOf(agencyCode, groupCode, year);
  return demoAnswer(leaf.rule, leaf.max, quality, random);
}

function declare(set: CompiledSet, leaf: CompiledLeaf, { declarer, ledger }: { readonly declarer: Declarer; readonly ledger: Ledger }): Declared | null {
  const random = new Random(`declare ${declarer.agencyCode} ${leaf.code} ${declarer.year}`);
  const share = declarer.course === 'drafting-extended' ? 0.62 : declarer.course === 'never-submitted' ? 0.45 : 1;
  if (!random.chance(share)) {
    return null;
  }
  const answer = notApplicable(leaf, random) ?? ledger.entered(leaf.rule, answerTo(leaf, declarer));
  return { leaf, answer, points: scoreLeaf(set, leaf.code, answer).points, note: random.chance(0.25) ? random.pick(NOTES) : '' };
}

function notApplicable(leaf: CompiledLeaf, random: Random): Answer | null {
  const declared = leaf.whenNotApplicable !== 'forbidden' && random.chance(0.05);
  return declared ? { notApplicable: true, reason: 'Trong năm cơ quan không phát sinh nhiệm vụ thuộc nội dung này.' } : null;
}
