import { type FieldError, hasReached, type Phase, type PhaseWindow, PHASES } from '@par-index/contract';
import { PHASE_WORDS } from './phase-words';

const at = (text: string): number => Date.parse(text);

/** Forms send minutes: within the same one nothing has changed. */
export const sameMinute = (a: string, b: string): boolean => Math.floor(at(a) / 60_000) === Math.floor(at(b) / 60_000);

/**
 * What is wrong with the windows of a cycle that is in `phase`: two of one phase, dates out of order, or a phase that opens before
 * the one before it closes. Of phases that are over, whatever became of them is right.
 */
export function windowErrors(windows: readonly PhaseWindow[], phase: Phase): readonly FieldError[] {
  const placed = windows.map((window, position) => ({ window, pointer: `/windows/${position}` }));
  const open = placed.filter(({ window }) => hasReached(window.phase, phase));
  return [...open.flatMap(datesOf), ...repeated(placed), ...overlapping(open)];
}

interface Placed {
  readonly window: PhaseWindow;
  readonly pointer: string;
}

function datesOf({ window, pointer }: Placed): readonly FieldError[] {
  if (at(window.deadlineAt) < at(window.opensAt)) {
    return [disordered(`${pointer}/deadlineAt`, 'Hạn không được trước ngày mở. Hãy chọn hạn sau ngày mở.')];
  }
  if (at(window.closeAt) < at(window.deadlineAt)) {
    return [disordered(`${pointer}/closeAt`, 'Ngày khóa không được trước hạn. Hãy chọn ngày khóa bằng hoặc sau hạn.')];
  }
  return [];
}

function repeated(placed: readonly Placed[]): readonly FieldError[] {
  const former = (position: number) => placed.slice(0, position).some(({ window }) => window.phase === placed[position]?.window.phase);
  return placed
    .filter((_, position) => former(position))
    .map(({ window, pointer }) => ({
      pointer: `${pointer}/phase`,
      code: 'cycle.window-repeated',
      detail: `Giai đoạn ${PHASE_WORDS[window.phase]} đã có thời hạn ở trên. Hãy bỏ bớt một dòng.`,
    }));
}

function overlapping(placed: readonly Placed[]): readonly FieldError[] {
  const ordered = [...placed].sort((a, b) => PHASES.indexOf(a.window.phase) - PHASES.indexOf(b.window.phase));
  return ordered.flatMap(({ window, pointer }, position) => {
    const before = ordered[position - 1]?.window;
    if (!before || before.phase === window.phase || at(window.opensAt) >= at(before.closeAt)) {
      return [];
    }
    const detail = `Giai đoạn ${PHASE_WORDS[window.phase]} không được mở trước khi giai đoạn ${PHASE_WORDS[before.phase]} khóa.`;
    return [disordered(`${pointer}/opensAt`, detail)];
  });
}

export const disordered = (pointer: string, detail: string): FieldError => ({ pointer, code: 'cycle.dates-disordered', detail });
