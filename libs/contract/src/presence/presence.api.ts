/** `open`: reads the criterion. `editing`: has typed into it since it was opened. */
export const PRESENCE_DEEDS = ['open', 'editing'] as const;
export type PresenceDeed = (typeof PRESENCE_DEEDS)[number];

/** PUT /presence/:pageId, where `pageId` is a UUID that every open page makes for itself: I am at this criterion. Repeated while it is so. */
export interface HeartbeatRequest {
  readonly assessmentId: string;
  readonly code: string;
  readonly deed: PresenceDeed;
}

export interface PersonPresent {
  readonly userId: string;
  readonly fullName: string;
  readonly deed: PresenceDeed;
}

/** Who else of the same side is at the criterion now, in the order of their names. */
export interface PresenceView {
  readonly others: readonly PersonPresent[];
}
