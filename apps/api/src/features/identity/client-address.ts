import { isIPv6 } from 'node:net';

const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

function groupsOf(address: string): readonly string[] {
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::');
  const front = head.split(':').filter(Boolean);
  const back = (tail ?? '').split(':').filter(Boolean);
  const gap = tail === undefined ? 0 : 8 - front.length - back.length;
  return [...front, ...Array<string>(Math.max(0, gap)).fill('0'), ...back];
}

/** What counts as one address: an IPv4 address, or the /64 of an IPv6 address, since one connection has all of it. */
export function networkOf(address: string): string {
  const mapped = MAPPED.exec(address)?.[1];
  if (mapped) {
    return mapped;
  }
  return isIPv6(address) ? groupsOf(address).slice(0, 4).map((group) => parseInt(group, 16).toString(16)).join(':') : address;
}
