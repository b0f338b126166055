// The words of the command line: --writers 50 --kills 3
import { parseArgs } from 'node:util';

/** @param {string} name @param {string} text @param {number} most */
function wholeNumber(name, text, most) {
  const value = /^\d+$/.test(text) ? Number(text) : 0;
  if (value < 1 || value > most) throw new Error(`--${name} ${text}: a whole number from 1 to ${most} is needed`);
  return value;
}

/**
 * @param {readonly string[]} words
 * @returns {{ writers: number, kills: number }}
 */
export function durabilitySettings(words) {
  const { values } = parseArgs({
    args: [...words],
    options: { writers: { type: 'string', default: '50' }, kills: { type: 'string', default: '3' } },
  });
  return { writers: wholeNumber('writers', values.writers, 500), kills: wholeNumber('kills', values.kills, 100) };
}
