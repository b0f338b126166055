/** Lets only a few work at once; the others wait in the order in which they came. */
export class UploadLine {
  private working = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly most: number) {}

  async run<T>(work: () => Promise<T>): Promise<T> {
    await this.turn();
    try {
      return await work();
    } finally {
      this.working -= 1;
      this.waiting.shift()?.();
    }
  }

  private async turn(): Promise<void> {
    if (this.working >= this.most) {
      await new Promise<void>((ready) => this.waiting.push(ready));
    }
    this.working += 1;
  }
}
