import { Injectable } from '@nestjs/common';
import type { Actor, FieldError, SheetError, UserImportView } from '@par-index/contract';
import { DataSource, type EntityManager } from 'typeorm';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import { DomainError } from '../../platform/problem/domain-error';
import { CredentialLinkService } from './credential-link.service';
import { type ImportPlan, type KnownAgency, type KnownUser, type PlannedRow, planImport } from './user-import-plan';
import { readUserSheet, type UserSheet } from './user-sheet';
import { UserRepository } from './user.repository';

export interface Import {
  readonly file: Buffer;
  readonly mode: 'dry-run' | 'write';
  readonly origin: string;
}

type Link = UserImportView['links'][number];

const KNOWN_USERS = `
  select u.id, u.user_name "userName", u.full_name "fullName", u.email, u.active,
    coalesce((select json_agg(json_build_object('role', g.role, 'agencyId', g.agency_id)) from user_grant g where g.user_id = u.id), '[]') grants
  from user_account u where u.user_name = any($1)`;

const toFieldError = ({ sheet, cell, detail }: SheetError): FieldError => ({ pointer: `/${sheet.replace(/~/g, '~0').replace(/\//g, '~1')}/${cell}`, code: 'cell', detail });

const keyed = <T>(rows: readonly T[], keyOf: (row: T) => string): ReadonlyMap<string, T> => new Map(rows.map((row) => [keyOf(row), row]));

/** People from a workbook: all rows or none. */
@Injectable()
export class UserImportService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly users: UserRepository,
    private readonly links: CredentialLinkService,
  ) {}

  /** A dry run tells what would happen and what is wrong; a real one refuses with `import.invalid` as long as anything is wrong. */
  async import(actor: Actor, { file, mode, origin }: Import): Promise<UserImportView> {
    const sheet = await readUserSheet(file);
    if (mode === 'dry-run') {
      const { rows, errors } = await this.plan(this.dataSource.manager, sheet);
      return { dryRun: true, rows: rows.map(toLine), errors, links: [] };
    }
    return this.unitOfWork.run(actor, async (tx) => {
      const { rows, errors } = await this.plan(tx.em, sheet);
      if (errors.length > 0) {
        throw new DomainError('import.invalid', {}, errors.map(toFieldError));
      }
      const links = await this.write(tx, rows, origin);
      await tx.audit('user.imported', { id: actor.id }, { userNames: [...new Set(rows.map(({ userName }) => userName))] });
      return { dryRun: false, rows: rows.map(toLine), errors: [], links };
    });
  }

  private async plan(em: EntityManager, sheet: UserSheet): Promise<ImportPlan> {
    const names = sheet.rows.map(({ texts: [userName] }) => userName.toLowerCase());
    const users: readonly KnownUser[] = await em.query(KNOWN_USERS, [names]);
    const agencies: readonly KnownAgency[] = await em.query('select id, code, active from agency');
    return planImport(sheet, { users: keyed(users, ({ userName }) => userName), agencies: keyed(agencies, ({ code }) => code) });
  }

  private async write(tx: Transaction, rows: readonly PlannedRow[], origin: string): Promise<readonly Link[]> {
    const links: Link[] = [];
    for (const userName of new Set(rows.filter(({ effect }) => effect !== 'unchanged').map((row) => row.userName))) {
      const own = rows.filter((row) => row.userName === userName && row.effect !== 'unchanged');
      const link = await this.writePerson(tx, own, origin);
      links.push(...(link ? [link] : []));
    }
    return links;
  }

  /** One person with all new roles: a new account gets a link, one that is there keeps its password. */
  private async writePerson(tx: Transaction, own: readonly PlannedRow[], origin: string): Promise<Link | null> {
    const [first] = own;
    if (!first) {
      return null;
    }
    const { userName, fullName } = first;
    const email = own.find((row) => row.email !== null)?.email ?? null;
    const words = own.filter(({ effect }) => effect !== 'add-email').map(({ role, agencyCode }) => `${role}@${agencyCode}`);
    const known = await this.users.findCredentials(tx.em, userName);
    const id = known?.id ?? (await this.users.create(tx.em, { userName, fullName, email }));
    await this.users.addGrants(tx.em, id, own.filter(({ effect }) => effect !== 'add-email'));
    if (known) {
      await this.users.edit(tx.em, id, { fullName, active: true, ...(email === null ? {} : { email }) });
      await tx.audit('user.edited', { id }, { before: {}, after: { granted: words, ...(email === null ? {} : { email }) } });
      return null;
    }
    await tx.audit('user.created', { id }, { userName, grants: words });
    const { url } = await this.links.issue(tx, { id, userName }, origin);
    return { userName, url };
  }
}

const toLine = ({ agencyId: _agencyId, ...line }: PlannedRow) => line;
