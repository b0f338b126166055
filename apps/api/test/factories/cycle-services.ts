import type { DataSource } from 'typeorm';
import { CompiledSets } from '../../src/features/criteria/compiled-sets.service';
import { CriteriaReview } from '../../src/features/criteria/criteria-review.service';
import { CriteriaService } from '../../src/features/criteria/criteria.service';
import { CriteriaSetRepository } from '../../src/features/criteria/criteria-set.repository';
import { AssignmentPlans } from '../../src/features/cycle/assignment-plan.service';
import { CycleEditor } from '../../src/features/cycle/cycle-editor.service';
import { CycleOpening } from '../../src/features/cycle/cycle-opening.service';
import { CycleParts } from '../../src/features/cycle/cycle-parts.service';
import { CycleRepository } from '../../src/features/cycle/cycle.repository';
import { CycleService } from '../../src/features/cycle/cycle.service';
import { ExtensionRepository } from '../../src/features/cycle/extension.repository';
import { OpeningRepository } from '../../src/features/cycle/opening.repository';
import { ParticipantService } from '../../src/features/cycle/participant.service';
import { PhaseClock } from '../../src/features/cycle/phase-clock.service';
import { PhaseEffects } from '../../src/features/cycle/phase-effects.service';
import { PhaseService } from '../../src/features/cycle/phase.service';
import { ProgressRepository } from '../../src/features/cycle/progress.repository';
import { ProgressService } from '../../src/features/cycle/progress.service';
import { DomainEvents } from '../../src/platform/database/domain-events';
import { unitOfWorkOf } from '../database';

/** The services of the cycle as the module puts them together, on a test database. */
export function cycleServices(db: DataSource) {
  const events = new DomainEvents();
  const unitOfWork = unitOfWorkOf(db, events);
  const repository = new CycleRepository();
  const parts = new CycleParts(repository);
  const compiled = new CompiledSets();
  const criteria = new CriteriaService(db, unitOfWork, new CriteriaSetRepository(), new CriteriaReview(new CriteriaSetRepository()));
  const plans = new AssignmentPlans(repository, new OpeningRepository(), compiled, parts);
  const opening = new CycleOpening(repository, new OpeningRepository(), criteria, plans);
  const effects = new PhaseEffects();
  const progress = new ProgressService(db, repository, new ProgressRepository(), compiled);
  const phases = new PhaseService(db, unitOfWork, repository, opening, effects);
  return {
    events,
    effects,
    progress,
    plans,
    cycles: new CycleService(db, unitOfWork, repository, parts, new CycleEditor(repository, parts)),
    phases,
    phaseClock: new PhaseClock(db, unitOfWork, phases),
    participants: new ParticipantService(db, unitOfWork, new ExtensionRepository(), compiled, progress),
  };
}
