import { Global, Module } from '@nestjs/common';
import { SessionReader } from '../../platform/access/live-session';
import { OrganisationModule } from '../organisation/organisation.module';
import { AccountController } from './account.controller';
import { AccountService } from './account.service';
import { AdministratorService } from './administrator.service';
import { AuditController } from './audit.controller';
import { AuditService } from './audit.service';
import { CredentialLinkController } from './credential-link.controller';
import { CredentialLinkService } from './credential-link.service';
import { HousekeepingService } from './housekeeping.service';
import { SessionController } from './session.controller';
import { SessionRepository } from './session.repository';
import { SignInService } from './sign-in.service';
import { SignInThrottle } from './sign-in-throttle';
import { SiteController } from './site.controller';
import { SiteService } from './site.service';
import { UserImportController } from './user-import.controller';
import { UserImportService } from './user-import.service';
import { UserController } from './user.controller';
import { UserRepository } from './user.repository';
import { UserService } from './user.service';

/** Global for its sessions: the guard of the platform asks them before every route. */
@Global()
@Module({
  imports: [OrganisationModule],
  controllers: [SessionController, AccountController, CredentialLinkController, SiteController, AuditController, UserImportController, UserController],
  providers: [
    SessionRepository,
    { provide: SessionReader, useExisting: SessionRepository },
    UserRepository,
    SignInThrottle,
    SignInService,
    AccountService,
    CredentialLinkService,
    UserService,
    UserImportService,
    AdministratorService,
    SiteService,
    AuditService,
    HousekeepingService,
  ],
  exports: [SessionReader, UserService, AdministratorService],
})
export class IdentityModule {}
