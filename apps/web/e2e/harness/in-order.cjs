const { default: Sequencer } = require('@jest/test-sequencer');

/** Journeys share one province: by name, and what moves the whole cycle comes last, whatever ran before and how long it took. */
const movesTheCycle = ({ path }) => ['publication.journey.ts', 'year.journey.ts'].findIndex((last) => path.endsWith(last)) + 1;

module.exports = class InOrder extends Sequencer {
  sort(tests) {
    return [...tests].sort((a, b) => movesTheCycle(a) - movesTheCycle(b) || a.path.localeCompare(b.path));
  }
};
