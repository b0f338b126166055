/** What is shared out as a whole: the criteria at one agency, or one criterion at all agencies. */
export interface SplitUnit {
  readonly key: string;
  /** How many criteria it is. */
  readonly weight: number;
  /** Who has it now, among the people who share. */
  readonly personId: string | null;
  /** Somebody has decided something of it: it stays where it is. */
  readonly isBegun: boolean;
  /** The people who must not be given it: they belong to the assessed agency. */
  readonly refused: ReadonlySet<string>;
}

/**
 * Shares units among people so that their loads differ by no more than the largest unit, as far as what is begun and what is refused
 * allow. Starts from who has what now, so that as little as possible changes hands, and the same again changes nothing. Units that nobody may be
 * given are not in the answer.
 */
export function evenSplit(people: readonly string[], units: readonly SplitUnit[]): ReadonlyMap<string, string> {
  const holders = new Map(units.filter(({ personId, refused }) => personId !== null && people.includes(personId) && !refused.has(personId)).map(({ key, personId }) => [key, personId as string]));
  for (const unit of heaviestFirst(units.filter(({ key }) => !holders.has(key)))) {
    const [lightest] = byLoad(people, units, holders).filter(([person]) => !unit.refused.has(person));
    if (lightest) {
      holders.set(unit.key, lightest[0]);
    }
  }
  let step = nextStep(people, units, holders);
  while (step) {
    holders.set(step.key, step.to);
    step = nextStep(people, units, holders);
  }
  return holders;
}

const heaviestFirst = (units: readonly SplitUnit[]): readonly SplitUnit[] => [...units].sort((a, b) => b.weight - a.weight || (a.key < b.key ? -1 : 1));

/** Everybody with their load, the lightest first, then in the order that they were named. */
function byLoad(people: readonly string[], units: readonly SplitUnit[], holders: ReadonlyMap<string, string>): readonly (readonly [person: string, load: number])[] {
  const loads = new Map(people.map((person) => [person, 0]));
  for (const { key, weight } of units) {
    const holder = holders.get(key);
    if (holder !== undefined) {
      loads.set(holder, (loads.get(holder) ?? 0) + weight);
    }
  }
  return [...loads].sort(([, a], [, b]) => a - b);
}

interface Step {
  readonly key: string;
  readonly to: string;
}

/** The next unit whose move brings two loads closer together: from the heaviest to the lightest between whom there is one. Ends, since the sum of squares falls. */
function nextStep(people: readonly string[], units: readonly SplitUnit[], holders: ReadonlyMap<string, string>): Step | null {
  const loads = byLoad(people, units, holders);
  const movable = heaviestFirst(units.filter(({ isBegun, weight }) => !isBegun && weight > 0));
  for (const [from, most] of [...loads].reverse()) {
    for (const [to, least] of loads) {
      const unit = movable.find(({ key, weight, refused }) => holders.get(key) === from && weight < most - least && !refused.has(to));
      if (unit) {
        return { key: unit.key, to };
      }
    }
  }
  return null;
}
