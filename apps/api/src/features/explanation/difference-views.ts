import { type AssessmentView, type DifferenceView, type EvidenceLinkView, type ExplanationRoundView, outcomeOf, type QuestionView, type RemarkSide } from '@par-index/contract';
import type { Difference } from '../appraisal/differences.service';
import type { Seen } from '../assessment/assessment-reading.service';
import { toEntry } from './explanation.mapper';
import type { StoredExplanation } from './explanation.repository';
import { statusOf } from './question';
import type { RemarkSummary } from './remark.repository';

/** Who reads, and what of the assessment they see. */
export interface DifferenceSight {
  readonly seen: Seen;
  readonly view: AssessmentView;
  readonly side: RemarkSide;
  readonly round: ExplanationRoundView;
}

/** Everything that is stored of the differences, before anybody's sight is applied to it; remarks for one side already. */
export interface DifferenceContents {
  readonly differences: readonly Difference[];
  readonly explanations: readonly StoredExplanation[];
  readonly evidence: readonly EvidenceLinkView[];
  readonly remarks: readonly RemarkSummary[];
}

/** The differences that the reader sees. What the agency says is its own until the head has submitted it; what was not submitted stays its own. */
export function differencesInSight(sight: DifferenceSight, contents: DifferenceContents): readonly DifferenceView[] {
  return contents.differences.flatMap((difference) => (sight.seen.shows(difference.code) ? (viewOf(sight, contents, difference) ?? []) : []));
}

function viewOf(sight: DifferenceSight, contents: DifferenceContents, difference: Difference): DifferenceView | null {
  const { code, kind, wanted, ownPoints, appraisedPoints, lost } = difference;
  const { view, side, round } = sight;
  const appraised = view.layers.find((layer) => layer.code === code && layer.layer === difference.layer.layer);
  if (!appraised) {
    return null;
  }
  const isTold = side === 'agency' || round.state === 'submitted';
  const explanation = contents.explanations.find((entry) => entry.code === code) ?? null;
  const remarks = contents.remarks.find((summary) => summary.code === code) ?? null;
  return {
    ...{ code, kind, wanted, ownPoints, appraised, appraisedPoints, lost },
    question: questionOf(sight, { difference, remarks, explanation }),
    answer: view.answers.find((answer) => answer.code === code) ?? null,
    explanation: isTold && explanation ? toEntry(explanation) : null,
    outcome: outcomeOf(round.state, explanation?.stance ?? null),
    evidence: view.evidence.filter((link) => link.code === code),
    explanationEvidence: isTold ? contents.evidence.filter((link) => link.code === code) : [],
    remarks: remarks?.remarks ?? 0,
  };
}

interface Asked {
  readonly difference: Difference;
  readonly remarks: RemarkSummary | null;
  readonly explanation: StoredExplanation | null;
}

/** The newest question, and what became of it. */
function questionOf({ seen, side, round }: DifferenceSight, { difference: { wanted, layer }, remarks, explanation }: Asked): QuestionView | null {
  const first = wanted ? layer.decidedAt : null;
  const later = remarks?.askedAt ?? null;
  const { record } = seen;
  const deadlineAt = record.explanation?.window.deadlineAt ?? null;
  const status = statusOf({ side, askedAt: [first, later], remarkedAt: remarks?.answeredAt ?? null, explanation, round, deadlineAt, now: record.now });
  const [text, at] = later && (!first || later > first) ? [remarks?.asked ?? '', later] : [layer.question, first];
  return status && at ? { text, askedAt: at.toISOString(), status } : null;
}
