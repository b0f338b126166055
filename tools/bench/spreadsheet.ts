import type { AgencyAnswers } from '@par-index/scoring';
import { HyperFormula, type SimpleCellAddress } from 'hyperformula';
import { rowOf } from './spreadsheet-rows';

/** The bench set's sheet in HyperFormula, a row for each agency. Times are milliseconds. Ranks are left out, to its advantage. */
export class Spreadsheet {
  readonly #engine: HyperFormula;
  readonly #width: number;
  #shift = 0;

  constructor(
    readonly codes: readonly string[],
    readonly agencies: readonly AgencyAnswers[],
  ) {
    const rows = agencies.map((agency, place) => rowOf(codes, agency, place + 1).cells);
    this.#width = rows[0]?.length ?? 0;
    this.#engine = HyperFormula.buildFromArray(
      rows.map((cells) => [...cells]),
      { licenseKey: 'gpl-v3', maxColumns: 1000, undoLimit: 0 },
    );
  }

  /** The formulas alone, once every answer has been replaced by another agency's; writing the answers is not counted. */
  evaluate(): number {
    this.#engine.suspendEvaluation();
    this.#writeAnswers();
    return timeOf(() => this.#engine.resumeEvaluation());
  }

  /** `rebuildAndRecalculate`: the whole sheet afresh from its cells. */
  recalculate(): number {
    return timeOf(() => this.#engine.rebuildAndRecalculate());
  }

  /** From new answers to new indexes: writing every answer in one batch, which recalculates what hangs on it. */
  enterAnswers(): number {
    return timeOf(() => this.#engine.batch(() => this.#writeAnswers()));
  }

  indexes(): readonly number[] {
    return this.agencies.map((_agency, row) => this.#engine.getCellValue(this.#at(row, this.#width - 1)) as number);
  }

  close(): void {
    this.#engine.destroy();
  }

  #writeAnswers(): void {
    // Each agency gets the answers of another one, so that nearly every cell changes.
    this.#shift += 1;
    this.agencies.forEach((_agency, row) => {
      const agency = this.agencies[(row + this.#shift) % this.agencies.length] as AgencyAnswers;
      const { cells, inputs } = rowOf(this.codes, agency, row + 1);
      for (const col of inputs) this.#engine.setCellContents(this.#at(row, col), cells[col]);
    });
  }

  #at(row: number, col: number): SimpleCellAddress {
    return { sheet: 0, row, col };
  }
}

function timeOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
