/** The documents of the open data, as JSON Schema (draft 2020-12) describes them. */
export type SchemaName = 'ranking' | 'case' | 'manifest';

const DRAFT = 'https://json-schema.org/draft/2020-12/schema';
const text = { type: 'string' } as const;
const figure = { type: 'number', description: 'Không quá 4 chữ số thập phân' } as const;
const sha256 = { type: 'string', pattern: '^[0-9a-f]{64}$' } as const;
const whole = { type: 'integer', minimum: 1 } as const;

/** All of the properties are there, and no other. */
const exactly = (properties: Readonly<Record<string, object>>): object => ({
  type: 'object',
  required: Object.keys(properties),
  properties,
  additionalProperties: false,
});

const listOf = (items: object): object => ({ type: 'array', items });

const EDITION = {
  ...{ year: { type: 'integer', minimum: 2000, maximum: 2100 }, edition: whole, title: text, reason: text },
  ...{ publishedAt: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}T' }, digest: sha256, inForce: { type: 'boolean' }, address: text },
};

const FILE = exactly({
  ...{ name: text, title: text, bytes: whole, sha256, address: text },
  mediaType: { enum: ['text/csv', 'application/json'] },
  schema: { type: ['string', 'null'] },
});

const RANKED = exactly({
  ...{ code: text, name: text, rank: whole, index: { ...figure, minimum: 0, maximum: 100 }, grade: { type: ['string', 'null'] } },
  ...{ points: figure, applicableMax: figure, selfPoints: figure, surveyPoints: figure, bonus: figure, penalty: figure },
  fields: { type: 'object', additionalProperties: { type: ['number', 'null'] } },
});

export const SCHEMAS: Readonly<Record<SchemaName, object>> = {
  ranking: {
    $schema: DRAFT,
    title: 'Xếp hạng của một nhóm cơ quan',
    ...exactly({
      ...{ format: { const: 'par-open-ranking/1' }, year: EDITION.year, edition: whole, group: text, groupName: text },
      fields: listOf(exactly({ code: text, title: text, max: figure })),
      agencies: listOf(RANKED),
    }),
  },
  case: {
    $schema: DRAFT,
    title: 'Bộ tiêu chí và số liệu của một nhóm; tính lại bằng: npm run score -- TỆP',
    ...exactly({
      format: { const: 'par-scoring-case/1' },
      criteriaSet: {
        type: 'object',
        description: 'Một par-criteria-set/1',
        required: ['format', 'code', 'title', 'criteria'],
        properties: { format: { const: 'par-criteria-set/1' }, code: text, title: text, criteria: { type: 'array' } },
      },
      agencies: listOf({
        type: 'object',
        required: ['code', 'answers'],
        properties: { code: text, name: text, exempt: listOf(text), answers: { type: 'object', additionalProperties: { type: 'object' } } },
        additionalProperties: false,
      }),
    }),
  },
  manifest: {
    $schema: DRAFT,
    title: 'Các tệp của một lần công bố',
    ...exactly({ format: { const: 'par-open-data/1' }, ...EDITION, files: listOf(FILE) }),
  },
};

export const isSchemaName = (name: string): name is SchemaName => Object.hasOwn(SCHEMAS, name);
