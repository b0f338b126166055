import { Injectable } from '@nestjs/common';
import { type SchemaFault, SchemaState } from '../database/schema-state';
import { Shutdown } from '../http/shutdown';

export interface Readiness {
  readonly status: 'ready' | 'not-ready';
  readonly missing: readonly (SchemaFault | 'stopping')[];
}

@Injectable()
export class HealthService {
  constructor(
    private readonly schema: SchemaState,
    private readonly shutdown: Shutdown,
  ) {}

  /** Whether requests may be sent to this server, and what keeps it from serving them. */
  async readiness(): Promise<Readiness> {
    const missing = await this.missing();
    return { status: missing.length === 0 ? 'ready' : 'not-ready', missing };
  }

  private async missing(): Promise<Readiness['missing']> {
    if (this.shutdown.stopping) {
      return ['stopping'];
    }
    const fault = await this.schema.findFault();
    return fault === null ? [] : [fault];
  }
}
