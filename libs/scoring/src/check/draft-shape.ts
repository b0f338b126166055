import type { Finding } from '../model/finding';
import { DEEPEST, Place } from './place';
import { isRecord, ownMember, type UnknownRecord } from './shape';

/** More than any set has, and little enough for a page to show and a server to keep. */
const MOST_NODES = 2000;
const MOST_LEVELS = 12;
const LONGEST_TEXT = 20_000;
const LONGEST_LIST = 500;

/** What is a list or an object where it is there at all, wherever it stands; everything else holds one value. */
const LISTS = ['criteria', 'children', 'grades', 'tieBreak', 'options', 'items', 'bands', 'cases', 'examples', 'checked'];
const OBJECTS = ['rounding', 'ranking', 'rule', 'evidence', 'measure', 'linear', 'given', 'counts', 'responses'];
const TEXTS_OF_SET = ['code', 'title', 'appliesTo', 'legalBasis'];
const TEXTS_OF_NODE = ['code', 'title'];

/**
 * What a draft must be, however wrong it still is: a tree that an editor can show. Lists and objects where the format has them, code and
 * title of every node as text, and no more of anything than a set can have. Empty where it may be saved; everything else is for
 * `reviewCriteriaSet`. Never throws, whatever the JSON.
 */
export function draftShapeErrors(document: unknown): readonly Finding[] {
  const findings: Finding[] = [];
  const at = Place.root(findings);
  if (!isRecord(document)) {
    at.error('set.not-an-object', {});
    return findings;
  }
  checkTexts(document, TEXTS_OF_SET, at);
  checkContainers(document, at);
  if (findings.length === 0) checkTree(document, at);
  return findings;
}

function checkTexts(fields: UnknownRecord, names: readonly string[], at: Place): void {
  for (const name of names) {
    const value = ownMember(fields, name);
    if (value !== undefined && typeof value !== 'string') at.member(name).error('set.not-text', {});
  }
}

/** Looks through the whole of it, without ever calling itself deeper than a set may be. */
function checkContainers(value: unknown, at: Place): void {
  if (at.depth > DEEPEST) return void at.error('set.too-deep', { deepest: DEEPEST });
  if (typeof value === 'string' && value.length > LONGEST_TEXT) at.error('draft.text-too-long', { most: LONGEST_TEXT });
  if (Array.isArray(value)) return checkList(value, at);
  if (!isRecord(value)) return;
  for (const [name, member] of Object.entries(value)) checkMember(name, member, at.member(name));
}

function checkList(list: readonly unknown[], at: Place): void {
  if (list.length > LONGEST_LIST) return void at.error('draft.list-too-long', { most: LONGEST_LIST });
  list.forEach((member, index) => checkContainers(member, at.member(index)));
}

function checkMember(name: string, member: unknown, at: Place): void {
  if (LISTS.includes(name) && !Array.isArray(member)) return void at.error('set.not-a-list', {});
  if (OBJECTS.includes(name) && !isRecord(member)) return void at.error('set.not-an-object', {});
  if (!LISTS.includes(name) && Array.isArray(member)) return void at.error('draft.not-one-value', {});
  checkContainers(member, at);
}

/** The levels of a tree as deep as it may be. */
function checkTree(document: UnknownRecord, at: Place): void {
  if (!Object.hasOwn(document, 'criteria')) return void at.member('criteria').error('set.missing-field', { field: 'criteria' });
  const count = checkNodes(ownMember(document, 'criteria') as readonly unknown[], at.member('criteria'), 1);
  if (count > MOST_NODES) at.member('criteria').error('draft.too-many-nodes', { most: MOST_NODES, count });
}

function checkNodes(nodes: readonly unknown[], at: Place, level: number): number {
  if (level > MOST_LEVELS) {
    at.error('set.too-deep', { deepest: MOST_LEVELS });
    return nodes.length;
  }
  return nodes.reduce((count: number, node, index) => count + checkNode(node, at.member(index), level), 0);
}

function checkNode(node: unknown, at: Place, level: number): number {
  if (!isRecord(node)) {
    at.error('set.not-an-object', {});
    return 1;
  }
  for (const name of TEXTS_OF_NODE) if (!Object.hasOwn(node, name)) at.member(name).error('set.missing-field', { field: name });
  checkTexts(node, TEXTS_OF_NODE, at);
  checkEntries(node, at);
  const children = ownMember(node, 'children');
  return 1 + (children === undefined ? 0 : checkNodes(children as readonly unknown[], at.member('children'), level + 1));
}

/** What a rule lists are objects: an editor shows a row for each. */
function checkEntries(node: UnknownRecord, at: Place): void {
  const rule = ownMember(node, 'rule');
  if (isRecord(rule)) checkRuleEntries(rule, at.member('rule'));
}

function checkRuleEntries(rule: UnknownRecord, at: Place): void {
  for (const name of ['options', 'items', 'bands', 'cases', 'examples']) {
    const list = ownMember(rule, name);
    if (Array.isArray(list)) list.forEach((entry: unknown, index) => checkEntry(entry, at.member(name).member(index)));
  }
}

function checkEntry(entry: unknown, at: Place): void {
  if (!isRecord(entry)) return void at.error('set.not-an-object', {});
  const rule = ownMember(entry, 'rule');
  if (isRecord(rule)) checkRuleEntries(rule, at.member('rule'));
}
