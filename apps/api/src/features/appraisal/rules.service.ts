/** The pure rules of an appraisal that features to the right apply too. */
export { isInTree } from './exempt-codes';
export { type AppraisedAnswer, losesPoints } from './points-lost';
export { answersInForce, byCode, type DeclaredAnswer, grouped, highestOf, type LayerAnswer, layersUpTo } from './in-force';
export { changesPoints } from './standing';
