import { receiptCheckUrl } from '@par-index/contract';
import { create, toString } from 'qrcode';

const LEVEL = { errorCorrectionLevel: 'M' } as const;

/** The address of the check as a QR code, an SVG picture. */
export const receiptCode = (origin: string, number: string): Promise<string> => toString(receiptCheckUrl(origin, number), { ...LEVEL, type: 'svg', margin: 2 });

/** The code of an address as the squares that are dark: how many there are a side, and where. */
export function squaresOf(address: string): { readonly side: number; readonly dark: readonly (readonly [x: number, y: number])[] } {
  const { size: side, data } = create(address, LEVEL).modules;
  const dark = [...data].flatMap((isDark, at) => (isDark ? [[at % side, Math.floor(at / side)] as const] : []));
  return { side, dark };
}
