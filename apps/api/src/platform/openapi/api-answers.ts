/** What each route answers, as `npm run openapi` reads it from the types of the controllers. */
export abstract class ApiAnswers {
  /** By `Controller.method`; null where nothing comes back. */
  abstract readonly routes: Readonly<Record<string, object | null>>;
  /** The types that answers are made of, by their names. */
  abstract readonly schemas: Readonly<Record<string, object>>;
}
