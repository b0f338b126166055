const { default: Sequencer } = require('@jest/test-sequencer');

/** These move the whole cycle, or open one of their own, which then is the newest that everybody sees; the council makes new members, which the year must not have. */
const LAST = ['publication', 'receipts', 'assignment', 'two-devices', 'year', 'council', 'criteria', 'next-year'].map((name) => `/${name}.journey.ts`);

/** Journeys share one province: by name, and what moves the whole cycle comes last, whatever ran before and how long it took. */
const movesTheCycle = ({ path }) => LAST.findIndex((last) => path.endsWith(last)) + 1;

module.exports = class InOrder extends Sequencer {
  sort(tests) {
    return [...tests].sort((a, b) => movesTheCycle(a) - movesTheCycle(b) || a.path.localeCompare(b.path));
  }
};
