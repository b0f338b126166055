import { type CallHandler, type ExecutionContext, type NestInterceptor, UseInterceptors } from '@nestjs/common';
import type { Response } from 'express';
import { type Observable, tap } from 'rxjs';
import { setEtag } from './if-match';

class VersionTag implements NestInterceptor<{ readonly version: number }> {
  intercept(context: ExecutionContext, next: CallHandler<{ readonly version: number }>): Observable<{ readonly version: number }> {
    const response = context.switchToHttp().getResponse<Response>();
    return next.handle().pipe(tap(({ version }) => void setEtag(response, version)));
  }
}

/** For a route that answers one versioned record: its version goes out as ETag, to come back as If-Match. */
export const Versioned = (): MethodDecorator => UseInterceptors(VersionTag);
