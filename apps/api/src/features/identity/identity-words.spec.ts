import { networkOf } from './client-address';
import { deviceOf } from './device';
import { assertStrong, hashPassword, isPassword } from './password';
import { delayAfter } from './sign-in-delay';
import { hashOf, newToken } from './token';

const CHROME = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

describe('deviceOf', () => {
  it.each([
    [CHROME, 'Chrome trên Windows'],
    [`${CHROME} Edg/140.0`, 'Edge trên Windows'],
    [`${CHROME.replace('Chrome/', 'coc_coc_browser/130.0 Chrome/')}`, 'Cốc Cốc trên Windows'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox trên Linux'],
    ['Mozilla/5.0 (Linux; Android 15; SM-A556E) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36', 'Chrome trên Android'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Mobile/15E148 Safari/604.1', 'Safari trên iOS'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/19.0 Safari/605.1.15', 'Safari trên macOS'],
    ['curl/8.5.0', 'Thiết bị không rõ'],
    [undefined, 'Thiết bị không rõ'],
    ['<script>alert(1)</script>', 'Thiết bị không rõ'],
  ])('calls %s «%s»', (agent, words) => expect(deviceOf(agent)).toBe(words));
});

describe('networkOf', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:aaaa:bbbb:cccc:dddd', '2001:db8:1:2'],
    ['2001:0DB8:0001:0002::9', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['', ''],
  ])('takes %s as %s', (address, network) => expect(networkOf(address)).toBe(network));
});

describe('delayAfter', () => {
  it.each([
    ['account', 4, 0],
    ['account', 5, 15],
    ['account', 6, 30],
    ['account', 7, 60],
    ['account', 10, 480],
    ['account', 11, 900],
    ['account', 10_000, 900],
    ['address', 29, 0],
    ['address', 30, 15],
    ['address', 31, 30],
  ] as const)('an %s waits after %d failures %d s', (kind, failures, seconds) => expect(delayAfter(kind, failures)).toBe(seconds));
});

describe('a token', () => {
  it('is new each time, and too long to guess', () => {
    const tokens = Array.from({ length: 50 }, newToken);
    expect(new Set(tokens).size).toBe(50);
    tokens.forEach((token) => expect(token).toMatch(/^[\w-]{43}$/));
  });

  it('is kept as a hash that is always the same', () => {
    expect(hashOf('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});

describe('a password', () => {
  const refusalOf = (password: string, userName = 'hanh.syt'): string | null => {
    try {
      assertStrong(password, userName);
      return null;
    } catch (error) {
      return (error as { readonly errors: readonly { readonly code: string }[] }).errors[0]?.code ?? '';
    }
  };

  it.each(['đồng hồ quả lắc 7', 'bốn mùa hoa gạo đỏ', 'x9!kLm2#pQ', 'mười ký tự'])('may be «%s»', (password) => expect(refusalOf(password)).toBeNull());

  it.each([
    ['ngắn quá', 'too-short'],
    ['👍👍👍👍👍👍👍👍👍', 'too-short'],
    ['x'.repeat(201), 'too-long'],
    ['hanh.syt.2026', 'user-name'],
    ['1234567890', 'guessed'],
    ['Tuyen-Quang 2026', 'guessed'],
    ['MatKhau123456', 'guessed'],
    ['ababababababab', 'guessed'],
  ])('may not be «%s»', (password, code) => expect(refusalOf(password)).toBe(code));

  it('is kept as argon2id with the costs that OWASP asks for', async () => {
    expect(await hashPassword('đồng hồ quả lắc 7')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('is known again, however its accents were typed', async () => {
    const kept = await hashPassword('đồng hồ quả lắc 7'.normalize('NFC'));
    expect(await isPassword(kept, 'đồng hồ quả lắc 7'.normalize('NFD'))).toBe(true);
    expect(await isPassword(kept, 'đồng hồ quả lắc 8')).toBe(false);
  });

  it('is not looked for faster where there is none', async () => {
    const kept = await hashPassword('đồng hồ quả lắc 7');
    await isPassword(null, 'warm up');
    const time = async (hash: string | null): Promise<number> => {
      const begun = performance.now();
      for (let index = 0; index < 5; index += 1) {
        expect(await isPassword(hash, 'a guess')).toBe(false);
      }
      return performance.now() - begun;
    };
    const [there, notThere] = [await time(kept), await time(null)];
    expect(notThere).toBeGreaterThan(there / 3);
    expect(await isPassword(null, 'no one has this password')).toBe(false);
  });
});
