import type { BandEdges, Measure } from '@par-index/scoring';
import { capital } from './line-award';
import type { Doubt } from './proposal';

/** The measure that a line of its own states; null where the line states none. */
export function saidMeasure(line: string): { readonly measure: Measure; readonly isGuess: boolean } | null {
  return exactMeasure(line) ?? looseMeasure(line);
}

/** Words in brackets behind a figure are its unit, unless they are more than these. */
const LONGEST_UNIT = 3;

function exactMeasure(line: string): ReturnType<typeof saidMeasure> {
  const [, numerator = '', denominator = ''] = /^(?:Tỷ|Tỉ) lệ(?: %)? = (.+?) \/ (.+) [×x] 100\s*%$/iu.exec(line) ?? [];
  if (numerator !== '') {
    return { measure: { type: 'ratio', numerator, denominator }, isGuess: `${numerator}${denominator}`.includes(' / ') };
  }
  const [, current = '', previous = '', again] = /^Tốc độ tăng = \((.+) [−-] (.+)\) \/ (.+) [×x] 100\s*%$/iu.exec(line) ?? [];
  if (current !== '') {
    return { measure: { type: 'growth', current, previous }, isGuess: previous !== again };
  }
  const [, label, unit = ''] = /^Số liệu: (.+?)(?: \(([^()]*)\))?$/iu.exec(line) ?? [];
  return label === undefined ? null : { measure: { type: 'number', label, unit }, isGuess: unit.split(' ').length > LONGEST_UNIT };
}

function looseMeasure(line: string): ReturnType<typeof saidMeasure> {
  const [, numerator, denominator] = /^(?:Tính |Xác định )?(?:tỷ|tỉ) lệ\s*%?\s*(?:giữa )?(.+?)(?: so với| trên| \/) (.+)$/iu.exec(line) ?? [];
  if (numerator === undefined || denominator === undefined || line.includes(':')) {
    return null;
  }
  return { measure: { type: 'ratio', numerator: capital(numerator), denominator: capital(denominator) }, isGuess: true };
}

export interface Guessed {
  readonly measure: Measure;
  readonly doubts: readonly Doubt[];
}

interface Clues {
  readonly title: string;
  readonly unit: string;
  readonly edges: readonly BandEdges[];
  readonly line: string;
}

const PLAN = /(?:thực hiện|hoàn thành)[^,;]*(?:kế hoạch|nhiệm vụ)/iu;
const GROWTH = /(?:mức|tốc độ) (?:tăng|giảm|cải thiện)|so với năm trước/iu;

/** A measure for a rule whose lines do not name their figures: always for a person to look at. */
export function guessedMeasure({ title, unit, edges, line }: Clues): Guessed {
  const measure = guessOf(title, unit, edges);
  const words = measure.type === 'ratio' ? `tỷ lệ «${measure.numerator}» trên «${measure.denominator}»` : measure.type === 'growth' ? `tốc độ tăng «${measure.current}» so với «${measure.previous}»` : `«${measure.label}»${measure.unit === '' ? '' : ` (${measure.unit})`}`;
  return { measure, doubts: [{ line, reason: 'Văn bản không ghi số liệu nào được kê khai để tính.', assumed: `Kê khai ${words}.` }] };
}

function guessOf(title: string, unit: string, edges: readonly BandEdges[]): Measure {
  const negative = edges.some((edge) => Object.values(edge).some((value) => value < 0));
  if (unit !== '%' && !(unit === '' && /(?:tỷ|tỉ) lệ/iu.test(title))) {
    return { type: 'number', label: capital(title), unit };
  }
  if (negative || GROWTH.test(title)) {
    return { type: 'growth', current: 'Số liệu năm đánh giá', previous: 'Số liệu năm trước' };
  }
  return PLAN.test(title)
    ? { type: 'ratio', numerator: 'Số nhiệm vụ đã thực hiện', denominator: 'Số nhiệm vụ theo kế hoạch' }
    : { type: 'ratio', numerator: 'Số lượng đạt yêu cầu', denominator: 'Tổng số' };
}
