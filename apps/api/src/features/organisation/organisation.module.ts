import { Module } from '@nestjs/common';
import { AgencyRepository } from './agency.repository';
import { OrganisationController } from './organisation.controller';
import { OrganisationService } from './organisation.service';

@Module({ controllers: [OrganisationController], providers: [OrganisationService, AgencyRepository], exports: [OrganisationService] })
export class OrganisationModule {}
