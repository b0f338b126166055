import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { JobQueue } from '../../platform/jobs/job-queue';
import { CampaignCourse } from './campaign-course.service';
import { FormMixing } from './form-mixing.service';

const EVERY_MINUTE = '* * * * *';

/** What the clock does for surveys. Its job carries nothing: of no form and of no person. */
@Injectable()
export class SurveyClock implements OnModuleInit {
  private readonly logger = new Logger(SurveyClock.name);

  constructor(
    private readonly dataSource: DataSource,
    private readonly course: CampaignCourse,
    private readonly mixing: FormMixing,
    private readonly jobs: JobQueue,
  ) {}

  onModuleInit(): void {
    this.jobs.every(EVERY_MINUTE, 'survey', () => this.tick());
  }

  /** Closes what is due, each campaign in a transaction of its own, then lets out what waits. What fails in one campaign is logged and keeps no other one. */
  async tick(): Promise<void> {
    const due: readonly { readonly id: string }[] = await this.dataSource.query(DUE);
    for (const { id } of due) {
      await this.course.closeDue(id).catch((error: unknown) => this.logger.error({ msg: 'survey campaign not closed', campaignId: id, error }));
    }
    await this.mixing.mixAll();
  }
}

const DUE = `select id from survey_campaign where state = 'open' and closes_at + make_interval(hours => grace_hours) <= now() order by closes_at, id`;
