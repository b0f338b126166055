import type { ValidationMetadata } from 'class-validator/types/metadata/ValidationMetadata';

/** The part of a JSON schema that one rule of class-validator states. */
export interface RuleSchema {
  readonly type?: 'string' | 'integer' | 'number' | 'boolean' | 'array' | 'object';
  readonly format?: string;
  readonly enum?: unknown[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
}

type Limits = readonly unknown[];

const RULES: Readonly<Record<string, (limits: Limits) => RuleSchema>> = {
  isString: () => ({ type: 'string' }),
  isNotBlank: () => ({ type: 'string', minLength: 1 }),
  isInt: () => ({ type: 'integer' }),
  isNumber: () => ({ type: 'number' }),
  isBoolean: () => ({ type: 'boolean' }),
  isObject: () => ({ type: 'object' }),
  isArray: () => ({ type: 'array' }),
  isUuid: () => ({ type: 'string', format: 'uuid' }),
  isUrl: () => ({ type: 'string', format: 'uri' }),
  isIso8601: () => ({ type: 'string', format: 'date-time' }),
  isDateString: () => ({ type: 'string', format: 'date-time' }),
  isIn: ([allowed]) => ({ enum: [...(allowed as Limits)] }),
  matches: ([pattern]) => ({ type: 'string', pattern: (pattern as RegExp).source }),
  min: ([least]) => ({ minimum: Number(least) }),
  max: ([most]) => ({ maximum: Number(most) }),
  minLength: ([least]) => ({ type: 'string', minLength: Number(least) }),
  maxLength: ([most]) => ({ type: 'string', maxLength: Number(most) }),
  arrayMinSize: ([least]) => ({ minItems: Number(least) }),
  arrayMaxSize: ([most]) => ({ maxItems: Number(most) }),
  arrayUnique: () => ({ uniqueItems: true }),
};

/** What a rule says of a value; nothing where it says what no schema can. */
export const schemaOfRule = ({ name = '', constraints }: ValidationMetadata): RuleSchema => RULES[name]?.((constraints ?? []) as Limits) ?? {};
