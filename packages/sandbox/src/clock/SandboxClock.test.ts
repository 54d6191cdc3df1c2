import { SandboxClock } from './SandboxClock';

/** The clock's time, which must be the machine's, however long the machine takes between two looks. */
function expectMachineTime(clock: SandboxClock): void {
  const before = Date.now();
  const now = clock.now();
  expect(now).toBeGreaterThanOrEqual(before);
  expect(now).toBeLessThanOrEqual(Date.now());
}

describe('SandboxClock', () => {
  it('runs with the machine until it is frozen', () => {
    const clock = new SandboxClock();
    expectMachineTime(clock);

    clock.freeze(1000);

    expect(clock.now()).toBe(1000);
  });

  it('runs transitions in the order of their times, also new ones', () => {
    const clock = new SandboxClock();
    clock.freeze(0);
    const seen: string[] = [];
    clock.schedule(20, () => seen.push(`second at ${clock.now()}`));
    clock.schedule(10, () => {
      seen.push(`first at ${clock.now()}`);
      clock.schedule(15, () => seen.push(`nested at ${clock.now()}`));
    });
    clock.schedule(31, () => seen.push('too late'));

    clock.advance(30);

    expect(seen).toEqual(['first at 10', 'second at 20', 'nested at 25']);
    expect(clock.now()).toBe(30);
    expect(clock.pendingCount).toBe(1);
  });

  it('runs a transition without a delay at once, and no cancelled one', () => {
    const clock = new SandboxClock();
    clock.freeze(0);
    const seen: string[] = [];

    clock.schedule(0, () => seen.push('at once'));
    clock.schedule(5, () => seen.push('cancelled')).cancel();
    clock.advance(10);

    expect(seen).toEqual(['at once']);
  });

  it('goes on from where it was moved to, and returns by reset', () => {
    const clock = new SandboxClock();
    clock.advance(3_600_000);
    expect(clock.now() - Date.now()).toBeGreaterThan(3_500_000);

    clock.reset();

    expectMachineTime(clock);
  });

  it('runs what falls due by itself', async () => {
    const clock = new SandboxClock();

    await new Promise<void>(resolve => clock.schedule(5, resolve));

    expect(clock.pendingCount).toBe(0);
  });

  it('does not go back', () => {
    expect(() => new SandboxClock().advance(-1)).toThrow(/-1/);
  });
});
