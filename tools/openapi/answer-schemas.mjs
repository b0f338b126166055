// What each route answers, as JSON schemas, read from the types of the controllers: the document can't promise what the code does not.
import { resolve } from 'node:path';
import ts from 'typescript';

const workspace = resolve(import.meta.dirname, '../..');
const ROUTE_DECORATORS = new Set(['Get', 'Post', 'Put', 'Patch', 'Delete']);

/**
 * @typedef {Record<string, unknown>} Schema
 * @typedef {object} Answers
 * @property {Record<string, Schema | null>} routes by `Controller.method`; null where nothing comes back
 * @property {Record<string, Schema>} schemas by the name of the type
 */

function openProgram() {
  const file = resolve(workspace, 'apps/api/tsconfig.json');
  const { config } = ts.readConfigFile(file, ts.sys.readFile);
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, resolve(workspace, 'apps/api'));
  return ts.createProgram(fileNames, { ...options, noEmit: true });
}

/** @param {ts.Declaration | undefined} declaration */
const isOurs = (declaration) => declaration !== undefined && !declaration.getSourceFile().fileName.includes('node_modules');

/** `self-assess` becomes `SelfAssess`. @param {string} words */
const capitalised = (words) => words.replace(/(^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_, _between, letter) => letter.toUpperCase());

/** The compiler keeps no order of its own in a union: one of ours makes the document the same each time. @param {unknown[]} parts */
const inOrder = (parts) => [...parts].sort((one, other) => JSON.stringify(one).localeCompare(JSON.stringify(other), 'en'));

/** The types of one program as schemas; those with a name of ours are kept aside and referred to. */
class Schemas {
  /** @type {Record<string, Schema>} */
  named = {};

  /** @param {ts.TypeChecker} checker */
  constructor(checker) {
    this.checker = checker;
  }

  /** @param {ts.Type} type @returns {Schema} */
  of(type) {
    const name = this.nameOf(type);
    if (name === null) return this.inline(type);
    if (!(name in this.named)) {
      this.named[name] = {};
      this.named[name] = this.inline(type);
    }
    return { $ref: `#/components/schemas/${name}` };
  }

  /** `AgencyView`, `PageOfAgencyView`; null for what has no name of ours. @param {ts.Type} type @returns {string | null} */
  nameOf(type) {
    if (type.flags & (ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike | ts.TypeFlags.BooleanLike) && !type.aliasSymbol) return null;
    const symbol = type.aliasSymbol ?? (type.isUnion() ? undefined : type.symbol);
    const declaration = symbol?.declarations?.[0];
    if (!symbol || symbol.name.startsWith('__') || !declaration || !isOurs(declaration)) return null;
    const given = type.aliasTypeArguments ?? (type.flags & ts.TypeFlags.Object ? this.checker.getTypeArguments(/** @type {ts.TypeReference} */ (type)) : []);
    const parts = given.flatMap((part) => this.nameOf(part) ?? (part.isStringLiteral() ? capitalised(part.value) : []));
    return [symbol.name, ...parts].join('Of');
  }

  /** @param {ts.Type} type @returns {Schema} */
  inline(type) {
    if (type.flags & ts.TypeFlags.Boolean) return { type: 'boolean' };
    if (type.isUnion()) return this.union(type);
    if (type.isStringLiteral() || type.isNumberLiteral()) return { const: type.value };
    if (type.flags & ts.TypeFlags.BooleanLiteral) return { const: this.checker.typeToString(type) === 'true' };
    if (type.flags & ts.TypeFlags.StringLike) return { type: 'string' };
    if (type.flags & ts.TypeFlags.NumberLike) return { type: 'number' };
    if (type.flags & ts.TypeFlags.Null) return { type: 'null' };
    if (type.flags & (ts.TypeFlags.Unknown | ts.TypeFlags.Any)) return {};
    return this.object(type);
  }

  /** @param {ts.UnionType} type @returns {Schema} */
  union(type) {
    const parts = type.types.filter((part) => !(part.flags & ts.TypeFlags.Undefined));
    const literals = parts.filter((part) => part.isStringLiteral() || part.isNumberLiteral());
    const booleans = parts.filter((part) => part.flags & ts.TypeFlags.BooleanLiteral);
    const others = parts.filter((part) => !(part.isStringLiteral() || part.isNumberLiteral()) && !(booleans.length === 2 && booleans.includes(part)));
    const schemas = [
      ...(literals.length > 0 ? [{ enum: inOrder(literals.map((part) => /** @type {ts.LiteralType} */ (part).value)) }] : []),
      ...(booleans.length === 2 ? [{ type: 'boolean' }] : []),
      ...others.map((part) => this.of(part)),
    ];
    return schemas.length === 1 && schemas[0] ? schemas[0] : { anyOf: inOrder(schemas) };
  }

  /** @param {ts.Type} type @returns {Schema} */
  object(type) {
    if (this.checker.isTupleType(type)) return { type: 'array', prefixItems: this.checker.getTypeArguments(/** @type {ts.TypeReference} */ (type)).map((part) => this.of(part)) };
    if (this.checker.isArrayType(type)) {
      const [item] = this.checker.getTypeArguments(/** @type {ts.TypeReference} */ (type));
      return { type: 'array', items: item ? this.of(item) : {} };
    }
    const fields = type.getProperties();
    const index = type.getStringIndexType();
    const required = fields.filter(({ flags }) => !(flags & ts.SymbolFlags.Optional)).map(({ name }) => name);
    return {
      type: 'object',
      ...(required.length > 0 ? { required } : {}),
      ...(fields.length > 0 ? { properties: Object.fromEntries(fields.map((field) => [field.name, this.of(this.checker.getTypeOfSymbol(field))])) } : {}),
      ...(index ? { additionalProperties: this.of(index) } : {}),
    };
  }
}

/** @param {ts.MethodDeclaration} method */
const isRoute = (method) =>
  (ts.getDecorators(method) ?? []).some(({ expression }) => ts.isCallExpression(expression) && ROUTE_DECORATORS.has(expression.expression.getText()));

/** @param {ts.SourceFile} file */
const classesIn = (file) => file.statements.filter(ts.isClassDeclaration);

/** @param {ts.Program} program */
function routesIn(program) {
  const files = program.getSourceFiles().filter(({ fileName }) => fileName.endsWith('.controller.ts'));
  return files.flatMap((file) =>
    classesIn(file).flatMap((controller) =>
      controller.members.filter(ts.isMethodDeclaration).filter(isRoute).map((method) => ({ name: `${controller.name?.text}.${method.name.getText()}`, method })),
    ),
  );
}

/** What comes back of a method: a schema, null for nothing, and for a file its bytes. @param {Schemas} schemas @param {ts.MethodDeclaration} method */
function answerOf(schemas, method) {
  const { checker } = schemas;
  const signature = checker.getSignatureFromDeclaration(method);
  if (!signature) return null;
  const returned = signature.getReturnType();
  const type = checker.getAwaitedType(returned) ?? returned;
  if (type.flags & (ts.TypeFlags.Void | ts.TypeFlags.Undefined)) return null;
  return type.symbol?.name === 'StreamableFile' ? { type: 'string', format: 'binary' } : schemas.of(type);
}

/** @param {Record<string, unknown>} record */
const sorted = (record) => Object.fromEntries(Object.entries(record).sort(([one], [other]) => one.localeCompare(other, 'en')));

/** @returns {Answers} */
export function answersOfRoutes() {
  const program = openProgram();
  const schemas = new Schemas(program.getTypeChecker());
  const routes = Object.fromEntries(routesIn(program).map(({ name, method }) => [name, answerOf(schemas, method)]));
  return /** @type {Answers} */ ({ routes: sorted(routes), schemas: sorted(schemas.named) });
}
