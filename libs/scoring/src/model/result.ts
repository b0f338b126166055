import type { Answer } from './answer';

/** One agency as it is scored: its answers by leaf code, and the codes that it is exempt from. */
export interface AgencyAnswers {
  readonly code: string;
  readonly name?: string;
  /** Each code takes its whole subtree out of the maximum. */
  readonly exempt?: readonly string[];
  readonly answers: Readonly<Record<string, Answer>>;
}

/** Points have at most `rounding.points` decimals; percent and index are rounded to `rounding.index`. */
export type NodeResult = { readonly points: number; readonly max: number; readonly percent: number } | { readonly excluded: true };

export interface AgencyResult {
  readonly code: string;
  /** Of the scored section. */
  readonly points: number;
  /** Maximum of the scored section after exclusions. */
  readonly applicableMax: number;
  readonly bonus: number;
  readonly penalty: number;
  /** 100 × (points + bonus − penalty) / applicableMax, kept within 0…100, rounded once. */
  readonly index: number;
  readonly rank: number;
  readonly grade: string | null;
  readonly selfPoints: number;
  readonly surveyPoints: number;
  /** Scored leaves without an answer, worth 0. */
  readonly missing: readonly string[];
  readonly nodes: Readonly<Record<string, NodeResult>>;
}

/** An agency's result without its nodes. */
export type AgencyRank = Pick<AgencyResult, 'code' | 'points' | 'applicableMax' | 'bonus' | 'penalty' | 'index' | 'rank' | 'grade'>;
