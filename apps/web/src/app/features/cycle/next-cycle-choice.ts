import type { NextCycleProposal, NextCycleRequest, PhaseWindow } from '@par-index/contract';
import { toLocalInput } from '../../ui/format/date-words';
import { windowsOf, type WindowDraft } from './cycle-draft';

/** What is chosen on the steps of the wizard. Substitutes and assignments carry over unless left out; exemptions only one by one. */
export interface NextCycleChoice {
  readonly title: string;
  /** By group; empty where the set is chosen later. */
  readonly sets: ReadonlyMap<string, string>;
  readonly windows: readonly WindowDraft[];
  readonly substitutes: ReadonlySet<string>;
  readonly assignments: ReadonlySet<string>;
  readonly exemptions: ReadonlySet<string>;
}

export const exemptionKey = ({ agency, code }: NextCycleProposal['exemptions'][number]): string => `${agency.id} ${code}`;

/** As proposed: everything that can carry over, and no exemption. */
export function firstChoice(proposal: NextCycleProposal, windows: readonly WindowDraft[]): NextCycleChoice {
  const open = <T extends { readonly refusedBecause: string | null }>(offers: readonly T[]): readonly T[] => offers.filter(({ refusedBecause }) => refusedBecause === null);
  return {
    title: proposal.title,
    sets: new Map(proposal.groups.flatMap(({ groupCode, proposed }) => (proposed === null ? [] : [[groupCode, proposed] as const]))),
    windows,
    substitutes: new Set(open(proposal.substitutes).map(({ owner }) => owner.id)),
    assignments: new Set(open(proposal.assignments).map(({ id }) => id)),
    exemptions: new Set(),
  };
}

export function requestOf(proposal: NextCycleProposal, choice: NextCycleChoice): NextCycleRequest {
  return {
    title: choice.title,
    criteriaSetIds: proposal.groups.flatMap(({ groupCode }) => choice.sets.get(groupCode) || []),
    windows: windowsOf(choice.windows).map((window) => asProposed(window, proposal)),
    substitutes: proposal.substitutes.filter(({ owner }) => choice.substitutes.has(owner.id)).map(({ owner, substitute }) => ({ ownerAgencyId: owner.id, substituteAgencyId: substitute.id })),
    assignmentIds: proposal.assignments.filter(({ id }) => choice.assignments.has(id)).map(({ id }) => id),
    exemptions: proposal.exemptions.filter((one) => choice.exemptions.has(exemptionKey(one))).map(({ agency, code }) => ({ agencyId: agency.id, code })),
  };
}

/** A date that nobody has changed is the one that was proposed, to the millisecond: fields show minutes. */
function asProposed(window: PhaseWindow, { windows }: NextCycleProposal): PhaseWindow {
  const proposed = windows.find(({ phase }) => phase === window.phase);
  const kept = (field: 'opensAt' | 'deadlineAt' | 'closeAt'): string => (proposed && toLocalInput(proposed[field]) === toLocalInput(window[field]) ? proposed[field] : window[field]);
  return { phase: window.phase, opensAt: kept('opensAt'), deadlineAt: kept('deadlineAt'), closeAt: kept('closeAt') };
}

/** The set with the member put in, or taken out where it was in. */
export function toggled(set: ReadonlySet<string>, member: string): ReadonlySet<string> {
  return set.has(member) ? new Set([...set].filter((one) => one !== member)) : new Set([...set, member]);
}
