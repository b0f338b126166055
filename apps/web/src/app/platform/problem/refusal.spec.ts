import { HttpErrorResponse } from '@angular/common/http';
import { Refusal, refusalOf } from './refusal';

const problem = {
  type: 'about:blank',
  title: 'Unprocessable',
  status: 422,
  code: 'request.invalid',
  detail: 'Một số ô chưa đúng.',
  traceId: 't',
  errors: [{ pointer: '/name', code: 'empty', detail: 'Hãy nhập tên.' }],
} as const;

describe('a refusal', () => {
  it('carries the code, the sentence and the fields of the problem', () => {
    const refusal = refusalOf(new HttpErrorResponse({ status: 422, error: problem }));
    expect(refusal.code).toBe('request.invalid');
    expect(refusal.detail).toBe('Một số ô chưa đúng.');
    expect(refusal.status).toBe(422);
    expect(refusal.field('/name')).toBe('Hãy nhập tên.');
    expect(refusal.field('/code')).toBeNull();
  });

  it('says that the server could not be reached', () => {
    const refusal = refusalOf(new HttpErrorResponse({ status: 0, error: new ProgressEvent('error') }));
    expect(refusal.code).toBe('network.unreachable');
  });

  it('takes an answer without a problem for a failure of the server', () => {
    expect(refusalOf(new HttpErrorResponse({ status: 502, error: '<html>' })).code).toBe('server.failed');
    expect(refusalOf(new Error('x')).code).toBe('server.failed');
  });

  it('is passed on as it is', () => {
    const refusal = new Refusal('access.denied', 'Không được.');
    expect(refusalOf(refusal)).toBe(refusal);
  });
});
