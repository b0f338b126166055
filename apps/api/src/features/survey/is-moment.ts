import { applyDecorators } from '@nestjs/common';
import { IsISO8601, Matches } from 'class-validator';

const WITH_ZONE = /T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})$/;

/** A moment in ISO 8601 that exists and says its zone. */
export const IsMoment = (): PropertyDecorator => applyDecorators(Matches(WITH_ZONE), IsISO8601({ strict: true }));
