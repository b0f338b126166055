import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ServerKey } from './server-key';
import { SigningKey } from './signing-key.entity';

export interface Signed {
  readonly keyId: string;
  /** Base64url. */
  readonly signature: string;
}

/** Signs with the server's key, and knows every key that has signed before. */
@Injectable()
export class Signatures {
  constructor(private readonly key: ServerKey) {}

  get keyId(): string {
    return this.key.keyId;
  }

  /** Keeps the public key in the same transaction: there is no signature whose key is not known. */
  async sign(em: EntityManager, text: string): Promise<Signed> {
    const { keyId, publicKey } = this.key;
    await em.query('insert into signing_key (key_id, public_key) values ($1, $2) on conflict (key_id) do nothing', [keyId, publicKey]);
    return { keyId, signature: this.key.sign(text) };
  }

  /** Newest first; the one in use is there also before it has signed anything. */
  async listKeys(em: EntityManager): Promise<readonly Pick<SigningKey, 'keyId' | 'publicKey' | 'since'>[]> {
    const stored = await em.find(SigningKey, { order: { since: 'DESC', keyId: 'ASC' } });
    const { keyId, publicKey } = this.key;
    return stored.some((one) => one.keyId === keyId) ? stored : [{ keyId, publicKey, since: new Date() }, ...stored];
  }
}
