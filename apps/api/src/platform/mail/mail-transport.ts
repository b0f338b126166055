/** One mail, ready to be sent. */
export interface Mail {
  /** Of the message that it is: the same mail sent twice has the same. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Hands a mail over, or throws with what stood in the way. It may be asked again for the same one. */
export abstract class MailTransport {
  /** True where mails stay in a folder of this system, to be looked at, and reach nobody. */
  abstract readonly keepsThemHere: boolean;

  abstract send(mail: Mail): Promise<void>;
}
