import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { inputBinding, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { ReceiptRound, ReceiptView } from '@par-index/contract';
import { ReceiptLines } from './receipt-lines';
import { ReceiptLink } from './receipt-link';

const ADDRESS = '/api/v1/assessments/as-1/receipts';
const receipt = (number: string, round: ReceiptRound, replacedBy: string | null = null): ReceiptView =>
  ({ number, round, replacedBy, issuedAt: '2026-11-20T01:00:00.000Z', late: false }) as ReceiptView;

function open() {
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])] });
  const version = signal(1);
  const place = [inputBinding('assessmentId', () => 'as-1'), inputBinding('version', version)];
  const link = TestBed.createComponent(ReceiptLink, { bindings: [...place, inputBinding('round', () => 'self-assessment')] });
  const lines = TestBed.createComponent(ReceiptLines, { bindings: place });
  const all = [link, lines];
  const settle = async () => {
    all.forEach((fixture) => fixture.detectChanges());
    await Promise.all(all.map((fixture) => fixture.whenStable()));
  };
  all.forEach((fixture) => fixture.detectChanges());
  return { version, link: link.nativeElement as HTMLElement, lines: lines.nativeElement as HTMLElement, http: TestBed.inject(HttpTestingController), settle };
}

describe('the receipt of an assessment', () => {
  it('is the one that holds for the round, and is asked for once for all places of the page', async () => {
    const { http, link, lines, settle } = open();
    http.expectOne(ADDRESS).flush([receipt('B-3', 'explanation'), receipt('B-2', 'self-assessment'), receipt('B-1', 'self-assessment', 'B-2')]);
    await settle();
    expect(link.querySelector('a')?.getAttribute('href')).toBe('/receipts/B-2');
    expect(lines.querySelectorAll('li')).toHaveLength(3);
  });

  it('comes with the new version after a submission', async () => {
    const { http, link, settle, version } = open();
    http.expectOne(ADDRESS).flush([]);
    await settle();
    expect(link.textContent).toBe('');
    version.set(2);
    TestBed.tick();
    http.expectOne(ADDRESS).flush([receipt('B-1', 'self-assessment')]);
    await settle();
    expect(link.textContent).toContain('Biên nhận B-1');
  });
});
