export interface Answers {
  readonly routes: Readonly<Record<string, object | null>>;
  readonly schemas: Readonly<Record<string, object>>;
}

export function answersOfRoutes(): Answers;
