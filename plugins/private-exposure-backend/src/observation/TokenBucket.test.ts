import { TokenBucket } from './TokenBucket';

describe('TokenBucket', () => {
  it('gives what a minute brings, and more as time passes', () => {
    let now = 0;
    const bucket = TokenBucket.create({
      perMinute: 6,
      clock: () => new Date(now),
    });
    const drain = () => {
      let taken = 0;
      while (bucket.take()) taken += 1;
      return taken;
    };

    const first = drain();
    now += 25_000;
    const second = drain();
    now -= 60_000;
    const setBack = drain();
    now += 3_600_000;
    const rested = drain();

    expect([first, second, setBack, rested]).toEqual([6, 2, 0, 6]);
  });
});
