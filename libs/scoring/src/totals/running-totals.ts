import type { CompiledSet } from '../model/compiled-set';
import type { AgencyAnswers } from '../model/result';
import type { RunningTotals } from '../model/running-totals';

export function runningTotals(_set: CompiledSet, _agency: AgencyAnswers): RunningTotals {
  throw new Error('Not written yet');
}
