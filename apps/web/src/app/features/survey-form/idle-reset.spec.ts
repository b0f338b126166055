import { secondsLeft } from './idle-reset';

describe('a kiosk that nobody touches', () => {
  it('says nothing for twenty seconds', () => {
    expect([0, 10, 19].map(secondsLeft)).toEqual([null, null, null]);
  });

  it('counts down ten seconds and begins anew after thirty', () => {
    expect([20, 25, 29, 30, 400].map(secondsLeft)).toEqual([10, 5, 1, 0, 0]);
  });
});
