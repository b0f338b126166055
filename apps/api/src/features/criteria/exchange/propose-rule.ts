import type { Measure, Rule, TallyItem } from '@par-index/scoring';
import { capital, figureOf, N, type Piece, piecesOf } from './line-award';
import { guessedMeasure, saidMeasure } from './line-measure';
import { allOf, type Doubt, type Proposal, type RuleText, withoutId } from './proposal';
import { proposeBands, stretchesOf } from './propose-bands';
import { proposeOptions } from './propose-options';

const BULLET = /^(?:[-–—+•*·▪]|\(?[a-zđ]\)|[ivx]+\))\s+/u;
const plain = (line: string): string => line.normalize('NFC').replace(/\s+/g, ' ').trim().replace(BULLET, '').replace(/\s*[.;,]+$/, '');

const samePoints = (a: number | null, max: number): boolean => a === null || a === max;

/**
 * The rule that the lines under a criterion say. What is not certain is marked; what is not understood becomes points given directly, and
 * is marked as well: nothing is dropped in silence.
 *
 * @example
 * proposeRule({ title: 'Kế hoạch', max: 1, lines: ['Đạt: 1; Không đạt: 0'] }).rule.kind; // 'choice'
 */
export function proposeRule(text: RuleText): Proposal {
  const lines = text.lines.map(plain).filter((line) => line !== '').flatMap(unfolded);
  const read = { ...text, lines };
  return withHead(read) ?? tallyOf(read) ?? fromPieces(read);
}

const HEAD_ALONE =
  /^(chấm trực tiếp từ [^;]+|điểm = [^;]+|cộng điểm các nội dung đạt[^;]*|đạt (?:tất cả|đủ|cả) (?:\d+ )?nội dung: [^;]+; thiếu (?:một|1) nội dung: 0(?: điểm)?); (.+)$/isu;

/** The statements of a paragraph that says several things: its head or its figures before the rest, each «mỗi …» by itself. */
function unfolded(line: string): readonly string[] {
  const [, head, rest] = HEAD_ALONE.exec(line) ?? [];
  if (head !== undefined && rest !== undefined) {
    return [head, ...unfolded(rest)];
  }
  const parts = line.split('; ');
  const [first = '', ...others] = parts;
  if (others.length > 0 && saidMeasure(first) !== null) {
    return [first, ...unfolded(others.join('; '))];
  }
  return others.length > 0 && parts.some((part) => countedIn(part) !== null || TALLY_END.test(part)) ? parts : [line];
}

/** The forms that say in their first line what they are. */
function withHead(text: RuleText): Proposal | null {
  const [head = '', ...rest] = text.lines;
  for (const [form, build] of HEADS) {
    const match = form.exec(head);
    const proposal = match && build({ ...text, lines: rest }, match.slice(1), head);
    if (proposal) {
      return proposal;
    }
  }
  return null;
}

type Build = (text: RuleText, caught: readonly (string | undefined)[], head: string) => Proposal | null;

const HEADS: readonly (readonly [RegExp, Build])[] = [
  [/^tính theo trường hợp có điểm cao nhất$/iu, (text) => bestOf(text)],
  // Where the cases stand in one paragraph nobody can say where one ends.
  [/^tính theo trường hợp có điểm cao nhất.+$/isu, ({ lines }, _, head) => unknown([head, ...lines].join('; '))],
  [new RegExp(`^chấm trực tiếp từ (${N})(?: điểm)? đến (${N})(?: điểm)?(?:, bước (${N})(?: điểm)?)?$`, 'iu'), direct],
  [new RegExp(`^điểm = tỷ lệ bình quân của các phiếu [×x] (${N})(?: điểm)?$`, 'iu'), survey],
  [new RegExp(`^cộng điểm các nội dung đạt(?:, tối đa (${N})(?: điểm)?)?$`, 'iu'), checklistSum],
  [new RegExp(`^đạt (?:tất cả|đủ|cả) (?:\\d+ )?nội dung: (${N})(?: điểm)?; thiếu (?:một|1) nội dung: 0(?: điểm)?$`, 'iu'), checklistAll],
];

function direct({ lines, max }: RuleText, [from, to, step]: readonly (string | undefined)[], head: string): Proposal | null {
  const [min, most, stride] = [figureOf(from), figureOf(to), step === undefined ? undefined : figureOf(step)];
  if (min === null || most === null || stride === null) {
    return null;
  }
  const rule: Rule = { kind: 'direct', ...(min === 0 ? {} : { min }), ...(stride === undefined ? {} : { step: stride }) };
  return { rule, doubts: [...maxDoubt(most, max, head), ...unread(lines)] };
}

function survey({ lines, max }: RuleText, [times]: readonly (string | undefined)[], head: string): Proposal | null {
  const pieces = lines.flatMap(piecesOf);
  const options = pieces.flatMap(({ left, award }) => (award?.kind === 'percent' ? [{ label: capital(left), percent: award.percent }] : []));
  const others = pieces.filter(({ award }) => award?.kind !== 'percent').map(({ text }) => text);
  return { rule: { kind: 'survey', options: withoutId(options) }, doubts: [...maxDoubt(figureOf(times), max, head), ...unread(others), ...none(options, head)] };
}

function checklistSum({ lines, max }: RuleText, [most]: readonly (string | undefined)[], head: string): Proposal {
  const pieces = lines.flatMap(piecesOf);
  const items = pieces.flatMap(({ left, award }) => (award?.kind === 'points' ? [{ label: capital(left), points: award.points }] : []));
  const others = pieces.filter(({ award }) => award?.kind !== 'points').map(({ text }) => text);
  const doubts = [...(most === undefined ? [] : maxDoubt(figureOf(most), max, head)), ...unread(others), ...none(items, head)];
  return { rule: { kind: 'checklist', items: withoutId(items) }, doubts };
}

function checklistAll({ lines, max }: RuleText, [most]: readonly (string | undefined)[], head: string): Proposal {
  const stated = /\d+/.exec(head.split(':')[0] ?? '')?.[0];
  const labels = stated === undefined || Number(stated) === lines.length ? lines : lines.flatMap((line) => line.split('; '));
  const wrong = stated !== undefined && Number(stated) !== labels.length;
  const count: readonly Doubt[] = wrong ? [{ line: head, reason: `Văn bản ghi ${stated} nội dung nhưng đọc được ${labels.length}.`, assumed: 'Lấy các nội dung đọc được.' }] : [];
  return { rule: allOf(labels, max), doubts: [...maxDoubt(figureOf(most), max, head), ...count, ...none(labels, head)] };
}

function bestOf({ title, max, lines }: RuleText): Proposal {
  const cases = lines.map((line) => {
    const [, label = line, inner = ''] = /^(.+?): (.+)$/su.exec(line) ?? [];
    return { label, ...proposeRule({ title, max, lines: inner.split(/;\s+/u) }) };
  });
  const rule: Rule = { kind: 'bestOf', cases: withoutId(cases.map(({ label, rule: own }) => ({ label, rule: own }))) };
  return { rule, doubts: [...cases.flatMap(({ doubts }) => doubts), ...none(cases, 'Tính theo trường hợp có điểm cao nhất')] };
}

const TALLY = new RegExp(`^(?:cứ )?mỗi (.+) (bị trừ|trừ|được cộng|cộng|được|tính) (${N})(?: điểm|đ)?(?:[,;]? (?:(?:trừ|cộng|tính|được) )?(?:tối đa|không quá) (${N})(?: điểm|đ)?)?$`, 'iu');
const TALLY_TURNED = new RegExp(`^(trừ|cộng) (${N})(?: điểm|đ)? (?:cho |đối với )?mỗi (.+)$`, 'iu');
const TALLY_END = new RegExp(`^(?:tất cả (?:trừ|cộng)|tổng cộng|tổng điểm trừ) (?:không quá|tối đa) (${N})(?: điểm)?$`, 'iu');

interface Counted {
  readonly isTaken: boolean;
  readonly label: string;
  readonly points: number | null;
  readonly cap: number | null;
}

function countedIn(line: string): Counted | null {
  const [, label, verb, points, cap] = TALLY.exec(line) ?? [];
  if (label !== undefined && verb !== undefined) {
    const isClear = cap === undefined || figureOf(cap) !== null;
    return { isTaken: /trừ/iu.test(verb), label, points: isClear ? figureOf(points) : null, cap: figureOf(cap) };
  }
  const [, turned, each, what] = TALLY_TURNED.exec(line) ?? [];
  return turned === undefined || what === undefined ? null : { isTaken: /trừ/iu.test(turned), label: what, points: figureOf(each), cap: null };
}

/** «Mỗi … trừ …»: counted from full points down, or from nothing up. */
function tallyOf({ lines, max }: RuleText): Proposal | null {
  const counted = lines.map((line) => ({ line, said: countedIn(line), end: TALLY_END.exec(line) }));
  const items = counted.flatMap(({ said }) => (said && said.points !== null ? [{ ...said, points: said.points }] : []));
  if (items.length === 0) {
    return null;
  }
  const others = counted.filter(({ said, end }) => (!said || said.points === null) && !end).map(({ line }) => line);
  const taken = items.filter(({ isTaken }) => isTaken).length;
  const mixed: readonly Doubt[] = taken > 0 && taken < items.length ? [{ line: lines.join('; '), reason: 'Có dòng cộng và có dòng trừ.', assumed: 'Tất cả các dòng trừ dần từ điểm tối đa.' }] : [];
  const ends = counted.flatMap(({ line, end }) => (end ? maxDoubt(figureOf(end[1]), max, line) : []));
  const lone = items.length === 1;
  const list = items.map(({ label, points, cap }): Omit<TallyItem, 'id'> => ({ label: capital(label), points, ...(cap === null || (lone && cap === max) ? {} : { cap }) }));
  return { rule: { kind: 'tally', start: taken > 0 ? 'max' : 'zero', items: withoutId(list) }, doubts: [...mixed, ...ends, ...unread(others)] };
}

const RELATIVE = new RegExp(`^điểm = (?:tỷ lệ|tỉ lệ|giá trị|tốc độ tăng) của cơ quan / (?:tỷ lệ|tỉ lệ|giá trị|tốc độ tăng) cao nhất trong nhóm [×x] (${N})(?: điểm)?$`, 'iu');

/** Everything else: statements of what gives how many points, with the measure that they are about. */
function fromPieces(text: RuleText): Proposal {
  const measured = text.lines.map((line) => ({ line, said: saidMeasure(line) }));
  const found = measured.find(({ said }) => said !== null);
  const lines = text.lines.filter((line) => line !== found?.line);
  const guess: readonly Doubt[] = found?.said?.isGuess ? [{ line: found.line, reason: 'Tên số liệu và đơn vị được tách từ một câu, có thể tách chưa đúng chỗ.', assumed: inWords(found.said.measure) }] : [];
  const relative = lines.map((line) => RELATIVE.exec(line)).find((match) => match !== null);
  if (relative) {
    const { rule, doubts } = relativeOf({ ...text, lines }, found?.said?.measure ?? null, relative);
    return { rule, doubts: [...guess, ...doubts] };
  }
  const pieces = lines.flatMap(piecesOf);
  const known = pieces.filter(({ award }) => award !== null);
  const left = unread(pieces.filter(({ award }) => award === null).map(({ text: words }) => words));
  const proposal = fromKnown(known, found?.said?.measure ?? null, text);
  return { rule: proposal.rule, doubts: [...guess, ...proposal.doubts, ...left] };
}

const inWords = (measure: Measure): string => (measure.type === 'ratio' ? `Tử số «${measure.numerator}», mẫu số «${measure.denominator}».` : 'Lấy như văn bản ghi.');

function relativeOf({ lines, max, title }: RuleText, given: Measure | null, match: RegExpExecArray): Proposal {
  const guessed = given ? { measure: given, doubts: [] } : guessedMeasure({ title, unit: '%', edges: [], line: match[0] });
  return { rule: { kind: 'relative', measure: guessed.measure }, doubts: [...guessed.doubts, ...maxDoubt(figureOf(match[1]), max, match[0]), ...unread(lines.filter((line) => line !== match[0]))] };
}

function fromKnown(pieces: readonly Piece[], measure: Measure | null, text: RuleText): Proposal {
  const stretches = pieces.length === 0 ? null : stretchesOf(pieces);
  if (stretches) {
    return proposeBands(stretches, measure, text);
  }
  const lone = text.lines.find((line) => line.length > 0) ?? text.title;
  const proposal = proposeOptions(pieces, text) ?? unknown(pieces.map(({ text: words }) => words).join('; ') || lone);
  const unused: readonly Doubt[] = measure === null ? [] : [{ line: lone, reason: 'Có số liệu kê khai nhưng các mức không tính theo số liệu đó.', assumed: 'Không dùng số liệu này.' }];
  return { rule: proposal.rule, doubts: [...proposal.doubts, ...unused] };
}

const unknown = (line: string): Proposal => ({
  rule: { kind: 'direct' },
  doubts: [{ line, reason: 'Chưa hiểu cách tính điểm của tiêu chí này.', assumed: 'Chấm điểm trực tiếp từ 0 đến điểm tối đa.' }],
});

const unread = (lines: readonly string[]): readonly Doubt[] =>
  lines.map((line) => ({ line, reason: 'Không hiểu dòng này trong cách tính điểm.', assumed: 'Dòng này không được dùng để tính điểm.' }));

const none = (list: readonly unknown[], line: string): readonly Doubt[] =>
  list.length > 0 ? [] : [{ line, reason: 'Không đọc được mục nào bên dưới dòng này.', assumed: 'Danh sách để trống, cần bổ sung.' }];

function maxDoubt(said: number | null, max: number, line: string): readonly Doubt[] {
  return samePoints(said, max) ? [] : [{ line, reason: `Dòng ghi ${String(said).replace('.', ',')} điểm, khác điểm tối đa ${String(max).replace('.', ',')} của tiêu chí.`, assumed: 'Lấy điểm tối đa của tiêu chí.' }];
}

