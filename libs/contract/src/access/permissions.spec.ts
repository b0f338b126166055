import { actingFor, type Actor, agenciesOf, belongsTo, holds, PERMISSIONS, type Permission, permissionsOf, ROLE_PERMISSIONS, type Role, ROLES } from './permissions';

/** The whole table by hand: a column a role, in the order of ROLES. A change of a right is a change of this picture. */
const TABLE: Readonly<Record<Permission, string>> = {
  // officer, head, appraiser, home-affairs, council member, council chair, leader, admin
  'account.own': 'x x x x x x x x',
  'agency.read': 'x x x x x x x x',
  'agency.edit': '. . . x . . . x',
  'user.read': '. . . . . . . x',
  'user.edit': '. . . . . . . x',
  'audit.read': '. . . . . . . x',
  'audit.check': '. . . x . . . x',
  'criteria-set.read': 'x x x x x x x x',
  'criteria-set.edit': '. . . x . . . .',
  'cycle.read': 'x x x x x x x x',
  'cycle.edit': '. . . x . . . .',
  'assessment.read': 'x x x x x x . .',
  'assessment.edit': 'x . . . . . . .',
  'assessment.sign-off': '. x . . . . . .',
  'assessment.oversee': '. . . x . . . .',
  'evidence.read': 'x x x x x x . .',
  'evidence.edit': 'x . . . . . . .',
  'explanation.edit': 'x . . . . . . .',
  'remark.write': 'x x x x x x . .',
  'appraisal.read': '. . x x x x . .',
  'appraisal.decide': '. . x x . . . .',
  'assignment.edit': '. . . x . . . .',
  'assignment.share': '. x . x . . . .',
  'assignment.read': '. x x x . . . .',
  'delegation.edit': '. x x x . . . .',
  'base-figure.edit': '. . . x . . . .',
  'council.read': '. . . x x x . .',
  'council.vote': '. . . . x x . .',
  'council.close': '. . . . . x . .',
  'council.assign': '. . . x . x . .',
  'council.name-chair': '. . . x . . . .',
  'petition.write': 'x x . . . . . .',
  'petition.answer': '. . . x . x . .',
  'survey.read': '. . . x . . x .',
  'survey.edit': '. . . x . . . .',
  'result.read-provisional': '. . . x x x x .',
  'result.read-published': 'x x x x x x x x',
  'result.publish': '. . . x . . . .',
  'report.export': 'x x x x x x x .',
};

describe('permissions', () => {
  it('name every permission in the table', () => {
    expect(Object.keys(TABLE).sort()).toEqual([...PERMISSIONS].sort());
  });

  it.each(PERMISSIONS.map((permission) => [permission]))('grant %s to just the roles of the table', (permission) => {
    const column = ROLES.map((role) => (ROLE_PERMISSIONS[role].includes(permission) ? 'x' : '.'));
    expect(column.join(' ')).toBe(TABLE[permission]);
  });

  it('are listed once for each role', () => {
    for (const role of ROLES) {
      expect(new Set(ROLE_PERMISSIONS[role]).size).toBe(ROLE_PERMISSIONS[role].length);
    }
  });

  it('of several roles are those of all of them', () => {
    const permissions = permissionsOf([
      { role: 'agency-officer', agencyId: 'a' },
      { role: 'appraiser', agencyId: 'b' },
    ]);
    expect(permissions.has('assessment.edit')).toBe(true);
    expect(permissions.has('appraisal.decide')).toBe(true);
    expect(permissions.has('cycle.edit')).toBe(false);
  });

  it('of nobody are none', () => {
    expect(permissionsOf([]).size).toBe(0);
  });
});

describe('an actor', () => {
  const grants: Actor['grants'] = [
    { role: 'agency-officer', agencyId: 'a' },
    { role: 'appraiser', agencyId: 'a' },
    { role: 'appraiser', agencyId: 'b' },
    { role: 'leader', agencyId: 'c' },
  ];
  const actor = { grants };

  it.each([
    ['a', true],
    ['b', true],
    ['c', true],
    ['d', false],
    ['', false],
  ])('belongs to %s: %s', (agencyId, expected) => {
    expect(belongsTo(actor, agencyId)).toBe(expected);
  });

  it.each<[Role[], string | undefined, boolean]>([
    [['agency-officer'], 'a', true],
    [['agency-officer'], 'b', false],
    [['agency-officer'], undefined, true],
    [['appraiser'], 'b', true],
    [['appraiser', 'home-affairs'], 'b', true],
    [['home-affairs'], undefined, false],
    [['home-affairs', 'leader'], 'a', false],
    [['home-affairs', 'leader'], 'c', true],
    [[], 'a', false],
  ])('holds %j for %s: %s', (roles, agencyId, expected) => {
    expect(holds(actor, roles, agencyId)).toBe(expected);
  });

  it('knows the agencies of a role, each once', () => {
    expect(agenciesOf(actor, ['appraiser'])).toEqual(['a', 'b']);
    expect(agenciesOf(actor, ['appraiser', 'agency-officer'])).toEqual(['a', 'b']);
    expect(agenciesOf(actor, ['admin'])).toEqual([]);
  });

  it('acts in the place of somebody only where no role is their own', () => {
    const delegated = { role: 'agency-head', agencyId: 'a', actingFor: 'head' } as const;
    expect(actingFor({ grants: [...grants, delegated] }, ['agency-head'], 'a')).toBe('head');
    expect(actingFor({ grants: [delegated, { role: 'agency-head', agencyId: 'a' }] }, ['agency-head'], 'a')).toBeNull();
    expect(actingFor({ grants: [delegated] }, ['agency-head'], 'b')).toBeNull();
    expect(actingFor({ grants: [delegated] }, ['agency-officer'], 'a')).toBeNull();
    expect(actingFor({ grants: [] }, ['agency-head'], 'a')).toBeNull();
  });
});
