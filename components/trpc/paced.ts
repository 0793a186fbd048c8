/** Does a thing at once when asked, but one at a time and not more often than once in `every` milliseconds. */
export class Paced {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isDoing = false;
  private isStopped = false;
  /** Asked while doing: to be done again after so many milliseconds. */
  private again: number | null = null;
  private last = 0;

  constructor(
    private readonly every: number,
    private readonly act: () => Promise<void>,
  ) {}

  ask(after = 0): void {
    if (this.isStopped) return;
    if (this.isDoing) {
      this.again = Math.max(this.again ?? 0, after);
      return;
    }
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.run(), Math.max(after, this.last + this.every - Date.now(), 0));
  }

  stop(): void {
    clearTimeout(this.timer);
    this.isStopped = true;
  }

  private async run(): Promise<void> {
    this.isDoing = true;
    this.last = Date.now();
    await this.act();
    this.isDoing = false;
    if (this.again !== null) this.ask(this.again);
    this.again = null;
  }
}
