import { Module } from '@nestjs/common';
import { CriteriaModule } from '../criteria/criteria.module';
import { CycleModule } from '../cycle/cycle.module';
import { AssignmentController } from './assignment.controller';
import { AssignmentMatrix } from './assignment-matrix.service';
import { AssignmentRepository } from './assignment.repository';
import { AssignmentService } from './assignment.service';
import { Balances } from './balance.service';
import { DelegationController } from './delegation.controller';
import { DelegationRepository } from './delegation.repository';
import { DelegationService } from './delegation.service';
import { SharingController } from './sharing.controller';
import { SharingRepository } from './sharing.repository';
import { SharingService } from './sharing.service';

@Module({
  imports: [CriteriaModule, CycleModule],
  controllers: [AssignmentController, SharingController, DelegationController],
  providers: [
    ...[AssignmentService, AssignmentMatrix, AssignmentRepository],
    ...[SharingService, Balances, SharingRepository],
    ...[DelegationService, DelegationRepository],
  ],
})
export class AssignmentModule {}
