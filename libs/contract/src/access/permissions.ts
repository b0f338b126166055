/**
 * Who may do what in general. What one may do to one record (own agency, assigned criteria, phase, state) is decided
 * beside that record's workflow. Source: the people of docs/workflow.md.
 */
export const ROLES = [
  'agency-officer',
  'agency-head',
  'appraiser',
  'home-affairs',
  'council-member',
  'council-chair',
  'leader',
  'admin',
] as const;
export type Role = (typeof ROLES)[number];

export const PERMISSIONS = [
  /** The account itself: own profile, own sessions, own password. Everybody signed in. */
  'account.own',
  'agency.read',
  'agency.edit',
  'user.read',
  'user.edit',
  'audit.read',
  /** Whether the log is whole: nothing of what stands in it. */
  'audit.check',
  'criteria-set.read',
  'criteria-set.edit',
  'cycle.read',
  'cycle.edit',
  'assessment.read',
  'assessment.edit',
  'assessment.sign-off',
  'assessment.oversee',
  'evidence.read',
  'evidence.edit',
  'explanation.edit',
  /** Remarks under a criterion: internal ones, or shared with the other side. */
  'remark.write',
  'appraisal.read',
  'appraisal.decide',
  /** Which agency appraises what. */
  'assignment.edit',
  /** Who of an appraising agency decides what. */
  'assignment.share',
  'assignment.read',
  'delegation.edit',
  'base-figure.edit',
  'council.read',
  'council.vote',
  'council.close',
  /** Who appraises an item blind, how far apart they may be, and how the members agree. */
  'council.assign',
  /** Who leads the council about an agency to which every chair belongs. */
  'council.name-chair',
  /** A petition of the own agency. */
  'petition.write',
  'petition.answer',
  'survey.read',
  /** Questionnaires, campaigns, invitations, devices, paper forms, and what becomes of their results. */
  'survey.edit',
  'result.read-provisional',
  'result.read-published',
  'result.publish',
  'report.export',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

const EVERYBODY = ['account.own', 'agency.read', 'cycle.read', 'criteria-set.read', 'result.read-published'] as const satisfies readonly Permission[];
const READS_ALL = ['assessment.read', 'evidence.read', 'appraisal.read', 'remark.write', 'report.export'] as const satisfies readonly Permission[];

export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  'agency-officer': [...EVERYBODY, 'assessment.read', 'assessment.edit', 'evidence.read', 'evidence.edit', 'explanation.edit', 'petition.write', 'remark.write', 'report.export'],
  'agency-head': [...EVERYBODY, 'assessment.read', 'assessment.sign-off', 'petition.write', 'evidence.read', 'remark.write', 'report.export', 'assignment.share', 'assignment.read', 'delegation.edit'],
  'appraiser': [...EVERYBODY, ...READS_ALL, 'appraisal.decide', 'assignment.read', 'delegation.edit'],
  'home-affairs': [
    ...EVERYBODY,
    ...READS_ALL,
    'agency.edit',
    'criteria-set.edit',
    'cycle.edit',
    'assessment.oversee',
    'appraisal.decide',
    'assignment.edit',
    'assignment.share',
    'assignment.read',
    'delegation.edit',
    'base-figure.edit',
    'council.read',
    'council.assign',
    'council.name-chair',
    'petition.answer',
    'survey.read',
    'survey.edit',
    'result.read-provisional',
    'result.publish',
    'audit.check',
  ],
  'council-member': [...EVERYBODY, ...READS_ALL, 'council.read', 'council.vote', 'result.read-provisional'],
  'council-chair': [...EVERYBODY, ...READS_ALL, 'council.read', 'council.vote', 'council.close', 'council.assign', 'petition.answer', 'result.read-provisional'],
  'leader': [...EVERYBODY, 'survey.read', 'result.read-provisional', 'report.export'],
  'admin': [...EVERYBODY, 'user.read', 'user.edit', 'agency.edit', 'audit.read', 'audit.check'],
};

/** A role held for one agency. `home-affairs` is tied to Sở Nội vụ, `leader` and `admin` to the office they sit in. */
export interface RoleGrant {
  readonly role: Role;
  readonly agencyId: string;
  /** The person in whose place it is held, today, by delegation; absent where it is one's own. */
  readonly actingFor?: string;
}

/** Whoever is signed in, as every rule sees them. */
export interface Actor {
  readonly id: string;
  readonly grants: readonly RoleGrant[];
  readonly permissions: ReadonlySet<Permission>;
}

export function permissionsOf(grants: readonly RoleGrant[]): ReadonlySet<Permission> {
  return new Set(grants.flatMap(({ role }) => ROLE_PERMISSIONS[role]));
}

/** Whether the actor belongs to the agency, in whatever role: the own agency beats every role. */
export function belongsTo(actor: Pick<Actor, 'grants'>, agencyId: string): boolean {
  return actor.grants.some((grant) => grant.agencyId === agencyId);
}

/** Whether the actor holds one of the roles for that agency. */
export function holds(actor: Pick<Actor, 'grants'>, roles: readonly Role[], agencyId?: string): boolean {
  return actor.grants.some((grant) => roles.includes(grant.role) && (agencyId === undefined || grant.agencyId === agencyId));
}

/** The agencies for which the actor holds one of the roles. */
export function agenciesOf(actor: Pick<Actor, 'grants'>, roles: readonly Role[]): readonly string[] {
  return [...new Set(actor.grants.filter((grant) => roles.includes(grant.role)).map((grant) => grant.agencyId))];
}

/** The person in whose place the actor acts in one of the roles for the agency, or null where they have such a role of their own, or none. */
export function actingFor(actor: Pick<Actor, 'grants'>, roles: readonly Role[], agencyId: string): string | null {
  const held = actor.grants.filter((grant) => roles.includes(grant.role) && grant.agencyId === agencyId);
  return held.some((grant) => grant.actingFor === undefined) ? null : (held[0]?.actingFor ?? null);
}
