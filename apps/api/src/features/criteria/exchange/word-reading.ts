import { checkCriteriaSet, type Measure, measureInWords, type Rule, ruleInWords } from '@par-index/scoring';
import { isDeepStrictEqual } from 'node:util';
import { folded } from './cell-text';
import { type Fields, fieldAt, isFields } from './fields';
import { saidMeasure } from './line-measure';
import { inspectOffice } from './office-package';
import { type ReadWord, readWord } from './read-word';
import { titleOf } from './word-text';
import { type PrintedSet, printedSet, wordDocument } from './write-word';

/**
 * The forms in which a set is printed: with a column for everything; with the three columns of a decision and lines below; and the same
 * without the lines that name the figures or say that points are added, which many decisions leave out.
 */
export const READING_FORMS = ['annex', 'decree', 'bare'] as const;
export type ReadingForm = (typeof READING_FORMS)[number];

/** How the lines of a printed set came back: as they were, marked for a person, or otherwise than they were without a mark. */
export interface ReadingFigures {
  readonly lines: number;
  readonly right: number;
  readonly marked: number;
  /** Of those marked: what was proposed is right all the same. */
  readonly markedRight: number;
  readonly silentlyWrong: number;
  /** The criteria of the last kind. */
  readonly wrongCodes: readonly string[];
}

/** What is measured: a criterion's own row, or the lines that say how it is scored. */
interface Judged {
  readonly code: string;
  readonly lines: number;
  readonly isRight: boolean;
  readonly isMarked: boolean;
}

interface Placed {
  readonly node: Fields;
  readonly pointer: string;
}

function placedNodes(nodes: unknown, pointer: string): readonly Placed[] {
  return (Array.isArray(nodes) ? (nodes as readonly unknown[]) : []).filter(isFields).flatMap((node, index) => {
    const own = `${pointer}/${index}`;
    return [{ node, pointer: own }, ...placedNodes(node['children'], `${own}/children`)];
  });
}

const measuresOf = (rule: Rule): readonly Measure[] => ('measure' in rule ? [rule.measure] : rule.kind === 'bestOf' ? rule.cases.flatMap((one) => measuresOf(one.rule)) : []);

/** What the figures of a rule are called, as they are printed: a number with its unit. */
export const namesOf = (rule: Rule): readonly string[] => measuresOf(rule).map(measureInWords);

/** The limits of a measure as they are in force. */
function inForce(measure: Measure): unknown {
  if (measure.type === 'ratio') return { ...measure, max: measure.max ?? 100 };
  return measure.type === 'number' ? { ...measure, min: measure.min ?? 0, max: measure.max ?? null } : measure;
}

/** Two rules that ask for the same figures and give the same points are the same, whatever their ids and kind. */
export function saysTheSame(a: unknown, b: unknown, max: number): boolean {
  if (a === undefined || b === undefined) return a === b;
  const [one, other] = [a as Rule, b as Rule];
  return isDeepStrictEqual(ruleInWords(one, max), ruleInWords(other, max)) && isDeepStrictEqual(measuresOf(one).map(inForce), measuresOf(other).map(inForce));
}

const PRINTED_FIELDS: Readonly<Record<ReadingForm, readonly string[]>> = {
  annex: ['section', 'combine', 'appraiser', 'source', 'whenNotApplicable', 'evidence.hint', 'guidance', 'legalBasis'],
  decree: ['section', 'combine', 'source', 'whenNotApplicable', 'legalBasis'],
  bare: [],
};
const DEFAULTS: Fields = { section: 'scored', combine: 'sum', source: 'self', whenNotApplicable: 'forbidden' };

const sameField = (a: Fields, b: Fields, path: string): boolean => isDeepStrictEqual(fieldAt(a, path) ?? DEFAULTS[path], fieldAt(b, path) ?? DEFAULTS[path]);

function judge(was: Fields, read: Placed | undefined, { marks, form }: Reading): readonly Judged[] {
  const code = String(was['code']);
  const max = Number(was['max']);
  const node = read?.node ?? {};
  const isMarked = read !== undefined && marks.some((pointer) => pointer === read.pointer || (pointer.startsWith(`${read.pointer}/`) && !pointer.startsWith(`${read.pointer}/children`)));
  const sameTitle = titleOf(String(was['title'])) === node['title'];
  const isRight = sameTitle && node['max'] === max && PRINTED_FIELDS[form].every((path) => sameField(was, node, path));
  const row = { code, lines: 1, isRight, isMarked };
  if (was['rule'] === undefined) return [row];
  return [row, { code, lines: linesIn(ruleInWords(was['rule'] as Rule, max), form).length, isRight: saysTheSame(was['rule'], node['rule'], max), isMarked }];
}

interface Reading {
  /** Pointers of what is marked: doubtful lines, and errors that the checks find. */
  readonly marks: readonly string[];
  readonly form: ReadingForm;
}

const sum = (judged: readonly Judged[]): number => judged.reduce((total, { lines }) => total + lines, 0);

function figuresOf(judged: readonly Judged[]): ReadingFigures {
  const marked = judged.filter(({ isMarked }) => isMarked);
  const wrong = judged.filter(({ isRight, isMarked }) => !isRight && !isMarked);
  return {
    lines: sum(judged),
    right: sum(judged.filter(({ isRight, isMarked }) => isRight && !isMarked)),
    marked: sum(marked),
    markedRight: sum(marked.filter(({ isRight }) => isRight)),
    silentlyWrong: sum(wrong),
    wrongCodes: wrong.map(({ code }) => code),
  };
}

/** How a document that was read compares with the set that was printed. */
export function compareReading(set: Fields, { document, doubts }: ReadWord, form: ReadingForm): ReadingFigures {
  const errors = checkCriteriaSet({ year: 2000, appliesTo: 'x', ...document }).findings.filter(({ severity }) => severity === 'error');
  const marks = [...doubts, ...errors].map(({ pointer }) => pointer);
  const read = new Map(placedNodes(document['criteria'], '/criteria').map((placed) => [String(placed.node['code']), placed]));
  return figuresOf(placedNodes(set['criteria'], '/criteria').flatMap(({ node }) => judge(node, read.get(String(node['code'])), { marks, form })));
}

const LEFT_OUT = /^(?:cộng điểm các nội dung đạt|điểm = tỷ lệ bình quân|đạt tất cả \d+ nội dung)/iu;

const linesIn = (lines: readonly string[], form: ReadingForm): readonly string[] =>
  form === 'bare' ? lines.filter((line) => saidMeasure(line) === null && !LEFT_OUT.test(line)) : lines;

const inForm = (printed: PrintedSet, form: ReadingForm): PrintedSet => ({ ...printed, rows: printed.rows.map((row) => ({ ...row, lines: linesIn(row.lines, form), notes: form === 'bare' ? [] : row.notes })) });

/** Prints a set the usual way, reads it back, and counts. */
export async function measureReading(set: Fields, form: ReadingForm): Promise<ReadingFigures> {
  const codes = placedNodes(set['criteria'], '').flatMap(({ node }) => (typeof node['appraiser'] === 'string' ? [node['appraiser']] : []));
  const names = new Map(codes.map((code) => [code, `Cơ quan ${code}`]));
  const bytes = await wordDocument(inForm(printedSet(set, names), form), form === 'annex' ? 'annex' : 'decree');
  const { kind, refusal } = await inspectOffice(bytes);
  const agencies = new Map([...names].map(([code, name]) => [folded(name), code]));
  const read = kind === 'word' && refusal === null ? await readWord(bytes, { agencies, groups: [] }) : { refusal: refusal ?? 'no document' };
  if ('refusal' in read) {
    throw new Error(`the printed set could not be read: ${read.refusal}`);
  }
  return compareReading(set, read, form);
}
