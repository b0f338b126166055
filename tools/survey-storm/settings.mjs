// The words of the command line: --forms 10000 --devices 30 --faults 5
import { parseArgs } from 'node:util';

/** @param {string} name @param {string} text @param {{ least: number, most: number }} range */
function wholeNumber(name, text, { least, most }) {
  const value = /^\d+$/.test(text) ? Number(text) : -1;
  if (value < least || value > most) throw new Error(`--${name} ${text}: a whole number from ${least} to ${most} is needed`);
  return value;
}

/**
 * @param {readonly string[]} words
 * @returns {{ forms: number, devices: number, faultPercent: number }}
 */
export function stormSettings(words) {
  const { values } = parseArgs({
    args: [...words],
    options: { forms: { type: 'string', default: '10000' }, devices: { type: 'string', default: '30' }, faults: { type: 'string', default: '5' } },
  });
  return {
    forms: wholeNumber('forms', values.forms, { least: 1, most: 1_000_000 }),
    devices: wholeNumber('devices', values.devices, { least: 1, most: 500 }),
    faultPercent: wholeNumber('faults', values.faults, { least: 0, most: 90 }),
  };
}
