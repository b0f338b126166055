import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { AuditProof, AuditSealView, SealedLineView } from '@par-index/contract';
import { SealMark } from './seal-mark';

const OF = '/api/v1/public/receipts/BN2026-7K3QX-9WM2P';
const ROOT = 'ab'.repeat(32);
const SEAL: AuditSealView = {
  ...{ format: 'par-index-audit-seal/1', number: 12, previous: '0'.repeat(64), sealedAt: '2026-11-20T02:11:00.000Z', root: ROOT, subjects: 3, lines: 9 },
  ...{ moved: 'c', digest: 'd', keyId: 'e', signature: 'f' },
};
const PROOF: AuditProof = { format: 'par-index-audit-proof/1', line: 'x', subjectId: 's', position: 1, before: '0', later: [], path: [], seal: SEAL };

describe('the seal that covers a receipt or a result', () => {
  let fixture: ComponentFixture<SealMark>;

  async function shown(answer: SealedLineView): Promise<HTMLElement> {
    TestBed.configureTestingModule({ providers: [provideRouter([]), provideHttpClient(), provideHttpClientTesting()] });
    fixture = TestBed.createComponent(SealMark);
    fixture.componentRef.setInput('of', OF);
    fixture.detectChanges();
    TestBed.inject(HttpTestingController).expectOne(`${OF}/seal`).flush(answer);
    await new Promise((done) => setTimeout(done));
    fixture.detectChanges();
    return fixture.nativeElement as HTMLElement;
  }

  it('is shown with its root, its code, and the proof to take along', async () => {
    const page = await shown({ proof: PROOF });
    expect(page.textContent).toContain(ROOT);
    expect(page.querySelector('img')?.getAttribute('src')).toBe(`/api/v1/public/audit-seals/${ROOT}/code.svg`);
    expect([...page.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual([`/public/seals/${ROOT}`, `${OF}/seal`]);
  });

  it('is said to come where it is not there yet', async () => {
    expect((await shown({ proof: null })).textContent).toContain('muộn nhất một phút nữa');
  });
});
