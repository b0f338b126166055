import { type Fields, isFields } from '../answer/fields';
import { below } from '../answer/pointer';
import type { Finding } from '../model/finding';
import { caseRefusal } from './case-refusal';

const FORMAT = 'par-scoring-case/1';
interface FieldNames {
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

const CASE_FIELDS = { required: ['format', 'criteriaSet', 'agencies'], optional: [] };
const AGENCY_FIELDS = { required: ['code', 'answers'], optional: ['name', 'exempt'] };

/** Every refusal of a case's own fields; what is inside `criteriaSet` and the answers is not looked at. */
export function checkCaseShape(document: unknown): readonly Finding[] {
  if (!isFields(document)) return [caseRefusal('case.not-object', '', {})];
  return [...checkNames(document, CASE_FIELDS, ''), ...checkFormat(document['format']), ...checkAgencyList(document['agencies'])];
}

function checkNames(fields: Fields, names: FieldNames, at: string): readonly Finding[] {
  const known = [...names.required, ...names.optional];
  const unknown = Object.keys(fields).filter((field) => !known.includes(field));
  const missing = names.required.filter((field) => !Object.hasOwn(fields, field));
  return [
    ...unknown.map((field) => caseRefusal('case.unknown-field', below(at, field), { field })),
    ...missing.map((field) => caseRefusal('case.missing-field', below(at, field), { field })),
  ];
}

function checkFormat(format: unknown): readonly Finding[] {
  return format === undefined || format === FORMAT ? [] : [caseRefusal('case.wrong-format', '/format', { expected: FORMAT })];
}

function checkAgencyList(agencies: unknown): readonly Finding[] {
  if (agencies === undefined) return [];
  if (!Array.isArray(agencies)) return [caseRefusal('case.not-list', '/agencies', { field: 'agencies' })];
  const list: readonly unknown[] = agencies;
  return [...list.flatMap((agency, index) => checkAgencyShape(agency, `/agencies/${index}`)), ...checkCodesDiffer(list)];
}

function checkAgencyShape(agency: unknown, at: string): readonly Finding[] {
  if (!isFields(agency)) return [caseRefusal('case.not-object', at, {})];
  const { answers } = agency;
  return [
    ...checkNames(agency, AGENCY_FIELDS, at),
    ...['code', 'name'].flatMap((field) => checkText(agency[field], field, below(at, field))),
    ...checkExempt(agency['exempt'], below(at, 'exempt')),
    ...(answers === undefined || isFields(answers) ? [] : [caseRefusal('case.not-object', below(at, 'answers'), {})]),
  ];
}

function checkText(value: unknown, field: string, at: string): readonly Finding[] {
  return value === undefined || (typeof value === 'string' && value.trim() !== '') ? [] : [caseRefusal('case.not-text', at, { field })];
}

function checkExempt(exempt: unknown, at: string): readonly Finding[] {
  if (exempt === undefined) return [];
  if (!Array.isArray(exempt)) return [caseRefusal('case.not-list', at, { field: 'exempt' })];
  const codes: readonly unknown[] = exempt;
  return codes.flatMap((criterion, index): readonly Finding[] => {
    if (typeof criterion !== 'string') return [caseRefusal('case.not-text', below(at, index), { field: 'exempt' })];
    return codes.indexOf(criterion) < index ? [caseRefusal('case.doubled-exemption', below(at, index), { criterion })] : [];
  });
}

function checkCodesDiffer(agencies: readonly unknown[]): readonly Finding[] {
  const codes = agencies.map((agency) => (isFields(agency) ? agency['code'] : undefined));
  return codes.flatMap((agency, index): readonly Finding[] => {
    const doubled = typeof agency === 'string' && codes.indexOf(agency) < index;
    return doubled ? [caseRefusal('case.doubled-agency', `/agencies/${index}/code`, { agency })] : [];
  });
}
