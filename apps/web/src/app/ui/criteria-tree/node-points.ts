import type { NodeResult } from '@par-index/scoring';
import { pointsFigure } from '../format/number-words';
import type { TreeMark } from './tree-mark';

/** «13,50», «không tính», or the words of the mark; null where no totals are shown at all. */
export function pointsOfNode(nodes: Readonly<Record<string, NodeResult>> | null, code: string, mark: TreeMark | undefined): string | null {
  if (nodes === null) {
    return null;
  }
  if (mark?.insteadOfPoints !== undefined) {
    return mark.insteadOfPoints;
  }
  const node = nodes[code];
  if (!node) {
    return '–';
  }
  return 'excluded' in node ? $localize`không tính` : pointsFigure(node.points);
}
