import type { Answer } from '../model/answer';
import type { CriteriaSet, CriterionNode, LeafNode, ParentNode } from '../model/criteria-set';
import type { AgencyAnswers } from '../model/result';

/** A set of these criteria; all the rest is usual. */
export function setOf(criteria: readonly CriterionNode[], settings: Partial<CriteriaSet> = {}): CriteriaSet {
  return { format: 'par-criteria-set/1', code: 'nho', title: 'Bộ nhỏ', year: 2026, appliesTo: 'so-ban-nganh', ...settings, criteria };
}

/** A leaf whose points are entered as they are, out of 1. */
export function leafOf(code: string, settings: Partial<LeafNode> = {}): LeafNode {
  return { code, title: `Tiêu chí ${code}`, max: 1, rule: { kind: 'direct' }, ...settings };
}

/** A parent; `max` is the sum of its children's. */
export function parentOf(code: string, children: readonly CriterionNode[], settings: Partial<ParentNode> = {}): ParentNode {
  const units = children.reduce((sum, child) => sum + Math.round(child.max * 10_000), 0);
  return { code, title: `Mục ${code}`, max: units / 10_000, children, ...settings };
}

export function agencyOf(answers: Readonly<Record<string, Answer>>, settings: Partial<AgencyAnswers> = {}): AgencyAnswers {
  return { code: 'so-tu-phap', ...settings, answers };
}

export const points = (value: number): Answer => ({ points: value });
export const notApplicable: Answer = { notApplicable: true, reason: 'Không có nhiệm vụ' };
export const awarded = (value: number): Answer => ({ awarded: value, reason: 'Thẩm định' });

/** A `relative` leaf over a share. */
export const relativeLeaf = (code: string, settings: Partial<LeafNode> = {}): LeafNode =>
  leafOf(code, { rule: { kind: 'relative', measure: { type: 'ratio', numerator: 'Trực tuyến', denominator: 'Tất cả' } }, ...settings });
export const ratio = (numerator: number, denominator = 100): Answer => ({ numerator, denominator });
