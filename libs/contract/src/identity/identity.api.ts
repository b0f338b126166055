import type { Permission, Role } from '../access/permissions';
import type { AgencyRef } from '../organisation/organisation.api';

export interface RoleGrantView {
  readonly role: Role;
  readonly agency: AgencyRef;
  /** In whose place it is held today, by delegation; absent where it is one's own. */
  readonly actingFor?: { readonly id: string; readonly fullName: string; readonly endsOn: string };
}

/** GET /session: who is signed in. 401 when nobody is. */
export interface SessionView {
  readonly userId: string;
  readonly userName: string;
  readonly fullName: string;
  readonly grants: readonly RoleGrantView[];
  readonly permissions: readonly Permission[];
  /** To be sent back as `X-CSRF-Token` with every write. */
  readonly csrfToken: string;
  /** True while demonstration data is in the database: every page says so. */
  readonly demo: boolean;
}

/** GET /site, public: what the sign-in page needs to know. */
export interface SiteView {
  readonly provinceName: string;
  readonly demo: boolean;
  /** Empty outside the demonstration. */
  readonly demoPeople: readonly DemoPerson[];
  readonly maxEvidenceBytes: number;
}

export interface DemoPerson {
  readonly userName: string;
  readonly fullName: string;
  readonly roles: readonly Role[];
  readonly agencyName: string;
  /** One Vietnamese sentence: what this person would do now. */
  readonly purpose: string;
}

/** POST /session (sign-in). The demo's cards send `userName` and the password that the demo sets. */
export interface SignInRequest {
  readonly userName: string;
  readonly password: string;
}

/** POST /session/demo, only in the demonstration: signs in as one of the demo people. */
export interface DemoSignInRequest {
  readonly userName: string;
}

/** GET /account/sessions */
export interface OwnSessionView {
  readonly id: string;
  readonly current: boolean;
  readonly createdAt: string;
  readonly lastSeenAt: string;
  readonly device: string;
}

/** PUT /account/password. Ends every other session. */
export interface ChangePasswordRequest {
  readonly currentPassword: string;
  readonly newPassword: string;
}

/** POST /credential-links/:token, public: sets the password that the one-use link was made for. */
export interface SpendCredentialLinkRequest {
  readonly newPassword: string;
}

export interface UserView {
  readonly id: string;
  readonly userName: string;
  readonly fullName: string;
  /** Where mails go; null: none are sent. */
  readonly email: string | null;
  readonly active: boolean;
  readonly hasPassword: boolean;
  readonly lastSignInAt: string | null;
  readonly grants: readonly RoleGrantView[];
  readonly version: number;
}

/** GET /users?search&agencyId&role&page */
export interface UserQuery {
  readonly page?: number;
  readonly pageSize?: number;
  readonly search?: string;
  readonly agencyId?: string;
  readonly role?: Role;
}

export interface RoleGrantRequest {
  readonly role: Role;
  readonly agencyId: string;
}

/** POST /users answers `UserWithLink`. */
export interface CreateUserRequest {
  readonly userName: string;
  readonly fullName: string;
  /** Absent or null: none. */
  readonly email?: string | null;
  readonly grants: readonly RoleGrantRequest[];
}

/** PUT /users/:id, If-Match. A person who leaves is deactivated, which ends their sessions. */
export interface EditUserRequest {
  readonly fullName: string;
  /** Absent: as it is; null: none any more. */
  readonly email?: string | null;
  readonly active: boolean;
  readonly grants: readonly RoleGrantRequest[];
}

/** POST /users/:id/credential-link: a new one-use link, shown once to the administrator. */
export interface CredentialLinkView {
  readonly url: string;
  readonly expiresAt: string;
}

export interface UserWithLink {
  readonly user: UserView;
  readonly link: CredentialLinkView;
}

/** POST /users/import?dryRun=true|false, multipart field `file` (xlsx). All rows or none. */
export interface UserImportView {
  readonly dryRun: boolean;
  readonly rows: readonly UserImportRow[];
  readonly errors: readonly SheetError[];
  /** Only after a real import: the one-use links, shown once. */
  readonly links: readonly { readonly userName: string; readonly url: string }[];
}

export interface UserImportRow {
  readonly row: number;
  readonly userName: string;
  readonly fullName: string;
  /** Null where the row names none. */
  readonly email: string | null;
  readonly role: string;
  readonly agencyCode: string;
  /** `add-email`: the role is held already, the address is new. */
  readonly effect: 'create' | 'add-role' | 'add-email' | 'unchanged';
}

/** A bad cell of a workbook, `B7`, with a Vietnamese sentence. */
export interface SheetError {
  readonly sheet: string;
  readonly cell: string;
  readonly detail: string;
}
