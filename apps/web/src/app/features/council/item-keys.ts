type Keys = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

export type ItemTurn = 'previous' | 'next' | 'none';
export type MeetingKey = ItemTurn | 'announce' | 'leave';

/** Alt+↑ and Alt+↓ lead to the item before and after, also from within a field. */
export function itemTurnOf({ key, altKey, ctrlKey, metaKey, shiftKey }: Keys): ItemTurn {
  if (!altKey || ctrlKey || metaKey || shiftKey) {
    return 'none';
  }
  return key === 'ArrowUp' ? 'previous' : key === 'ArrowDown' ? 'next' : 'none';
}

const MEETING: Readonly<Partial<Record<string, MeetingKey>>> = {
  ArrowLeft: 'previous',
  PageUp: 'previous',
  ArrowRight: 'next',
  PageDown: 'next',
  Escape: 'leave',
  v: 'announce',
  V: 'announce',
};

/** On the projector nothing is typed: arrows, or the keys of a presenter's remote, turn; Esc leads back. */
export function meetingKeyOf(event: Keys): MeetingKey {
  const { key, altKey, ctrlKey, metaKey } = event;
  return altKey || ctrlKey || metaKey ? itemTurnOf(event) : (MEETING[key] ?? 'none');
}
