import { Injectable, type OnModuleInit } from '@nestjs/common';
import { REMINDER_DAYS, type ReminderStep, reminderStepOf } from '@par-index/contract';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { JobQueue } from '../../platform/jobs/job-queue';
import { type DueRow, ReminderRepository } from './reminders.repository';
import { Teller } from './teller.service';
import type { Told } from './told';

const EVERY_TEN_MINUTES = '*/10 * * * *';
const FURTHEST = Math.max(...REMINDER_DAYS);

/** Reminds 7, 3 and 1 days before a deadline, and when it is over: each once for a person and a window, while there is something to do. */
@Injectable()
export class Reminders implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly due: ReminderRepository,
    private readonly teller: Teller,
    private readonly jobs: JobQueue,
  ) {}

  onModuleInit(): void {
    this.jobs.every(EVERY_TEN_MINUTES, 'reminders', () => this.remind());
  }

  remind(): Promise<void> {
    return this.unitOfWork.runAsSystem(async (tx) => {
      const rows = await this.due.listDue(tx.em, FURTHEST);
      await this.teller.tell(tx, 'deadline-near', toldOf(rows.filter(({ isOver }) => !isOver)));
      await this.teller.tell(tx, 'deadline-over', toldOf(rows.filter(({ isOver }) => isOver)));
    });
  }
}

const toldOf = (rows: readonly DueRow[]): readonly Told[] =>
  rows.flatMap((row) => {
    const step = row.isOver ? 'over' : reminderStepOf(row.days);
    return step === null ? [] : [told(row, step)];
  });

/** A deadline that is moved is another window: its reminders begin anew. */
function told({ userId, task, subjectId, cycleId, path, agencyName, left, deadlineAt, closeAt, days }: DueRow, step: ReminderStep): Told {
  const parts = { task, days, deadlineAt: deadlineAt.toISOString(), closeAt: closeAt.toISOString(), ...(agencyName ? { agencyName } : {}), ...(left ? { left } : {}) };
  return { userId, subjectId, cycleId, path, parts, onceKey: `${task} ${subjectId} ${deadlineAt.toISOString()} ${step}` };
}
