import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import type { PublicReceipt, ReceiptCheck } from '@par-index/contract';
import { ReceiptCheckPage } from './receipt-check-page';
import { readReceipt } from './receipt-words';

const KEPT: PublicReceipt = {
  ...{ number: 'BN2026-7K3QX-9WM2P', issuedAt: '2026-11-20T02:10:00.000Z', agencyName: 'Sở Y tế', cycleTitle: 'Kỳ 2026', year: 2026, round: 'self-assessment' },
  ...{ deadlineAt: '2026-11-19T10:00:00.000Z', late: true, replaces: null, replacedBy: 'BN2026-00000-00000', digest: 'a'.repeat(64), keyId: 'b', genuine: true },
};
const CHECK = '/api/v1/public/receipts/check';

describe('the check of a receipt', () => {
  let fixture: ComponentFixture<ReceiptCheckPage>;
  let http: HttpTestingController;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideRouter([{ path: '**', children: [] }]), provideHttpClient(), provideHttpClientTesting()] });
    fixture = TestBed.createComponent(ReceiptCheckPage);
    http = TestBed.inject(HttpTestingController);
  });

  const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
  const words = (): string => page().textContent?.replace(/\s+/g, ' ') ?? '';
  const type = (selector: string, value: string): void => {
    const field = page().querySelector<HTMLInputElement>(selector)!;
    field.value = value;
    field.dispatchEvent(new Event('input'));
  };
  const turn = (): Promise<unknown> => new Promise((done) => setTimeout(done));
  const press = (label: string): void => [...page().querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === label)!.click();

  /** What was pasted is sent, and answered with this. */
  async function checked(answer: ReceiptCheck): Promise<void> {
    await fixture.whenStable();
    type('textarea', '{"number":"x"}');
    press('Kiểm tra nội dung đã dán');
    await Promise.resolve();
    http.expectOne({ method: 'POST', url: CHECK }).flush(answer);
    await fixture.whenStable();
  }

  it('tells by its number when who handed in, late or not, and what came after', async () => {
    fixture.componentRef.setInput('number', KEPT.number);
    fixture.detectChanges();
    http.expectOne(`/api/v1/public/receipts/${KEPT.number}`).flush(KEPT);
    await turn();
    fixture.detectChanges();
    http.expectOne(`/api/v1/public/receipts/${KEPT.number}/seal`).flush({ proof: null });
    await fixture.whenStable();
    for (const told of ['Biên nhận thật', 'Nhật ký chưa niêm phong đến đây', 'Sở Y tế', '20/11/2026 09:10', 'Nộp sau hạn', 'BN2026-00000-00000']) {
      expect(words()).toContain(told);
    }
  });

  it('goes to the number as it was meant, and says what a number looks like where it is none', async () => {
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    await fixture.whenStable();
    type('#receipt-number', 'bn2026 7k3qx 9wm2p');
    press('Kiểm tra');
    expect(navigate).toHaveBeenCalledWith(['/public/receipts', KEPT.number]);
    type('#receipt-number', 'BN2026');
    press('Kiểm tra');
    await fixture.whenStable();
    expect(words()).toContain('Số biên nhận có dạng');
    expect(navigate).toHaveBeenCalledTimes(1);
  });

  it('names what was changed, beside what is kept', async () => {
    await checked({ genuine: false, findings: [{ pointer: '/late', detail: '«Đúng hạn hay trễ hạn» đã bị thay đổi so với khi cấp.' }], kept: KEPT });
    expect(page().querySelector('[role=alert]')?.textContent).toContain('«Đúng hạn hay trễ hạn» đã bị thay đổi');
    expect(words()).toContain('Biên nhận hệ thống lưu với số này');
  });

  it('says that one is genuine, also where it is not kept any more', async () => {
    await checked({ genuine: true, findings: [], kept: null });
    expect(words()).toContain('còn nguyên như khi cấp');
    expect(words()).toContain('hiện không còn bản lưu');
  });

  it('sends nothing of what is no receipt', async () => {
    await fixture.whenStable();
    type('textarea', 'không phải JSON');
    press('Kiểm tra nội dung đã dán');
    await fixture.whenStable();
    http.expectNone(CHECK);
    expect(words()).toContain('Đây không phải tệp biên nhận');
  });
});

describe('the text of a receipt', () => {
  it('may begin with a byte order mark', () => expect(readReceipt('\uFEFF{"a":1}')).toEqual({ a: 1 }));
  it('is null where it is no JSON', () => expect(readReceipt('{')).toBeNull());
});
