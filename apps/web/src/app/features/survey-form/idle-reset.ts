import { DestroyRef, inject, signal, type Signal } from '@angular/core';

const WARN_AFTER = 20;
const RESET_AFTER = 30;
const SIGNS = ['pointerdown', 'keydown', 'input'] as const;

/** Counts seconds in which nobody touched the page. */
export interface IdleWatch {
  /** Seconds until the reset, from the warning on; null before. */
  readonly left: Signal<number | null>;
  touch(): void;
}

/** What is left until the reset after so many idle seconds; null where no warning is due. */
export const secondsLeft = (idle: number): number | null => (idle < WARN_AFTER ? null : Math.max(0, RESET_AFTER - idle));

/** After 30 idle seconds `reset` is called, once; from 20 on it is said. In the context of a component. */
export function watchIdle(reset: () => void): IdleWatch {
  const left = signal<number | null>(null);
  let touchedAt = Date.now();
  const touch = (): void => {
    touchedAt = Date.now();
    left.set(null);
  };
  const timer = setInterval(() => {
    left.set(secondsLeft(Math.floor((Date.now() - touchedAt) / 1000)));
    if (left() === 0) {
      touch();
      reset();
    }
  }, 500);
  SIGNS.forEach((sign) => addEventListener(sign, touch));
  inject(DestroyRef).onDestroy(() => {
    clearInterval(timer);
    SIGNS.forEach((sign) => removeEventListener(sign, touch));
  });
  return { left, touch };
}
