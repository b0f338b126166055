import type { ConsoleMessage, Page, Request, Response } from 'playwright-core';

/** What went wrong in a page without anybody looking: errors on the console, failed requests, breaches of the security policy. */
export class Complaints {
  private readonly heard: string[] = [];
  private readonly expected: RegExp[] = [];

  constructor(page: Page) {
    page.on('console', (message) => this.hearConsole(message));
    page.on('pageerror', (error) => this.heard.push(`error: ${error.stack ?? error.message}`));
    page.on('requestfailed', (request) => this.hearFailure(request));
    page.on('response', (response) => this.hearResponse(response));
  }

  /** Complaints that match belong to the journey (a refusal, a lost connection). */
  expect(pattern: RegExp): void {
    this.expected.push(pattern);
  }

  unexpected(): readonly string[] {
    return this.heard.filter((complaint) => !this.expected.some((pattern) => pattern.test(complaint)));
  }

  private hearConsole(message: ConsoleMessage): void {
    const isWorse = message.type() === 'error' || (message.type() === 'warning' && /Content.Security.Policy|NG\d{3,}/.test(message.text()));
    if (isWorse) this.heard.push(`console: ${message.text()} (${message.location().url})`);
  }

  /** A page that is left gives up what it was loading. */
  private hearFailure(request: Request): void {
    const why = request.failure()?.errorText ?? '';
    if (why !== 'net::ERR_ABORTED') this.heard.push(`request failed: ${request.method()} ${request.url()} ${why}`);
  }

  private hearResponse(response: Response): void {
    if (response.status() >= 400) this.heard.push(`answer ${response.status()}: ${response.request().method()} ${response.url()}`);
  }
}
