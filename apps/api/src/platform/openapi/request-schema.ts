import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { defaultMetadataStorage } from 'class-transformer/cjs/storage.js';
import { getMetadataStorage } from 'class-validator';
import type { ValidationMetadata } from 'class-validator/types/metadata/ValidationMetadata';
import { type RuleSchema, schemaOfRule } from './rule-schema';

type RequestClass = new () => object;

const OPTIONAL = 'conditionalValidation';
const NESTED = 'nestedValidation';

const rulesOf = (type: RequestClass): readonly ValidationMetadata[] => getMetadataStorage().getTargetValidationMetadatas(type, '', false, false);

/** All that the rules say together: of two least lengths the greater. */
function merged(rules: readonly ValidationMetadata[]): RuleSchema {
  const schemas = rules.map(schemaOfRule);
  const leasts = schemas.flatMap(({ minLength }) => minLength ?? []);
  return Object.assign({}, ...schemas, leasts.length > 0 ? { minLength: Math.max(...leasts) } : {});
}

/** The class of what stands inside, where a field holds records of its own. */
function nestedType(type: RequestClass, field: string): RequestClass | null {
  const held: unknown = defaultMetadataStorage.findTypeMetadata(type, field)?.typeFunction();
  return typeof held === 'function' && rulesOf(held as RequestClass).length > 0 ? (held as RequestClass) : null;
}

function optionsOf(type: RequestClass, field: string, rules: readonly ValidationMetadata[]): ApiPropertyOptions {
  const required = !rules.some((rule) => rule.type === OPTIONAL);
  const own = merged(rules.filter(({ each }) => !each));
  const inner = nestedType(type, field);
  const isArray = own.type === 'array' || rules.some(({ each }) => each);
  if (inner) {
    return { required, type: () => inner, isArray, ...(isArray ? { minItems: own.minItems, maxItems: own.maxItems } : {}) } as ApiPropertyOptions;
  }
  const items = isArray ? { type: 'array', items: { ...merged(rules.filter(({ each }) => each)) } } : {};
  const holdsRecord = rules.some((rule) => rule.type === NESTED);
  return { required, ...(holdsRecord ? { type: 'object', additionalProperties: true } : {}), ...own, ...items } as ApiPropertyOptions;
}

/**
 * Lets the document show the fields of a request and their limits, read from the very rules that requests are checked by. Also those
 * of the records inside.
 */
export function describeRequest(type: RequestClass, described: Set<RequestClass> = new Set()): void {
  if (described.has(type)) {
    return;
  }
  described.add(type);
  const rules = rulesOf(type);
  for (const field of new Set(rules.map(({ propertyName }) => propertyName))) {
    const inner = nestedType(type, field);
    if (inner) {
      describeRequest(inner, described);
    }
    ApiProperty(optionsOf(type, field, rules.filter(({ propertyName }) => propertyName === field)))(type.prototype, field);
  }
}
