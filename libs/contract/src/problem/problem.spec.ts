import { type ProblemCode, PROBLEMS } from './problem';

const codes = Object.keys(PROBLEMS) as ProblemCode[];

describe('the problems', () => {
  it.each(codes.map((code) => [code, PROBLEMS[code]] as const))('%s is a refusal of the client or the server: %i', (code, status) => {
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(600);
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/);
  });

  it('blame the server only in its own codes', () => {
    const ours = codes.filter((code) => PROBLEMS[code] >= 500);
    expect(ours).toEqual(['server.failed', 'server.stopping', 'server.database-unavailable']);
  });

  it.each<[ProblemCode, number]>([
    ['record.version-stale', 412],
    ['request.precondition-required', 428],
    ['record.not-found', 404],
    ['access.unauthenticated', 401],
    ['access.denied', 403],
    ['sign-in.delayed', 429],
    ['evidence.type-refused', 415],
    ['evidence.too-large', 413],
    ['answer.invalid', 422],
  ])('%s answers %i', (code, status) => {
    expect(PROBLEMS[code]).toBe(status);
  });
});
