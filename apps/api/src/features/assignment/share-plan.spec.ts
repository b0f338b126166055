import { evenly, type SharedRow, type Sharer, toOnePerson } from './share-plan';

const row = (assessedAgencyId: string, code: string, overrides: Partial<SharedRow> = {}): SharedRow => ({
  ...{ id: `${assessedAgencyId} ${code}`, groupCode: 'xa', code, assessedAgencyId, personId: null, isDecided: false, decidedBy: null },
  ...overrides,
});
const an: Sharer = { id: 'an', agencyIds: ['stp'] };
const binh: Sharer = { id: 'binh', agencyIds: ['stp'] };
/** Also an officer of the commune `x1`. */
const insider: Sharer = { id: 'chi', agencyIds: ['stp', 'x1'] };
const decided = { isDecided: true, decidedBy: 'an' };
const idsOf = (rows: readonly SharedRow[]): readonly string[] => rows.map(({ id }) => id);
const movesOf = ({ moves }: ReturnType<typeof evenly>) => moves.map(({ row: { id }, to }) => `${id} → ${String(to)}`);

describe('giving criteria to one person', () => {
  const rows = [row('x1', '1'), row('x1', '2', decided), row('x2', '1', { personId: 'an' }), row('x2', '2', { personId: 'binh' })];

  it('moves what is not decided, and what is theirs already not at all', () => {
    const plan = toOnePerson(rows, an, 'keep');
    expect(movesOf(plan)).toEqual(['x1 1 → an', 'x2 2 → an']);
    expect(idsOf(plan.kept)).toEqual(['x1 2']);
  });

  it('moves decided ones too where they are handed over', () => {
    const plan = toOnePerson(rows, an, 'hand-over');
    expect(movesOf(plan)).toEqual(['x1 1 → an', 'x1 2 → an', 'x2 2 → an']);
    expect(plan.kept).toEqual([]);
  });

  it('gives back to the whole department', () => expect(movesOf(toOnePerson(rows, null, 'keep'))).toEqual(['x2 1 → null', 'x2 2 → null']));

  it('gives nobody the own agency', () => {
    const plan = toOnePerson(rows, insider, 'hand-over');
    expect(movesOf(plan)).toEqual(['x2 1 → chi', 'x2 2 → chi']);
    expect(idsOf(plan.refused)).toEqual(['x1 1', 'x1 2']);
  });
});

describe('sharing evenly', () => {
  const communes = ['x1', 'x2', 'x3', 'x4'].flatMap((agency) => [row(agency, '1'), row(agency, '2')]);

  it('gives whole agencies', () => expect(movesOf(evenly(communes, [an, binh], 'agency'))).toEqual(['x1 1 → an', 'x1 2 → an', 'x2 1 → binh', 'x2 2 → binh', 'x3 1 → an', 'x3 2 → an', 'x4 1 → binh', 'x4 2 → binh']));

  it('gives whole criteria', () => {
    const byCriterion = new Set(movesOf(evenly(communes, [an, binh], 'criterion')).map((line) => line.slice(3)));
    expect([...byCriterion].sort()).toEqual(['1 → an', '2 → binh']);
  });

  it('keeps what is begun with whoever has it, and what is decided as it is', () => {
    const rows = [row('x1', '1', { ...decided, personId: 'binh' }), row('x1', '2', { personId: 'binh' }), row('x2', '1'), row('x2', '2')];
    expect(movesOf(evenly(rows, [an, binh], 'agency'))).toEqual(['x2 1 → an', 'x2 2 → an']);
  });

  it('gives what is begun and nobody\'s to who began it', () => {
    const plan = evenly([row('x1', '1', { ...decided, decidedBy: 'binh' }), row('x1', '2'), row('x2', '1'), row('x2', '2')], [an, binh], 'agency');
    expect(movesOf(plan)).toEqual(['x1 2 → binh', 'x2 1 → an', 'x2 2 → an']);
    expect(idsOf(plan.kept)).toEqual(['x1 1']);
  });

  it('leaves what somebody who does not share has begun', () => {
    const rows = [row('x1', '1', { ...decided, personId: 'em', decidedBy: 'em' }), row('x1', '2', { personId: 'em' }), row('x2', '1', { personId: 'em' })];
    expect(movesOf(evenly(rows, [an, binh], 'agency'))).toEqual(['x2 1 → an']);
  });

  it('gives nobody the own agency, neither by agency nor by criterion', () => {
    for (const unit of ['agency', 'criterion'] as const) {
      const lines = movesOf(evenly(communes, [insider, an], unit));
      expect(lines).toHaveLength(communes.length);
      expect(lines.filter((line) => line.startsWith('x1') && line.endsWith('chi'))).toEqual([]);
    }
  });

  it('names what none of the chosen may be given', () => {
    const plan = evenly(communes, [insider], 'agency');
    expect(idsOf(plan.refused)).toEqual(['x1 1', 'x1 2']);
    expect(plan.moves).toHaveLength(6);
  });

  it('done again moves nothing', () => {
    const { moves } = evenly(communes, [an, binh], 'agency');
    const given = communes.map((one) => ({ ...one, personId: moves.find(({ row: { id } }) => id === one.id)?.to ?? one.personId }));
    expect(evenly(given, [an, binh], 'agency').moves).toEqual([]);
  });
});
