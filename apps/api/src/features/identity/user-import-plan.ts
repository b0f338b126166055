import { type Role, ROLE_NAMES, ROLES, type SheetError, type UserImportRow } from '@par-index/contract';
import { isEmail } from 'class-validator';
import { USER_NAME } from './user.dto';
import { cellName, type Column, type SheetRow, type UserSheet } from './user-sheet';

/** A person who is in the database already. */
export interface KnownUser {
  readonly id: string;
  readonly userName: string;
  readonly fullName: string;
  readonly email: string | null;
  readonly active: boolean;
  readonly grants: readonly { readonly role: string; readonly agencyId: string }[];
}

export interface KnownAgency {
  readonly id: string;
  readonly code: string;
  readonly active: boolean;
}

/** What a row comes to: its line for the reader, and what is to be written. */
export interface PlannedRow extends UserImportRow {
  readonly role: Role;
  readonly agencyId: string;
}

export interface ImportPlan {
  readonly rows: readonly PlannedRow[];
  readonly errors: readonly SheetError[];
}

interface Known {
  readonly users: ReadonlyMap<string, KnownUser>;
  readonly agencies: ReadonlyMap<string, KnownAgency>;
}

type Refusal = readonly [column: Column, detail: string];

const LONGEST_NAME = 200;
const LONGEST_EMAIL = 254;

const folded = (text: string): string => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/đ/gi, 'd').toLowerCase();

const BY_WORDS: ReadonlyMap<string, Role> = new Map(ROLES.flatMap((role) => [[role, role] as const, [folded(ROLE_NAMES[role]), role] as const]));

/** The role by its code or its Vietnamese name, whatever the accents and the case. */
export const roleOf = (words: string): Role | null => BY_WORDS.get(folded(words)) ?? null;

/** What the rows before have said: the names and addresses of people, and the grants with their row. */
interface Seen {
  readonly names: Map<string, string>;
  readonly emails: Map<string, string>;
  readonly grants: Map<string, number>;
}

function textRefusals({ texts }: SheetRow, userName: string): readonly Refusal[] {
  const [, fullName, role, agencyCode, email] = texts;
  const refusals: (Refusal | null)[] = [
    USER_NAME.test(userName) ? null : [0, 'Tên đăng nhập cần 3 đến 80 ký tự: chữ thường không dấu, số, dấu chấm hoặc gạch.'],
    fullName === '' || fullName.length > LONGEST_NAME ? [1, `Họ và tên cần được nhập, không quá ${LONGEST_NAME} ký tự.`] : null,
    roleOf(role) ? null : [2, `Không có vai trò «${role}». Hãy chọn một trong: ${Object.values(ROLE_NAMES).join('; ')}.`],
    agencyCode === '' ? [3, 'Mã cơ quan cần được nhập.'] : null,
    isAddress(email) ? null : [4, 'Địa chỉ thư chưa đúng. Hãy sửa, hoặc để trống ô này.'],
  ];
  return refusals.filter((refusal) => refusal !== null);
}

const isAddress = (text: string): boolean => text === '' || (text.length <= LONGEST_EMAIL && isEmail(text, { require_tld: false }));

function agencyRefusal(code: string, agency: KnownAgency | undefined): Refusal | null {
  if (code === '') {
    return null;
  }
  return agency ? (agency.active ? null : [3, `Cơ quan ${code} đã ngừng hoạt động.`]) : [3, `Không có cơ quan mang mã «${code}». Hãy xem danh sách mã trong tệp mẫu.`];
}

function personRefusal(fullName: string, user: KnownUser | undefined, before: string | undefined): Refusal | null {
  if (user && !user.active) {
    return [0, 'Tài khoản này đang khóa. Hãy mở lại tài khoản trước.'];
  }
  const known = user?.fullName ?? before;
  return known === undefined || known === fullName ? null : [1, `Tên đăng nhập này đã thuộc về «${known}». Hãy sửa họ tên hoặc tên đăng nhập.`];
}

/** An address that somebody has already is changed by hand alone, as a name is: a row of a list may well be an old one. */
function emailRefusal(email: string, user: KnownUser | undefined, before: string | undefined): Refusal | null {
  const known = user?.email ?? before;
  return email === '' || !known || sameAddress(known, email) ? null : [4, `Người này đã có địa chỉ «${known}». Hãy sửa ở trang người dùng, hoặc để trống ô này.`];
}

const sameAddress = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

interface Wanted {
  readonly role: Role;
  readonly agencyId: string;
  readonly email: string;
}

function effectOf(user: KnownUser | undefined, before: string | undefined, wanted: Wanted): UserImportRow['effect'] {
  if (user) {
    const isHeld = user.grants.some(({ role, agencyId }) => role === wanted.role && agencyId === wanted.agencyId);
    return isHeld ? (wanted.email !== '' && user.email === null ? 'add-email' : 'unchanged') : 'add-role';
  }
  return before === undefined ? 'create' : 'add-role';
}

function planRow(line: SheetRow, known: Known, seen: Seen): { readonly planned: PlannedRow | null; readonly refusals: readonly Refusal[] } {
  const [rawName, fullName, roleWords, agencyCode, email] = line.texts;
  const userName = rawName.toLowerCase();
  const [user, agency, before, role] = [known.users.get(userName), known.agencies.get(agencyCode), seen.names.get(userName), roleOf(roleWords)];
  const grant = `${userName} ${role} ${agencyCode}`;
  const twice = seen.grants.get(grant);
  const refusals = [
    ...textRefusals(line, userName),
    ...[agencyRefusal(agencyCode, agency), personRefusal(fullName, user, before), emailRefusal(email, user, seen.emails.get(userName))].filter((refusal) => refusal !== null),
    ...(twice === undefined ? [] : [[0, `Trùng với dòng ${twice}. Hãy bỏ một dòng.`] as const]),
  ];
  seen.names.set(userName, before ?? fullName);
  seen.emails.set(userName, seen.emails.get(userName) || email);
  seen.grants.set(grant, twice ?? line.row);
  if (refusals.length > 0 || !role || !agency) {
    return { planned: null, refusals };
  }
  const effect = effectOf(user, before, { role, agencyId: agency.id, email });
  return { planned: { row: line.row, userName, fullName, email: email || null, role, agencyCode, agencyId: agency.id, effect }, refusals };
}

/** What an import would do, row by row, and everything that stands in its way. Touches nothing. */
export function planImport({ sheet, rows, errors }: UserSheet, known: Known): ImportPlan {
  const seen: Seen = { names: new Map(), emails: new Map(), grants: new Map() };
  const lines = rows.map((line) => ({ line, ...planRow(line, known, seen) }));
  const refused = lines.flatMap(({ line, refusals }) =>
    refusals.map(([column, detail]) => ({ sheet, cell: cellName(column, line.row), detail })),
  );
  const broken = new Set(errors.map(({ cell }) => cell));
  return {
    rows: lines.flatMap(({ planned }) => (planned ? [planned] : [])),
    errors: [...errors, ...refused.filter(({ cell }) => !broken.has(cell))],
  };
}
