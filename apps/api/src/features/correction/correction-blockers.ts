import { hasReached, type Phase } from '@par-index/contract';
import type { CompiledSet } from '@par-index/scoring';
import type { CriteriaSet } from '../criteria/criteria-set.entity';
import type { OpenProposal } from './replay.repository';
import { pointsOf, type RefusedLine, type Versions } from './replayed';

export type VersionHead = Pick<CriteriaSet, 'id' | 'code' | 'groupCode' | 'versionNumber' | 'state'>;

export interface Correctable extends Versions {
  readonly phase: Phase;
  readonly from: VersionHead;
  readonly to: VersionHead;
  readonly refused: readonly RefusedLine[];
  readonly proposals: readonly OpenProposal[];
}

/** A line, and the agency of which it tells what its own people see later; null where it tells nothing of the kind. */
export interface Blocker {
  readonly text: string;
  readonly tellsOf: string | null;
}

/** Why one version may not take the place of the other in the cycle, a Vietnamese line each; empty where it may. */
export function correctionBlockers(change: Correctable): readonly Blocker[] {
  const heads = headBlockers(change);
  return heads.length > 0 ? heads.map(plain) : [...treeBlockers(change).map(plain), ...answerBlockers(change)];
}

const plain = (text: string): Blocker => ({ text, tellsOf: null });

function headBlockers({ phase, from, to }: Correctable): readonly string[] {
  return [
    ...(phase === 'preparing' ? ['Kỳ đánh giá chưa mở. Hãy chọn phiên bản mới trong phần sửa kỳ đánh giá.'] : []),
    ...(hasReached(phase, 'preliminary') ? ['Kết quả sơ bộ đã thông báo cho các cơ quan nên không thay bộ tiêu chí được nữa.'] : []),
    ...(to.state === 'published' || to.state === 'frozen' ? [] : ['Phiên bản này chưa ban hành hoặc đã được thay. Hãy ban hành bản nháp trước.']),
    ...(from.id === to.id ? ['Kỳ đánh giá đang dùng chính phiên bản này.'] : []),
    ...(from.code !== to.code || from.groupCode !== to.groupCode ? [`Phiên bản thay phải cùng mã «${from.code}» và cùng nhóm cơ quan.`] : []),
    ...(from.code === to.code && to.state !== 'draft' && to.versionNumber < from.versionNumber ? ['Phiên bản này cũ hơn phiên bản đang dùng.'] : []),
  ];
}

/** What is assigned, attached and answered goes by the code of a criterion: in a running cycle none comes or goes. */
function treeBlockers({ before, after }: Versions): readonly string[] {
  return [
    ...missing(before, after).map((code) => `Tiêu chí ${code} không còn trong phiên bản mới. Giữa kỳ không bỏ được tiêu chí.`),
    ...missing(after, before).map((code) => `Tiêu chí ${code} là tiêu chí mới. Giữa kỳ không thêm được tiêu chí.`),
    ...before.leaves
      .filter(({ code, source }) => after.leaf(code) !== undefined && after.leaf(code)?.source !== source)
      .map(({ code }) => `Tiêu chí ${code} đổi nguồn số liệu. Giữa kỳ không đổi được nguồn số liệu.`),
  ];
}

const missing = (one: CompiledSet, other: CompiledSet): readonly string[] =>
  one.leaves.map(({ code }) => code).filter((code) => other.leaf(code) === undefined);

function answerBlockers({ before, after, refused, proposals }: Correctable): readonly Blocker[] {
  const voted = proposals.filter(({ code, answer }) => isRescored({ before, after }, code, answer));
  const lines = [
    ...refused.filter(({ blocks }) => blocks).map(({ agency, code, layer }) => ({ text: unfit(agency.name, code), tellsOf: layer === null ? null : agency.id })),
    ...voted.map(({ agencyId, agencyName, code }) => ({ text: `${agencyName}: Hội đồng đang biểu quyết tiêu chí ${code}. Hãy kết luận trước khi thay bộ tiêu chí.`, tellsOf: agencyId })),
  ];
  return [...new Map(lines.map((line) => [line.text, line])).values()];
}

const unfit = (agency: string, code: string): string =>
  `${agency}: số liệu của tiêu chí ${code} đã nộp hoặc đã thẩm định không hợp với cách tính mới. Hãy mở lại hồ sơ hoặc sửa phiên bản mới.`;

function isRescored({ before, after }: Versions, code: string, answer: OpenProposal['answer']): boolean {
  try {
    return pointsOf(before, code, answer) !== pointsOf(after, code, answer);
  } catch {
    return true;
  }
}
