import type { Request } from 'express';
import { configFrom } from '../config/config';
import { CsrfProtection, isSafe } from './csrf';

const secret = (SESSION_SECRET: string, more: object = {}) => new CsrfProtection(configFrom({ DATABASE_URL: 'postgres://x/y', SESSION_SECRET, ...more }));
const requestOf = (headers: Readonly<Record<string, string>>) => ({ host: 'inner:3000', get: (name: string) => headers[name] }) as unknown as Request;

describe('CsrfProtection', () => {
  const csrf = secret('s'.repeat(32));

  it('makes a token that belongs to one session and one secret', () => {
    expect(csrf.tokenOf('s-1')).toMatch(/^[\w-]{43}$/);
    expect(csrf.tokenOf('s-1')).toBe(csrf.tokenOf('s-1'));
    expect(csrf.tokenOf('s-1')).not.toBe(csrf.tokenOf('s-2'));
    expect(csrf.tokenOf('s-1')).not.toBe(secret('t'.repeat(32)).tokenOf('s-1'));
  });

  it('takes that token alone', () => {
    expect(() => csrf.assertToken(requestOf({ 'x-csrf-token': csrf.tokenOf('s-1') }), 's-1')).not.toThrow();
    for (const wrong of ['', 'x', `${csrf.tokenOf('s-1')}x`, csrf.tokenOf('s-1').replace(/^./, '*')]) {
      expect(() => csrf.assertToken(requestOf({ 'x-csrf-token': wrong }), 's-1')).toThrow('request.csrf');
    }
  });

  it('knows the public address behind a proxy', () => {
    const behind = secret('s'.repeat(32), { PAR_PUBLIC_URL: 'https://par.example' });
    expect(() => behind.assertSameOrigin(requestOf({ origin: 'https://par.example' }))).not.toThrow();
    expect(() => csrf.assertSameOrigin(requestOf({ origin: 'https://par.example' }))).toThrow('request.csrf');
    expect(() => behind.assertSameOrigin(requestOf({ origin: 'no address' }))).toThrow('request.csrf');
  });
});

describe('isSafe', () => {
  it.each(['GET', 'HEAD', 'OPTIONS'])('%s changes nothing', (method) => expect(isSafe({ method } as Request)).toBe(true));
  it.each(['POST', 'PUT', 'DELETE', 'PATCH'])('%s may', (method) => expect(isSafe({ method } as Request)).toBe(false));
});
