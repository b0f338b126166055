export interface MailRead {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly messageId: string;
  readonly text: string;
  readonly html: string;
}

interface Part {
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** A mail as a mail program reads it: unfolded headers, words in RFC 2047, parts in their encoding. */
export function readMail(source: string): MailRead {
  const { headers, body } = partOf(source.replace(/\r\n/g, '\n'));
  const boundary = /boundary="?([^";]+)"?/.exec(headers.get('content-type') ?? '')?.[1] ?? '';
  const parts = body.split(`--${boundary}`).slice(1, -1).map((part) => partOf(part.replace(/^\n/, '')));
  const ofType = (type: string): string => parts.filter((part) => part.headers.get('content-type')?.startsWith(type)).map(decoded).join('');
  const named = (name: string): string => wordsOf(headers.get(name) ?? '');
  return { from: named('from'), to: named('to'), subject: named('subject'), messageId: named('message-id'), text: ofType('text/plain'), html: ofType('text/html') };
}

function partOf(source: string): Part {
  const end = source.indexOf('\n\n');
  const lines = source.slice(0, end).replace(/\n[ \t]+/g, ' ').split('\n');
  return { headers: new Map(lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()])), body: source.slice(end + 2) };
}

function decoded({ headers, body }: Part): string {
  const encoding = headers.get('content-transfer-encoding');
  const bytes = encoding === 'base64' ? Buffer.from(body, 'base64') : encoding === 'quoted-printable' ? quotedPrintable(body.replace(/=\n/g, '')) : Buffer.from(body);
  return bytes.toString('utf8').trim();
}

const quotedPrintable = (text: string): Buffer => Buffer.from(text.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))), 'latin1');

function wordsOf(header: string): string {
  return header
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/((?:=\?UTF-8\?[BQ]\?[^?]*\?=)+)/gi, (words) => Buffer.concat([...words.matchAll(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi)].map(([, kind, text]) => wordOf(kind, text))).toString('utf8'));
}

const wordOf = (kind = '', text = ''): Buffer => (kind.toUpperCase() === 'B' ? Buffer.from(text, 'base64') : quotedPrintable(text.replace(/_/g, ' ')));
