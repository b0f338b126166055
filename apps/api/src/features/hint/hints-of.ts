import { digestOf } from '../../platform/digest/digest';
import { documentDates, sharedFile, signatureTimes } from './document-hints';
import { figureUnlike, ratioJumped } from './figure-hints';
import type { FoundHint, HintRule, HintSubject } from './hint-facts';
import { farFromGroup, farFromHistory } from './points-hints';

const RULES: readonly HintRule[] = [farFromHistory, farFromGroup, ratioJumped, figureUnlike, sharedFile, documentDates, signatureTimes];

export interface KeyedHint extends FoundHint {
  readonly key: string;
}

/** Every hint of one criterion at one agency, in the order of the rules. */
export function hintsOf(subject: HintSubject): readonly KeyedHint[] {
  return RULES.flatMap((rule) => rule(subject)).map((hint) => ({ ...hint, key: keyOf(hint) }));
}

/** The same kind on the same facts is the same hint; other facts make another one, which no dismissal covers. */
export const keyOf = ({ kind, facts }: Pick<FoundHint, 'kind' | 'facts'>): string => `${kind}.${digestOf(facts).slice(0, 32)}`;
