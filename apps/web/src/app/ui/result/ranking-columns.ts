import type { FieldHead, ResultRow } from '@par-index/contract';
import { type NodeResult, subtractPoints } from '@par-index/scoring';
import type { Column } from '../data-table/table-order';
import { numberInWords, pointsFigure } from '../format/number-words';

/** The columns of a ranking: rank, agency, index, change, grade, then each field of the set. */
export function rankingColumns(fields: readonly FieldHead[]): readonly Column<ResultRow>[] {
  return [
    { id: 'rank', head: $localize`Hạng`, align: 'number', text: ({ rank }) => String(rank), value: ({ rank }) => rank },
    { id: 'agency', head: $localize`Cơ quan`, wide: true, value: ({ agency }) => agency.name },
    { id: 'index', head: $localize`Chỉ số (%)`, align: 'number', value: ({ index }) => index, falling: true },
    { id: 'change', head: $localize`So với năm trước`, align: 'number', text: indexChange, value: changeOf, falling: true, from: 900 },
    { id: 'grade', head: $localize`Xếp loại`, text: ({ grade }) => grade ?? '–', value: ({ grade }) => grade, oneLine: true, from: 600 },
    ...fields.map((field) => fieldColumn(field)),
  ];
}

function fieldColumn({ code, title, max, section }: FieldHead): Column<ResultRow> {
  const head = section === 'scored' ? `${code}. ${title} (${numberInWords(max)})` : `${title} (${numberInWords(max)})`;
  return { id: `field-${code}`, head, align: 'number', text: ({ fields }) => nodePoints(fields[code]), value: ({ fields }) => nodeValue(fields[code]), falling: true, wordy: true, from: 1200 };
}

/** «12,75»; a dash where the whole field is excluded. */
export function nodePoints(node: NodeResult | undefined): string {
  return node && 'points' in node ? pointsFigure(node.points) : '–';
}

function nodeValue(node: NodeResult | undefined): number | null {
  return node && 'points' in node ? node.points : null;
}

function changeOf({ index, previousIndex }: ResultRow): number | null {
  return previousIndex === null ? null : subtractPoints(index, previousIndex);
}

/** «+1,25», «−0,40», «0,00», or a dash where there was no year before. */
export function indexChange(row: ResultRow): string {
  const change = changeOf(row);
  if (change === null) {
    return '–';
  }
  return change > 0 ? `+${numberInWords(change, 2)}` : numberInWords(change, 2);
}

/** «tăng 2 bậc», «giảm 1 bậc», «giữ hạng», or null where there was no year before. */
export function rankMove({ rank, previousRank }: Pick<ResultRow, 'rank' | 'previousRank'>): string | null {
  if (previousRank === null) {
    return null;
  }
  const steps = previousRank - rank;
  if (steps === 0) {
    return $localize`giữ hạng`;
  }
  return steps > 0 ? $localize`tăng ${steps}:steps: bậc` : $localize`giảm ${-steps}:steps: bậc`;
}
