import { Injectable, signal } from '@angular/core';

export interface Toast {
  readonly id: number;
  readonly tone: 'done' | 'refused';
  readonly text: string;
}

const SHOWN_FOR = 6_000;

/** Short messages of what was done, read aloud by screen readers. A refusal belongs beside its cause; here only where there is no such place. */
@Injectable({ providedIn: 'root' })
export class Toasts {
  private readonly shown = signal<readonly Toast[]>([]);
  private next = 1;
  readonly toasts = this.shown.asReadonly();

  /** «Đã lưu cơ quan.» Goes by itself. */
  done(text: string): void {
    const toast = this.add('done', text);
    setTimeout(() => this.dismiss(toast.id), SHOWN_FOR);
  }

  /** Stays until it is closed. */
  refused(text: string): void {
    this.add('refused', text);
  }

  dismiss(id: number): void {
    this.shown.update((toasts) => toasts.filter((toast) => toast.id !== id));
  }

  private add(tone: Toast['tone'], text: string): Toast {
    const toast = { id: this.next++, tone, text };
    this.shown.update((toasts) => [...toasts.filter((shown) => shown.text !== text), toast]);
    return toast;
  }
}
