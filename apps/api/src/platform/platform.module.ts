import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { AccessGuard } from './access/access.guard';
import { CsrfProtection } from './access/csrf';
import { KnownRoutes } from './access/known-routes';
import { RouteSweep } from './access/route-sweep';
import { AuditSealer } from './audit/audit-sealer.service';
import { AuditSeals } from './audit/audit-seals.service';
import { AuditVerifier } from './audit/audit-verifier.service';
import { ChainRepository } from './audit/chain.repository';
import { SealWitness } from './audit/seal-witness';
import { Config } from './config/config';
import { DatabaseModule } from './database/database.module';
import type { Schema } from './database/data-source';
import { EvidenceStore } from './files/evidence-store';
import { evidenceStoreOf } from './files/evidence-store-of';
import { MailTransport } from './mail/mail-transport';
import { mailTransportOf } from './mail/mail-transport-of';
import { JobQueue } from './jobs/job-queue';
import { Shutdown } from './http/shutdown';
import { ApiAnswers } from './openapi/api-answers';
import { ProblemFilter } from './problem/problem.filter';
import { ServerKey } from './signature/server-key';
import { Signatures } from './signature/signatures';
import { HealthController } from './telemetry/health.controller';
import { HealthService } from './telemetry/health.service';
import { loggingModule } from './telemetry/logging.module';
import { Metrics } from './telemetry/metrics';
import { MetricsController } from './telemetry/metrics.controller';
import { RootLogger } from './telemetry/root-logger';

/** What the platform is told of the features, since it imports none. */
export interface Known {
  readonly schema: Schema;
  readonly answers: ApiAnswers;
}

/** How things are done, for every feature: settings, database, access, refusals, logs, files. */
@Global()
@Module({})
export class PlatformModule {
  static with(config: Config, { schema, answers }: Known): DynamicModule {
    const shared = [
      { provide: Config, useValue: config },
      { provide: ApiAnswers, useValue: answers },
      { provide: EvidenceStore, useFactory: () => evidenceStoreOf(config) },
      { provide: ServerKey, useFactory: () => ServerKey.open(config) },
      { provide: MailTransport, useFactory: () => mailTransportOf(config) },
      Signatures,
      ChainRepository,
      SealWitness,
      AuditSeals,
      AuditSealer,
      AuditVerifier,
      RootLogger,
      Metrics,
      ProblemFilter,
      Shutdown,
      JobQueue,
      CsrfProtection,
      RouteSweep,
      KnownRoutes,
    ];
    return {
      module: PlatformModule,
      imports: [DiscoveryModule, loggingModule(), DatabaseModule.with(schema)],
      controllers: [HealthController, MetricsController],
      providers: [...shared, HealthService, { provide: APP_FILTER, useExisting: ProblemFilter }, { provide: APP_GUARD, useClass: AccessGuard }],
      exports: shared.map((provider) => ('provide' in provider ? provider.provide : provider)),
    };
  }
}
