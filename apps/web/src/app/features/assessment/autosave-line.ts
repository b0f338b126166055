/** One after the other, in the order of asking: what was typed first is sent first. */
export class SendingLine {
  private last: Promise<unknown> = Promise.resolve();

  /** `step` never rejects. */
  join<T>(step: () => Promise<T>): Promise<T> {
    const turn = this.last.then(step);
    this.last = turn;
    return turn;
  }
}
