import { ValidationPipe } from '@nestjs/common';
import type { FieldError } from '@par-index/contract';
import { getMetadataStorage, type ValidationError } from 'class-validator';
import { constraintDetail } from './constraint-words';
import { DomainError } from './domain-error';

/** RFC 6901: `~` and `/` inside a name are written `~0` and `~1`. */
export const pointerPart = (property: string): string => `/${property.replace(/~/g, '~0').replace(/\//g, '~1')}`;

function limitsOf({ target, property }: ValidationError, constraint: string): readonly unknown[] {
  if (!target) {
    return [];
  }
  const rules = getMetadataStorage().getTargetValidationMetadatas(target.constructor, '', false, false);
  return rules.find((rule) => rule.propertyName === property && rule.name === constraint)?.constraints ?? [];
}

/** One line per refused field, with a JSON pointer into the body; the first broken rule of a field speaks for it. */
export function fieldErrors(errors: readonly ValidationError[], parent = ''): readonly FieldError[] {
  return errors.flatMap((error) => {
    const pointer = parent + pointerPart(error.property);
    const nested = fieldErrors(error.children ?? [], pointer);
    const code = Object.keys(error.constraints ?? {}).at(-1);
    if (code === undefined) {
      return nested;
    }
    return [{ pointer, code, detail: constraintDetail(error.property, code, limitsOf(error, code)) }, ...nested];
  });
}

/** Takes only what a request declares: a field too many is refused like a field that is wrong. */
export const validationPipe = (): ValidationPipe =>
  new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    validationError: { target: true, value: false },
    exceptionFactory: (errors) => new DomainError('request.invalid', {}, fieldErrors(errors)),
  });
