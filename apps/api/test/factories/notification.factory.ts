import type { DataSource } from 'typeorm';
import { Notification } from '../../src/features/notification/notification.entity';

/** Saves what somebody is told: that their assessment was sent back, by a mail at once, unread, unless told otherwise. */
export function aNotification(db: DataSource, recipientId: string, overrides: Partial<Notification> = {}): Promise<Notification> {
  const row = {
    kind: 'assessment-returned' as const,
    cycleId: null,
    subjectId: null,
    path: '/assessments/1',
    parts: { agencyName: 'Sở Y tế', reason: 'Thiếu số liệu' },
    onceKey: null,
    delivery: 'at-once' as const,
    readAt: null,
    mailedAt: null,
  };
  return db.manager.save(db.manager.create(Notification, { ...row, ...overrides, recipientId }));
}
