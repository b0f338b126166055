import { capital, type Piece } from './line-award';
import { allOf, type Doubt, type Proposal, type RuleText, withoutId } from './proposal';

const UNITS = 10_000;
const unitsOf = (points: number): number => Math.round(points * UNITS);
const said = (points: number): string => String(points).replace('.', ',');

interface Option {
  readonly label: string;
  readonly points: number;
}

/** A choice, a checklist or a survey: lines of words, each with what it gives; null where there are none, or they give different things. */
export function proposeOptions(pieces: readonly Piece[], text: RuleText): Proposal | null {
  const line = pieces.map((piece) => piece.text).join('; ');
  const percents = pieces.flatMap(({ left, award }) => (award?.kind === 'percent' ? [{ label: capital(left), percent: award.percent }] : []));
  if (pieces.length > 0 && percents.length === pieces.length) {
    const doubt = { line, reason: 'Các mức ghi bằng phần trăm, văn bản không nói là kết quả khảo sát.', assumed: 'Điểm bằng tỷ lệ bình quân của các phiếu khảo sát nhân điểm tối đa.' };
    return { rule: { kind: 'survey', options: withoutId(percents) }, doubts: [doubt] };
  }
  const options = pieces.flatMap(({ left, award }) => (award?.kind === 'points' ? [{ label: capital(left), points: award.points }] : []));
  return options.length === 0 || options.length < pieces.length ? null : fromPoints(options, text, line);
}

function fromPoints(options: readonly Option[], { max }: RuleText, line: string): Proposal {
  const whole = wholeOrNothing(options, max);
  if (whole) {
    const doubt = { line, reason: 'Mức cao nhất đòi hỏi nhiều nội dung cùng lúc.', assumed: `Danh mục ${whole.length} nội dung, đạt tất cả mới có điểm.` };
    return { rule: allOf(whole, max), doubts: [doubt] };
  }
  const most = Math.max(...options.map(({ points }) => points));
  const sum = options.reduce((total, { points }) => total + unitsOf(points), 0);
  const hasZero = options.some(({ points }) => points === 0);
  if (most !== max && !hasZero && sum === unitsOf(max)) {
    const doubt = { line, reason: 'Văn bản không nói là chọn một mức hay cộng các nội dung.', assumed: 'Cộng điểm các nội dung đạt, vì tổng của chúng bằng điểm tối đa.' };
    return { rule: { kind: 'checklist', items: withoutId(options) }, doubts: [doubt] };
  }
  return { rule: { kind: 'choice', options: withoutId(options) }, doubts: choiceDoubts({ most, max, hasZero, line }) };
}

interface Judged {
  readonly most: number;
  readonly max: number;
  readonly hasZero: boolean;
  readonly line: string;
}

function choiceDoubts({ most, max, hasZero, line }: Judged): readonly Doubt[] {
  if (most !== max) {
    return [{ line, reason: `Mức cao nhất ${said(most)} điểm khác điểm tối đa ${said(max)}.`, assumed: 'Chọn một trong các mức, giữ điểm như văn bản ghi.' }];
  }
  return hasZero ? [] : [{ line, reason: 'Không có mức 0 điểm, có thể là các nội dung được cộng.', assumed: 'Chọn một trong các mức.' }];
}

/** «A và có B: 1; Không A hoặc không B: 0»: the parts of A and B, or null. */
function wholeOrNothing(options: readonly Option[], max: number): readonly string[] | null {
  const [full, none] = options;
  if (options.length !== 2 || full?.points !== max || none?.points !== 0 || !/^không .+ hoặc không /iu.test(none.label)) {
    return null;
  }
  const parts = full.label.split(/ và (?=có )/iu);
  return parts.length > 1 ? parts : null;
}
