import { hash } from 'node:crypto';

/** What a chain begins with. */
export const CHAIN_START = '0'.repeat(64);

/** SHA-256 of a text in UTF-8, hexadecimal. */
export const sha256 = (text: string): string => hash('sha256', text, 'hex');

/**
 * The text of an audit line that its digest is of, as SQL over `audit_event e`: its format and fields, each on a line of its own. Only the name of the
 * event could hold a line break, so the text can be read in one way alone. The trigger `audit_event_queued` writes the same text.
 */
export const LINE_TEXT = `'par-index-audit/1' || e'\\n' || e.id || e'\\n' || e.subject_id || e'\\n' || coalesce(e.cycle_id::text, '-') || e'\\n' || coalesce(e.actor_id::text, '-')
  || e'\\n' || to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || e'\\n' || e.event || e'\\n' || e.payload::text`;

/** A link of the chain of one subject: what stood before, and the digest of the line. */
export const linkHash = (before: string, digest: string): string => sha256(`${before}:${digest}`);
