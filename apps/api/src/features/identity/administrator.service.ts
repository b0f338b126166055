import { Injectable } from '@nestjs/common';
import { type Transaction, UnitOfWork } from '../../platform/database/unit-of-work';
import { refuseDuplicates } from '../../platform/database/refuse-duplicates';
import { OrganisationService } from '../organisation/organisation.service';
import { CredentialLinkService, type IssuedLink } from './credential-link.service';
import { UserRepository } from './user.repository';

export interface Appointment {
  readonly userName: string;
  readonly fullName: string;
  /** The agency that the administrator sits in. Made, in its group, where there is no agency at all. */
  readonly agencyCode: string;
  readonly agencyName: string;
}

const DUPLICATE = { pointer: '/userName', detail: 'Tên đăng nhập này đã có.' } as const;

/** What the command line may do that no page can: make the first administrator, or open the way again for one who lost it. */
@Injectable()
export class AdministratorService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organisation: OrganisationService,
    private readonly users: UserRepository,
    private readonly links: CredentialLinkService,
  ) {}

  /** Makes the person, or takes the one of that name, as an administrator, and gives the link with which they set a password. */
  appoint({ userName, fullName, agencyCode, agencyName }: Appointment, origin: string): Promise<IssuedLink> {
    return this.unitOfWork.runAsSystem(async (tx) => {
      const agencyId = await this.organisation.firstAgency(tx, { code: agencyCode, name: agencyName });
      const known = await this.users.findCredentials(tx.em, userName);
      const id = known?.id ?? (await this.create(tx, { userName, fullName }));
      await this.appointAt(tx, { id, userName }, { id: agencyId, code: agencyCode });
      return this.links.issue(tx, { id, userName }, origin);
    });
  }

  private async create(tx: Transaction, fields: { readonly userName: string; readonly fullName: string }): Promise<string> {
    const id = await refuseDuplicates(() => this.users.create(tx.em, fields), DUPLICATE);
    await tx.audit('user.created', { id }, { userName: fields.userName, grants: [] });
    return id;
  }

  private async appointAt(tx: Transaction, user: { readonly id: string; readonly userName: string }, agency: { readonly id: string; readonly code: string }): Promise<void> {
    const grant = { role: 'admin', agencyId: agency.id } as const;
    const row = await this.users.find(tx.em, user.id);
    const holds = row?.grants.some(({ role, agency: { id } }) => role === grant.role && id === grant.agencyId) ?? false;
    if (holds && row?.active) {
      return;
    }
    await this.users.reopen(tx.em, user.id);
    if (!holds) {
      await this.users.addGrants(tx.em, user.id, [grant]);
    }
    await tx.audit('user.edited', { id: user.id }, { before: {}, after: { active: true, granted: `admin@${agency.code}` } });
  }
}
