import type { Answer } from '../model/answer';
import type { Measure } from '../model/measure';
import { growth } from './growth';
import type { MeasureKind } from './measure-kind';
import { number } from './number';
import { ratio } from './ratio';

const MEASURES = { ratio, number, growth };

/** How a measure reads its answers. */
export function measureKind(measure: Measure): MeasureKind<Measure, Answer> {
  return MEASURES[measure.type];
}
