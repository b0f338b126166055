import type { Plan } from '../tree/plan';

/** Stands for points where a node is outside the maximum. */
export const EXCLUDED = -1;

/** One agency's points while they are added up, in units, by a node's place. Made once and filled in again for each agency. */
export class Sheet {
  /** Points, or EXCLUDED. */
  readonly units: Float64Array;
  /** Maxima after exclusions. */
  readonly max: Float64Array;
  /** What the children add to a parent; each is back at 0 once the parent is closed. */
  readonly childUnits: Float64Array;
  readonly childMax: Float64Array;
  readonly applicable: Uint32Array;
  readonly short: Uint32Array;
  /** Of the three sections, and of the scored one by source. */
  points = 0;
  bonus = 0;
  penalty = 0;
  self = 0;
  survey = 0;
  /** Of the scored section. */
  applicableMax = 0;

  constructor({ nodes }: Plan) {
    this.units = new Float64Array(nodes.length);
    this.max = new Float64Array(nodes.length);
    this.childUnits = new Float64Array(nodes.length);
    this.childMax = new Float64Array(nodes.length);
    this.applicable = new Uint32Array(nodes.length);
    this.short = new Uint32Array(nodes.length);
  }

  /** Points + bonus − penalty, kept within 0…applicableMax. */
  get net(): number {
    return Math.min(Math.max(this.points + this.bonus - this.penalty, 0), this.applicableMax);
  }
}
