import type { DifferenceKind } from '@par-index/contract';
import { type Answer, type CompiledLeaf, type CompiledSet, scoreLeaf, subtractPoints } from '@par-index/scoring';
import type { StandingLayer } from './appraisal.repository';
import { isExempt } from './appraisal-record';
import type { AppraisalScene } from './appraisal-scene.service';
import { highestOf, layersUpTo } from './in-force';
import { losesPoints } from './points-lost';

/** A criterion that the agency may explain. */
export interface Difference {
  readonly code: string;
  readonly kind: DifferenceKind;
  readonly wanted: boolean;
  /** Appraisal 1, or the figure that was accepted. */
  readonly layer: StandingLayer;
  readonly ownPoints: number | null;
  readonly appraisedPoints: number | null;
  /** Null where it is only asked about, and where only the group can tell. */
  readonly lost: number | null;
}

/**
 * Wherever points were lost or deducted, with or without a word of the agency's own, and whatever appraisal 1 asks about: what is asked about first, then
 * in the order of the set. What nobody decided counts as declared, so nothing is lost there. Later layers change nothing of it.
 */
export function differencesOf(scene: AppraisalScene): readonly Difference[] {
  const found = scene.set.leaves.filter(({ code }) => !isExempt(scene.record, code)).flatMap((leaf) => differenceOf(scene, leaf) ?? []);
  return [...found.filter(({ wanted }) => wanted), ...found.filter(({ wanted }) => !wanted)];
}

function differenceOf(scene: AppraisalScene, leaf: CompiledLeaf): Difference | null {
  const layer = highestOf(layersUpTo(scene.layersOf(leaf.code), 'appraisal-1'));
  if (!layer) {
    return null;
  }
  const declared = scene.declaredOf(leaf);
  const loses = losesPoints(scene.set, leaf, { declared, inForce: layer.answer });
  if (!loses && !layer.explanationWanted) {
    return null;
  }
  const figures = figuresOf(scene.set, leaf, { declared, appraised: layer.answer });
  return { code: leaf.code, kind: loses ? kindOf(leaf) : 'asked', wanted: layer.explanationWanted, layer, ...figures, lost: loses ? figures.lost : null };
}

const kindOf = ({ section, source }: CompiledLeaf): DifferenceKind => (section === 'penalty' ? 'deducted' : source === 'self' ? 'lowered' : 'short');

function figuresOf(set: CompiledSet, { code, source, section, max }: CompiledLeaf, { declared, appraised }: { readonly declared: Answer | null; readonly appraised: Answer | null }) {
  const own = source === 'self' ? scoreLeaf(set, code, declared).points : null;
  const after = scoreLeaf(set, code, appraised).points;
  const before = source === 'self' ? own : section === 'penalty' ? 0 : max;
  const [from, to] = section === 'penalty' ? [after, before] : [before, after];
  return { ownPoints: declared === null ? null : own, appraisedPoints: after, lost: from === null || to === null ? null : subtractPoints(from, to) };
}
