import type { AppraisalLayerView } from '@par-index/contract';
import type { StandingLayer } from './appraisal.repository';

export function toLayerView({ code, layer, kind, answer, points, reason, explanationWanted, question, decidedAt, decidedBy, version }: StandingLayer): AppraisalLayerView {
  const figures = { answer, points: points === null ? null : Number(points) };
  return { code, layer, kind, ...figures, reason, explanationWanted, question, decidedAt: decidedAt.toISOString(), decidedBy, version };
}
