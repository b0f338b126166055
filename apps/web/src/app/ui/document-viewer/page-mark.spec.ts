import { isBoxOnPage } from '@par-index/contract';
import { boxAfterKey, boxBetween, FIRST_BOX, pointIn } from './page-mark';

const BOX = { x: 0.2, y: 0.3, width: 0.4, height: 0.1 };
const key = (name: string, shiftKey = false) => ({ key: name, shiftKey });

describe('a box that is drawn', () => {
  it('lies between its corners, whichever came first', () => {
    expect(boxBetween({ x: 0.5, y: 0.75 }, { x: 0.25, y: 0.25 })).toEqual({ x: 0.25, y: 0.25, width: 0.25, height: 0.5 });
    expect(boxBetween({ x: 0.25, y: 0.25 }, { x: 0.5, y: 0.75 })).toEqual({ x: 0.25, y: 0.25, width: 0.25, height: 0.5 });
  });

  it('can be seen also after a mere click, at the very edge too', () => {
    expect(isBoxOnPage(boxBetween({ x: 0.5, y: 0.5 }, { x: 0.5, y: 0.5 }))).toBe(true);
    expect(isBoxOnPage(boxBetween({ x: 1, y: 1 }, { x: 1, y: 1 }))).toBe(true);
  });

  it('begins where the pointer is on the page, and never beside it', () => {
    const page = { left: 100, top: 50, width: 200, height: 400 };
    expect(pointIn(page, { clientX: 150, clientY: 150 })).toEqual({ x: 0.25, y: 0.25 });
    expect(pointIn(page, { clientX: 0, clientY: 900 })).toEqual({ x: 0, y: 1 });
  });
});

describe('a box under the keyboard', () => {
  it('begins on the page', () => expect(isBoxOnPage(FIRST_BOX)).toBe(true));

  it('is moved by arrows and resized by arrows with Shift', () => {
    expect(boxAfterKey(BOX, key('ArrowRight'))).toEqual({ ...BOX, x: 0.21 });
    expect(boxAfterKey(BOX, key('ArrowUp'))).toEqual({ ...BOX, y: 0.29 });
    expect(boxAfterKey(BOX, key('ArrowDown', true))).toEqual({ ...BOX, height: 0.11 });
    expect(boxAfterKey(BOX, key('ArrowLeft', true))).toEqual({ ...BOX, width: 0.39 });
    expect(boxAfterKey(BOX, key('Enter'))).toBeNull();
  });

  it.each(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'])('stays on the page however often %s is pressed, and can always be seen', (name) => {
    for (const shift of [false, true]) {
      let box = BOX;
      for (let times = 0; times < 200; times += 1) {
        box = boxAfterKey(box, key(name, shift)) ?? box;
        expect(isBoxOnPage(box)).toBe(true);
      }
    }
  });
});
