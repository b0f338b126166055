import type { FormAnswers } from '@par-index/contract';

export interface Storm {
  readonly origin: string;
  readonly linkCodes: readonly string[];
  readonly forms: number;
  /** How many send at once. */
  readonly devices: number;
  /** Of a hundred attempts, how many are cut, doubled or delayed. */
  readonly faultPercent: number;
  readonly answersOf: (place: number) => FormAnswers;
}

export interface StormOutcome {
  /** Ids of the forms. */
  acknowledged: string[];
  requests: number;
  cut: number;
  doubled: number;
  delayed: number;
  /** Milliseconds from the first attempt to the acknowledgement, of the one that took longest. */
  slowest: number;
}

export function surveyStorm(storm: Storm): Promise<StormOutcome>;
