import { computed, type Signal, signal } from '@angular/core';
import type { Refusal } from '../problem/refusal';
import { fingerprintOf, metadataOf, type UploadTarget } from './upload-target';
import type { ResumableTransport, Transfer } from './resumable-transport';
import type { UploadMemory } from './upload-memory';

/** `waiting` for its turn, `sending`, held by its person (`paused`) or by the network (`lost`), `arrived` as a whole, or `refused`. */
export type SendingState = 'waiting' | 'sending' | 'paused' | 'lost' | 'arrived' | 'refused';

/** Its person gave it up: nothing to be told of. */
export class GivenUp extends Error {
  override readonly name = 'GivenUp';
}

export interface SendingPorts {
  readonly transport: ResumableTransport;
  readonly memory: UploadMemory;
  readonly userId: string;
}

export interface FileToSend {
  readonly file: File;
  readonly target: UploadTarget;
  /** Where it goes on, where that is known from elsewhere than this browser's memory. */
  readonly url?: string | null;
  /** What is typed about it now; kept beside the place where it goes on. */
  readonly typed: () => unknown;
}

/** One large file on its way: it can be held, taken up again, and found again after a reload. */
export class FileSending {
  private readonly at = signal<SendingState>('waiting');
  private readonly moved = signal(0);
  private readonly stoppedBy = signal<Refusal | null>(null);
  private transfer: Transfer | null = null;
  private address: string | null;
  private settled: { readonly resolve: (url: string) => void; readonly reject: (reason: Refusal | GivenUp) => void } | null = null;

  readonly state: Signal<SendingState> = this.at.asReadonly();
  /** 0…1. */
  readonly progress = computed(() => (this.what.file.size === 0 ? 0 : Math.min(1, this.moved() / this.what.file.size)));
  readonly refusal: Signal<Refusal | null> = this.stoppedBy.asReadonly();

  constructor(
    private readonly what: FileToSend,
    private readonly ports: SendingPorts,
  ) {
    this.address = what.url ?? null;
  }

  get url(): string | null {
    return this.address;
  }

  /** Sends until the whole file has arrived, over pauses and lost connections; rejects with what the server refuses. */
  async send(): Promise<string> {
    const arrival = new Promise<string>((resolve, reject) => (this.settled = { resolve, reject }));
    const { file, target } = this.what;
    this.address ??= (await this.ports.memory.find(this.ports.userId, fingerprintOf(file, target)))?.url ?? null;
    this.transfer = await this.ports.transport.open(
      { file, metadata: metadataOf(file, target), url: this.address },
      {
        begun: (url) => void this.remember(url),
        moved: (bytes) => this.moved.set(bytes),
        arrived: () => this.finish(),
        stopped: (refusal) => this.stop(refusal),
      },
    );
    this.resume();
    return arrival;
  }

  resume(): void {
    this.stoppedBy.set(null);
    this.at.set('sending');
    this.transfer?.start();
  }

  async pause(): Promise<void> {
    this.at.set('paused');
    await this.transfer?.pause();
  }

  /** Stops for good: whoever waits for it is told. */
  async giveUp(): Promise<void> {
    this.at.set('refused');
    await this.transfer?.pause();
    this.settled?.reject(new GivenUp());
  }

  /** After the file was made use of, or given up. */
  async forget(): Promise<void> {
    await this.ports.memory.forget(this.ports.userId, fingerprintOf(this.what.file, this.what.target));
  }

  /** What was typed meanwhile goes with the place where it goes on. */
  async keepTyped(): Promise<void> {
    if (this.address !== null) {
      await this.remember(this.address);
    }
  }

  private async remember(url: string): Promise<void> {
    this.address = url;
    const { file, target, typed } = this.what;
    await this.ports.memory.keep({ userId: this.ports.userId, fingerprint: fingerprintOf(file, target), url, typed: typed(), begunAt: new Date().toISOString() });
  }

  private finish(): void {
    this.at.set('arrived');
    this.settled?.resolve(this.address ?? '');
  }

  private stop(refusal: Refusal): void {
    this.stoppedBy.set(refusal);
    if (refusal.code === 'network.unreachable' || refusal.code === 'upload.busy' || refusal.code === 'server.stopping') {
      this.at.set('lost');
      return;
    }
    this.at.set('refused');
    this.settled?.reject(refusal);
  }
}
