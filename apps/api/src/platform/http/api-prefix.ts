import { RequestMethod } from '@nestjs/common';

/** Before every address of the API. */
export const API_PREFIX = '/api/v1';

/** Those whom the watchers of servers ask stand at the root. */
export const WITHOUT_PREFIX = ['health/live', 'health/ready', 'metrics'].map((path) => ({ path, method: RequestMethod.GET }));
