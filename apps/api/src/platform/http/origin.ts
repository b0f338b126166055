import { createParamDecorator, type ExecutionContext, Inject, Injectable, type PipeTransform } from '@nestjs/common';
import type { Request } from 'express';
import { Config } from '../config/config';

const FromRequest = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const request = context.switchToHttp().getRequest<Request>();
  return `${request.protocol}://${request.host}`;
});

@Injectable()
export class PreferSetting implements PipeTransform<string, string> {
  constructor(@Inject(Config) private readonly config: Config) {}

  transform(fromRequest: string): string {
    return this.config.publicUrl ?? fromRequest;
  }
}

/** The address at which people reach this server, such as `https://par.example`: the setting, or else what the request was sent to. */
export const Origin = (): ParameterDecorator => FromRequest(PreferSetting);
