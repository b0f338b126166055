import type { DataSource } from 'typeorm';
import { AssignmentMatrix } from '../../src/features/assignment/assignment-matrix.service';
import { AssignmentRepository } from '../../src/features/assignment/assignment.repository';
import { AssignmentService } from '../../src/features/assignment/assignment.service';
import { Balances } from '../../src/features/assignment/balance.service';
import { DelegationRepository } from '../../src/features/assignment/delegation.repository';
import { DelegationService } from '../../src/features/assignment/delegation.service';
import { SharingRepository } from '../../src/features/assignment/sharing.repository';
import { SharingService } from '../../src/features/assignment/sharing.service';
import { CompiledSets } from '../../src/features/criteria/compiled-sets.service';
import { unitOfWorkOf } from '../database';
import { cycleServices } from './cycle-services';

/** The services of the assignment as the module puts them together, on a test database. */
export function assignmentServices(db: DataSource) {
  const unitOfWork = unitOfWorkOf(db);
  const { plans } = cycleServices(db);
  const assignments = new AssignmentRepository();
  const sharing = new SharingRepository();
  return {
    assignment: new AssignmentService(db, unitOfWork, plans, assignments),
    matrix: new AssignmentMatrix(db, plans, assignments),
    sharing: new SharingService(db, unitOfWork, sharing, assignments),
    balances: new Balances(db, sharing, assignments, new CompiledSets()),
    delegations: new DelegationService(db, unitOfWork, new DelegationRepository()),
  };
}
