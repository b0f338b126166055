import { folded } from './cell-text';
import type { Fields } from './fields';
import { piecesOf } from './line-award';
import { proposeRule } from './propose-rule';
import { COMBINE_WORDS, NOT_APPLICABLE_WORDS, SOURCE_WORDS } from './workbook-words';
import type { RowDoubt, WordNode } from './word-rows';

/** Codes of agencies by their names without accents. */
export type Names = ReadonlyMap<string, string>;

/** What the printed form of a set says in its column of notes; a decision of another hand says it in its own words. */
export const NOTE = {
  notApplicable: 'Khi không áp dụng: ',
  legalBasis: 'Căn cứ: ',
  bonus: 'Điểm thưởng, ngoài thang điểm',
  penalty: 'Điểm trừ, ngoài thang điểm',
  optional: 'Không bắt buộc: ',
} as const;

interface NodeReading {
  readonly fields: Fields;
  readonly found: readonly RowDoubt[];
}

const valueOf = <T>(words: readonly (readonly [T, string])[], said: string): T | undefined => words.find(([, word]) => folded(word) === folded(said))?.[0];

/** The fields of one criterion, without its children, and what is doubtful in them. */
export function nodeFields(node: WordNode, names: Names, level: 'top' | 'below'): NodeReading {
  const isParent = node.children.length > 0;
  const note = notesOf(node.note);
  const max = maxOf(node);
  const section = level === 'top' ? sectionOf(node, note.section) : { fields: {}, found: [] };
  const appraiser = appraiserOf(node, names);
  const leaf = isParent ? linesOfParent(node, note) : leafOf(node, max.max, note);
  const fields = { code: node.code, title: node.title, max: max.max, ...section.fields, ...appraiser.fields, ...note.fields, ...leaf.fields };
  return { fields, found: [...max.found, ...section.found, ...appraiser.found, ...leaf.found] };
}

const doubtOf = ({ row, title }: WordNode, reason: string, assumed: string): RowDoubt => ({ row: row.number, line: `${row.ordinal} ${title} ${row.maxText}`.trim(), reason, assumed });

function maxOf(node: WordNode): { readonly max: number; readonly found: readonly RowDoubt[] } {
  if (node.row.max !== null) {
    return { max: node.row.max, found: [] };
  }
  const points = node.lines.flatMap(({ text }) => piecesOf(text).flatMap(({ award }) => (award?.kind === 'points' ? [award.points] : [])));
  const max = node.children.length > 0 ? node.children.reduce((sum, child) => sum + Math.round((child.row.max ?? 0) * 10_000), 0) / 10_000 : Math.max(0, ...points);
  const reason = node.row.maxText === '' ? 'Không ghi điểm tối đa.' : `Không đọc được điểm tối đa «${node.row.maxText}».`;
  return { max, found: [doubtOf(node, reason, `Điểm tối đa ${String(max).replace('.', ',')}.`)] };
}

function sectionOf(node: WordNode, said: string | undefined): NodeReading {
  if (said !== undefined) {
    return { fields: { section: said }, found: [] };
  }
  const title = folded(node.title);
  const section = /^diem (?:thuong|cong)/.test(title) ? 'bonus' : /^diem (?:tru|phat)/.test(title) ? 'penalty' : undefined;
  const words = section === 'bonus' ? 'Điểm thưởng, cộng ngoài thang điểm.' : 'Điểm trừ, ngoài thang điểm.';
  return section === undefined ? { fields: {}, found: [] } : { fields: { section }, found: [doubtOf(node, 'Chỉ tên tiêu chí cho biết đây là điểm ngoài thang điểm.', words)] };
}

function appraiserOf(node: WordNode, names: Names): NodeReading {
  const said = node.appraiser.join(' ').trim();
  const code = names.get(folded(said));
  if (said === '' || code !== undefined) {
    return { fields: code === undefined ? {} : { appraiser: code }, found: [] };
  }
  return { fields: {}, found: [{ row: node.row.number, line: said, reason: 'Không có cơ quan mang tên này trong danh sách.', assumed: 'Để trống cơ quan thẩm định.' }] };
}

interface Notes {
  readonly fields: Fields;
  readonly guidance: string;
  readonly section: 'bonus' | 'penalty' | undefined;
}

/** The notes that say something a set has a field for; all others are guidance. */
function notesOf(notes: readonly string[]): Notes {
  const guidance: string[] = [];
  let fields: Fields = {};
  let section: Notes['section'];
  for (const note of notes) {
    const known = fieldOfNote(note);
    section = note === NOTE.bonus ? 'bonus' : note === NOTE.penalty ? 'penalty' : section;
    fields = { ...fields, ...known };
    if (known === null && note !== NOTE.bonus && note !== NOTE.penalty) guidance.push(note);
  }
  return { fields, guidance: guidance.join('\n'), section };
}

/** Whether a line says something of the criterion itself that a set has a field for, rather than how its points are given. */
export const isNote = (text: string): boolean => fieldOfNote(text) !== null || text === NOTE.bonus || text === NOTE.penalty;

function fieldOfNote(note: string): Fields | null {
  const source = valueOf(SOURCE_WORDS, note);
  const combine = valueOf(COMBINE_WORDS, note);
  const whenNotApplicable = note.startsWith(NOTE.notApplicable) ? valueOf(NOT_APPLICABLE_WORDS, note.slice(NOTE.notApplicable.length)) : undefined;
  if (source !== undefined) return { source };
  if (combine !== undefined) return { combine };
  if (whenNotApplicable !== undefined) return { whenNotApplicable };
  return note.startsWith(NOTE.legalBasis) ? { legalBasis: note.slice(NOTE.legalBasis.length) } : null;
}

/** Lines under a criterion that has criteria of its own belong to none of them. */
function linesOfParent({ row: own, lines, evidence }: WordNode, { guidance }: Notes): NodeReading {
  const unused = [...lines, ...[guidance, ...evidence].filter((text) => text !== '').map((text) => ({ row: own.number, text }))];
  const reason = 'Dòng nằm dưới tiêu chí còn có tiêu chí con.';
  return { fields: {}, found: unused.map(({ row, text }) => ({ row, line: text, reason, assumed: 'Dòng này không được nạp.' })) };
}

function leafOf(node: WordNode, max: number, { fields: notes, guidance }: Notes): NodeReading {
  const { rule, doubts } = proposeRule({ title: node.title, max, lines: node.lines.map(({ text }) => text) });
  const isSurvey = rule.kind === 'survey' && notes['source'] === undefined;
  const found = doubts.map((doubt) => ({ row: node.lines.find(({ text }) => doubt.line.includes(text) || text.includes(doubt.line))?.row ?? node.row.number, ...doubt }));
  return { fields: { rule, ...(isSurvey ? { source: 'survey' } : {}), ...evidenceOf(node.evidence), ...(guidance === '' ? {} : { guidance }) }, found };
}

function evidenceOf(texts: readonly string[]): Fields {
  const said = texts.join('\n').trim();
  if (said === '') return {};
  const optional = said.startsWith(NOTE.optional);
  return { evidence: optional ? { required: false, hint: said.slice(NOTE.optional.length) } : { required: true, hint: said } };
}
