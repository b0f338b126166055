import { hash, verify } from '@node-rs/argon2';
import type { FieldError } from '@par-index/contract';
import { DomainError } from '../../platform/problem/domain-error';

/** argon2id by OWASP's advice: 19 MiB, two passes, one lane. Source: OWASP Password Storage Cheat Sheet. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

const LEAST_LENGTH = 10;
const MOST_LENGTH = 200;

/** Those that are tried first everywhere, or here, and are long enough. Compared without case and separators. */
const GUESSED: ReadonlySet<string> = new Set([
  '0123456789', '1234567890', '12345678910', '123456789a', '0987654321', '1111111111', '0000000000', '1231231231', '123123123123', '1122334455',
  'abcdefghij', 'abcd123456', 'abc1234567', 'abc123456789', 'qwertyuiop', 'qwerty123456', '1q2w3e4r5t', '1qaz2wsx3edc', 'asdfghjkl123', 'zaq12wsxcde3',
  'password12', 'password123', 'password1234', 'password123456', 'passw0rd123', 'p@ssw0rd123', 'matkhau123', 'matkhau1234', 'matkhau123456', 'matkhau123456789',
  'admin12345', 'admin123456', 'administrator', 'administrator1', 'quantri123', 'quantri12345', 'quantrihethong', 'iloveyou123', 'anhyeuem123', 'emyeuanh123',
  'vietnam123', 'vietnam1234', 'vietnam2025', 'vietnam2026', 'tuyenquang', 'tuyenquang123', 'tuyenquang2025', 'tuyenquang2026', 'hagiang123', 'hagiang2025',
  'cchc123456', 'caicachhanhchinh', 'parindex123', 'parindex2025', 'parindex2026', 'sonoivu123', 'sonoivu2025', 'sonoivu2026', 'congchuc123', 'welcome123',
]);

const bare = (text: string): string => text.toLowerCase().replace(/[\s._!-]/g, '');

const RULES: readonly (readonly [code: string, broken: (password: string, userName: string) => boolean, detail: string])[] = [
  ['too-short', (password) => [...password].length < LEAST_LENGTH, `Mật khẩu cần ít nhất ${LEAST_LENGTH} ký tự.`],
  ['too-long', (password) => password.length > MOST_LENGTH, `Mật khẩu dài quá ${MOST_LENGTH} ký tự. Hãy viết ngắn lại.`],
  ['user-name', (password, userName) => bare(password).includes(bare(userName)), 'Mật khẩu không được chứa tên đăng nhập.'],
  ['guessed', (password) => GUESSED.has(bare(password)) || new Set(password).size < 4, 'Mật khẩu này quá hay gặp. Hãy chọn mật khẩu khác.'],
];

/** Refuses a password that is short, holds the user name or is tried first by everybody who guesses. */
export function assertStrong(password: string, userName: string, pointer: FieldError['pointer'] = '/newPassword'): void {
  const broken = RULES.find(([, isBroken]) => isBroken(password, userName));
  if (broken) {
    throw new DomainError('password.too-weak', {}, [{ pointer, code: broken[0], detail: broken[2] }]);
  }
}

const normal = (password: string): string => password.normalize('NFC');

export const hashPassword = (password: string): Promise<string> => hash(normal(password), COST);

/** The hash of a password that nobody has: an account that is not there takes as long as one that is. */
let nobodys: Promise<string> | null = null;
const nobodysHash = (): Promise<string> => (nobodys ??= hash('no one has this password', COST));

/** Whether it is the password. Takes the same time where there is none to compare with. */
export async function isPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const matches = await verify(passwordHash ?? (await nobodysHash()), normal(password));
  return passwordHash !== null && matches;
}
