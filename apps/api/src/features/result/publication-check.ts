import type { AssessmentState, PublicationBlocker } from '@par-index/contract';
import { bestOfRelative, compileCriteriaSet, type CompiledLeaf, type CompiledSet } from '@par-index/scoring';
import { isInTree } from '../appraisal/rules.service';
import type { OpenMatter } from '../petition/open-matters.service';
import type { OpenProposal } from '../survey/open-proposals.service';
import type { GroupDocument } from './snapshot-document';

/** A group with the state of each assessment, in the order of the document's agencies. */
export interface CheckedGroup {
  readonly document: GroupDocument;
  readonly states: readonly AssessmentState[];
}

type Kind = PublicationBlocker['kind'];

/** What stands in the way of publishing a group, agency by agency. */
export function blockersOf({ document, states }: CheckedGroup): readonly PublicationBlocker[] {
  const set = compileCriteriaSet(document.case.criteriaSet);
  const figured = leavesWithFigure(document);
  const ranked = new Set(Object.keys(bestOfRelative(set, document.case.agencies)));
  return document.agencies.flatMap((agency, place) => {
    const scored = document.case.agencies[place];
    const lacks = (leaf: CompiledLeaf) => scored !== undefined && scored.answers[leaf.code] === undefined && !isInTree(leaf.code, scored.exempt ?? []);
    const codes = (kind: Kind, wanted: (leaf: CompiledLeaf) => boolean) => blocker(agency, kind, set.leaves.filter((leaf) => wanted(leaf) && lacks(leaf)));
    return [
      ...(states[place] === 'decided' ? [] : [undecided(agency)]),
      ...codes('imported-missing', ({ source }) => source === 'imported'),
      ...codes('survey-missing', ({ source, code }) => source === 'survey' && needsSurvey(set, figured, code)),
      ...codes('relative-missing', ({ rule, code }) => rule.kind === 'relative' && !ranked.has(code)),
    ];
  });
}

/** Leaves that some agency of the group has an answer to. */
const leavesWithFigure = (document: GroupDocument): ReadonlySet<string> => new Set(document.case.agencies.flatMap(({ answers }) => Object.keys(answers)));

/**
 * Where the set takes a criterion without survey out of the maximum, no survey need have been held; but one that was held for some of
 * the group must have been held for all.
 */
const needsSurvey = ({ set }: CompiledSet, figured: ReadonlySet<string>, code: string): boolean => set.withoutSurvey !== 'exclude' || figured.has(code);

type Agency = GroupDocument['agencies'][number];

const refOf = ({ id, code, name, shortName }: Agency) => ({ id, code, name, shortName });

function undecided(agency: Agency): PublicationBlocker {
  return { kind: 'assessment-undecided', agency: refOf(agency), codes: [], detail: `${agency.name}: hồ sơ chưa được kết luận.` };
}

/** What the council or a petitioner still waits for. */
export const openMattersOf = (matters: readonly OpenMatter[]): readonly PublicationBlocker[] =>
  matters.map(({ kind, agency, codes }) => ({ kind, agency, codes, detail: `${agency.name}: ${WORDS[kind]} tiêu chí ${codes.join(', ')}.` }));

/** What a survey proposes and nobody has decided. */
export const openProposalsOf = (proposals: readonly OpenProposal[]): readonly PublicationBlocker[] =>
  proposals.map(({ agency, codes }) => ({ kind: 'survey-proposal-open', agency, codes, detail: `${agency.name}: ${WORDS['survey-proposal-open']} tiêu chí ${codes.join(', ')}.` }));

const WORDS: Readonly<Record<Exclude<Kind, 'assessment-undecided'>, string>> = {
  'council-item-open': 'Hội đồng chưa kết luận',
  'petition-open': 'chưa trả lời kiến nghị về',
  'survey-proposal-open': 'chưa quyết định đề xuất từ khảo sát cho',
  'imported-missing': 'chưa nhập số liệu từ nguồn ngoài của',
  'survey-missing': 'chưa có kết quả khảo sát của',
  'relative-missing': 'chưa có số liệu để so trong nhóm ở',
};

function blocker(agency: Agency, kind: Kind, leaves: readonly CompiledLeaf[]): readonly PublicationBlocker[] {
  if (leaves.length === 0 || kind === 'assessment-undecided') {
    return [];
  }
  const codes = leaves.map(({ code }) => code);
  return [{ kind, agency: refOf(agency), codes, detail: `${agency.name}: ${WORDS[kind]} tiêu chí ${codes.join(', ')}.` }];
}
