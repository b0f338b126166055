import { Module } from '@nestjs/common';
import { CriteriaModule } from '../criteria/criteria.module';
import { AssignmentPlans } from './assignment-plan.service';
import { CycleClock } from './clock.service';
import { CycleController } from './cycle.controller';
import { CycleEditor } from './cycle-editor.service';
import { CycleOpening } from './cycle-opening.service';
import { CycleParts } from './cycle-parts.service';
import { CycleRepository } from './cycle.repository';
import { CycleService } from './cycle.service';
import { ExtensionRepository } from './extension.repository';
import { NextCycleController } from './next-cycle.controller';
import { NextCyclePlanner } from './next-cycle-planner.service';
import { NextCycleReading } from './next-cycle-sources.service';
import { NextCycleRepository } from './next-cycle.repository';
import { NextCycleWriter } from './next-cycle-writer.service';
import { NextCycleService } from './next-cycle.service';
import { OpeningRepository } from './opening.repository';
import { ParticipantController } from './participant.controller';
import { ParticipantService } from './participant.service';
import { PhaseClock } from './phase-clock.service';
import { PhaseEffects } from './phase-effects.service';
import { PhaseService } from './phase.service';
import { PlannedExemptions } from './planned-exemption.service';
import { ProgressRepository } from './progress.repository';
import { ProgressService } from './progress.service';

@Module({
  imports: [CriteriaModule],
  controllers: [CycleController, NextCycleController, ParticipantController],
  providers: [
    CycleService,
    CycleEditor,
    CycleParts,
    CycleRepository,
    CycleOpening,
    AssignmentPlans,
    OpeningRepository,
    PhaseService,
    PhaseEffects,
    PhaseClock,
    ExtensionRepository,
    ParticipantService,
    ProgressService,
    ProgressRepository,
    CycleClock,
    ...[NextCycleService, NextCyclePlanner, NextCycleReading, NextCycleRepository, NextCycleWriter, PlannedExemptions],
  ],
  exports: [AssignmentPlans, CycleService, PhaseService, PhaseEffects, ParticipantService, ProgressService, CycleClock, PhaseClock],
})
export class CycleModule {}
