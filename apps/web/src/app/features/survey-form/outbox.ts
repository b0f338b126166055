import { Injectable } from '@angular/core';
import type { FilledForm } from '@par-index/contract';
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/** A form that waits to be sent, or was refused for good and waits for a person. */
export interface WaitingForm {
  readonly id: string;
  /** Through which it goes: `link:CODE`, or of a device `kiosk`. */
  readonly door: string;
  readonly form: FilledForm;
  readonly refused: string | null;
}

interface Schema extends DBSchema {
  forms: { key: string; value: WaitingForm; indexes: { door: string } };
}

/** Forms that were filled in and not yet taken by the server, in the browser's own database: they outlive the page and a cut of the power. */
@Injectable({ providedIn: 'root' })
export class Outbox {
  private opened: Promise<IDBPDatabase<Schema>> | null = null;

  async put(form: WaitingForm): Promise<void> {
    await (await this.database()).put('forms', form);
  }

  async remove(id: string): Promise<void> {
    await (await this.database()).delete('forms', id);
  }

  async of(door: string): Promise<readonly WaitingForm[]> {
    return (await this.database()).getAllFromIndex('forms', 'door', door);
  }

  private database(): Promise<IDBPDatabase<Schema>> {
    this.opened ??= openDB<Schema>('par-index.survey-outbox', 1, {
      upgrade: (database) => void database.createObjectStore('forms', { keyPath: 'id' }).createIndex('door', 'door'),
      terminated: () => (this.opened = null),
    });
    this.opened.catch(() => (this.opened = null));
    return this.opened;
  }
}
