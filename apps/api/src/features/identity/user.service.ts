import { Injectable } from '@nestjs/common';
import type {
  Actor,
  CreateUserRequest,
  CredentialLinkView,
  EditUserRequest,
  Page,
  RoleGrantRequest,
  RoleGrantView,
  UserQuery,
  UserView,
  UserWithLink,
} from '@par-index/contract';
import { DataSource, type EntityManager } from 'typeorm';
import { lockOne, lockVersion } from '../../platform/database/lock';
import { refuseDuplicates } from '../../platform/database/refuse-duplicates';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { pageOf, sliceOf } from '../../platform/http/page.dto';
import { DomainError } from '../../platform/problem/domain-error';
import { OrganisationService } from '../organisation/organisation.service';
import { CredentialLinkService } from './credential-link.service';
import { SessionRepository } from './session.repository';
import { UserAccount } from './user-account.entity';
import { toLinkView, toUserView } from './user.mapper';
import { UserRepository, type UserRow } from './user.repository';

const DUPLICATE = { pointer: '/userName', detail: 'Tên đăng nhập này đã có. Hãy chọn tên khác.' } as const;
const UNKNOWN_AGENCY = 'Không có cơ quan này. Hãy chọn trong danh sách.';

/** `agency-officer@so-y-te`: a grant in an audit line. */
const grantWord = ({ role, agency }: RoleGrantView): string => `${role}@${agency.code}`;

const fieldsOf = ({ fullName, email, active, grants }: UserRow) => ({ fullName, email, active, grants: grants.map(grantWord) });

const administers = (grants: readonly { readonly role: string }[]): boolean => grants.some(({ role }) => role === 'admin');

/** People: made, changed, closed, and given one-use links. Never deleted. */
@Injectable()
export class UserService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly users: UserRepository,
    private readonly sessions: SessionRepository,
    private readonly links: CredentialLinkService,
    private readonly organisation: OrganisationService,
  ) {}

  async list(query: UserQuery): Promise<Page<UserView>> {
    const slice = sliceOf(query);
    const [rows, total] = await this.users.list(this.dataSource.manager, query, slice);
    return pageOf(rows.map(toUserView), total, slice);
  }

  async get(id: string): Promise<UserView> {
    return toUserView(await this.row(this.dataSource.manager, id));
  }

  /** Makes an account without a password, and the link with which its owner sets one. */
  create(actor: Actor, request: CreateUserRequest, origin: string): Promise<UserWithLink> {
    const { userName, grants } = request;
    return this.unitOfWork.run(actor, async (tx) => {
      await this.assertAgencies(tx.em, grants);
      const fields = { userName, fullName: request.fullName.trim(), email: request.email ?? null };
      const id = await refuseDuplicates(() => this.users.create(tx.em, fields), DUPLICATE);
      await this.users.addGrants(tx.em, id, grants);
      const user = await this.row(tx.em, id);
      await tx.audit('user.created', { id }, { userName, grants: user.grants.map(grantWord) });
      return { user: toUserView(user), link: toLinkView(await this.links.issue(tx, user, origin)) };
    });
  }

  /** Changes name, roles and whether the account is open. Closing it ends its sessions at once; the last administrator stays one. */
  edit(actor: Actor, id: string, request: EditUserRequest & { readonly version: number }): Promise<UserView> {
    const { active, grants, version } = request;
    return this.unitOfWork.run(actor, async (tx) => {
      await lockVersion(tx.em, UserAccount, { id }, version);
      await this.assertAgencies(tx.em, grants);
      const before = await this.row(tx.em, id);
      await this.assertAdminLeft(tx.em, before, request);
      await this.users.edit(tx.em, id, { fullName: request.fullName.trim(), active, ...(request.email === undefined ? {} : { email: request.email }) });
      await this.users.replaceGrants(tx.em, id, grants);
      if (!active) {
        await this.sessions.endAll(tx.em, id);
      }
      const after = await this.row(tx.em, id);
      await tx.audit('user.edited', { id }, { before: fieldsOf(before), after: fieldsOf(after) });
      return toUserView(after);
    });
  }

  issueLink(actor: Actor, id: string, origin: string): Promise<CredentialLinkView> {
    return this.unitOfWork.run(actor, async (tx) => {
      const account = await lockOne(tx.em, UserAccount, { id });
      if (!account.active) {
        throw new DomainError('user.inactive');
      }
      return toLinkView(await this.links.issue(tx, account, origin));
    });
  }

  private async row(em: EntityManager, id: string): Promise<UserRow> {
    const row = await this.users.find(em, id);
    if (!row) {
      throw new DomainError('record.not-found');
    }
    return row;
  }

  private async assertAdminLeft(em: EntityManager, before: UserRow, { active, grants }: EditUserRequest): Promise<void> {
    const leaves = before.active && administers(before.grants) && !(active && administers(grants));
    if (leaves && !(await this.users.hasOtherAdmin(em, before.id))) {
      throw new DomainError('user.last-admin');
    }
  }

  private async assertAgencies(em: EntityManager, grants: readonly RoleGrantRequest[]): Promise<void> {
    const known = new Set(await this.organisation.knownIds(em, grants.map(({ agencyId }) => agencyId)));
    const errors = grants.flatMap(({ agencyId }, index) =>
      known.has(agencyId) ? [] : [{ pointer: `/grants/${index}/agencyId`, code: 'unknown', detail: UNKNOWN_AGENCY }],
    );
    if (errors.length > 0) {
      throw new DomainError('request.invalid', {}, errors);
    }
  }
}
