import type { BalanceCriterion, BalanceUnit, BalanceView, ShareScope, ShareUnit } from '@par-index/contract';

/** What can be chosen to be shared out: one agency with its criteria, or one criterion at all agencies. */
export interface SharableUnit {
  readonly key: string;
  readonly label: string;
  readonly assigned: number;
  readonly decided: number;
  /** By person, null for nobody in particular, how many criteria. */
  readonly holders: ReadonlyMap<string | null, number>;
  readonly scope: Pick<ShareScope, 'groupCode' | 'codes' | 'assessedAgencyIds'>;
}

/** The units of one group, by agencies in their order, or by criteria in the order of their set. */
export function unitsOf({ units, criteria }: Pick<BalanceView, 'units' | 'criteria'>, groupCode: string, by: ShareUnit): readonly SharableUnit[] {
  const ofGroup = units.filter((unit) => unit.groupCode === groupCode);
  return by === 'agency' ? byAgency(ofGroup) : byCriterion(ofGroup, criteria.filter((criterion) => criterion.groupCode === groupCode));
}

function byAgency(units: readonly BalanceUnit[]): readonly SharableUnit[] {
  const agencies = new Map(units.map(({ assessed }) => [assessed.id, assessed]));
  return [...agencies.values()].map((assessed) => {
    const own = units.filter((unit) => unit.assessed.id === assessed.id);
    return { ...totals(own), key: assessed.id, label: assessed.name, scope: { assessedAgencyIds: [assessed.id] } };
  });
}

function totals(units: readonly BalanceUnit[]): Pick<SharableUnit, 'assigned' | 'decided' | 'holders'> {
  const holders = new Map<string | null, number>();
  for (const { personId, assigned } of units) {
    holders.set(personId, (holders.get(personId) ?? 0) + assigned);
  }
  return { assigned: sum(units.map(({ assigned }) => assigned)), decided: sum(units.map(({ decided }) => decided)), holders };
}

/** How many of a criterion are decided, the units of agencies do not say. */
function byCriterion(units: readonly BalanceUnit[], criteria: readonly BalanceCriterion[]): readonly SharableUnit[] {
  const holdersOf = new Map(criteria.map(({ code }) => [code, new Map<string | null, number>()]));
  for (const { personId, codes } of units) {
    for (const code of codes) {
      const holders = holdersOf.get(code);
      holders?.set(personId, (holders.get(personId) ?? 0) + 1);
    }
  }
  return criteria.map(({ groupCode, code, title }) => {
    const holders = holdersOf.get(code) ?? new Map<string | null, number>();
    return { key: code, label: `${code} ${title}`, assigned: sum([...holders.values()]), decided: 0, holders, scope: { groupCode, codes: [code] } };
  });
}

const sum = (figures: readonly number[]): number => figures.reduce((all, one) => all + one, 0);

/** The scope of several chosen units together. */
export function scopeOf(units: readonly SharableUnit[]): ShareScope {
  const codes = units.flatMap(({ scope }) => scope.codes ?? []);
  const assessedAgencyIds = units.flatMap(({ scope }) => scope.assessedAgencyIds ?? []);
  const groupCode = units.find(({ scope }) => scope.groupCode)?.scope.groupCode;
  return { ...(groupCode ? { groupCode } : {}), ...(codes.length > 0 ? { codes } : {}), ...(assessedAgencyIds.length > 0 ? { assessedAgencyIds } : {}) };
}

/** The groups that occur, each once, in their order. */
export const groupsOf = (units: readonly BalanceUnit[]): readonly string[] => [...new Set(units.map(({ groupCode }) => groupCode))];

/** «An 12, Bình 4» */
export function holdersInWords(holders: ReadonlyMap<string | null, number>, people: ReadonlyMap<string, string>, nobody: string): string {
  return [...holders].map(([id, count]) => `${id === null ? nobody : (people.get(id) ?? '')} ${count}`).join(', ');
}
