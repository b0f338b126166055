/** What a layer will say of where it comes from. */
export interface SourceFacts {
  readonly percent: string;
  readonly low: string | null;
  readonly high: string | null;
  readonly responses: number | null;
  /** The questions, or who measured it elsewhere. */
  readonly from: string;
}

/** «Khảo sát «SIPAS 2026» (hai-long-chung): 214 phiếu, đạt 91,17 % (khoảng tin cậy 95 %: 86,61–94,28 %)». */
export function sourceWords(title: string, { percent, low, high, responses, from }: SourceFacts): string {
  const forms = responses === null ? '' : `${responses} phiếu, `;
  const interval = low === null || high === null ? '' : ` (khoảng tin cậy 95 %: ${comma(low)}–${comma(high)} %)`;
  return `Khảo sát «${title}» (${from}): ${forms}đạt ${comma(shortened(percent))} %${interval}`;
}

const comma = (decimal: string): string => decimal.replace('.', ',');

/** Without zeros at its end. */
const shortened = (decimal: string): string => (decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal);
