import { Module } from '@nestjs/common';
import { AgencyRepository } from './agency.repository';
import { LineageController } from './lineage.controller';
import { LineageRepository } from './lineage.repository';
import { LineageService } from './lineage.service';
import { OrganisationController } from './organisation.controller';
import { OrganisationService } from './organisation.service';

@Module({
  controllers: [OrganisationController, LineageController],
  providers: [OrganisationService, AgencyRepository, LineageService, LineageRepository],
  exports: [OrganisationService],
})
export class OrganisationModule {}
