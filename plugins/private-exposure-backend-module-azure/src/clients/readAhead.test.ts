import { readAhead } from './readAhead';

/** Numbers from 1, with a note of each that is asked for and of the end; the one at `failsAt` cannot be had. */
function numbers({ failsAt = Infinity, count = 3 } = {}) {
  const notes: string[] = [];
  async function* source() {
    try {
      for (let number = 1; number <= count; number++) {
        notes.push(`asked for ${number}`);
        if (number === failsAt) throw new Error(`no ${number}`);
        yield number;
      }
    } finally {
      notes.push('ended');
    }
  }
  return { notes, source: source() };
}

describe('readAhead', () => {
  it('has asked for the next item while one is worked on, and for no more', async () => {
    const { notes, source } = numbers();
    const seen: [number, string[]][] = [];

    for await (const number of readAhead(source)) {
      seen.push([number, [...notes]]);
    }

    expect(seen).toEqual([
      [1, ['asked for 1', 'asked for 2']],
      [2, ['asked for 1', 'asked for 2', 'asked for 3']],
      [3, ['asked for 1', 'asked for 2', 'asked for 3', 'ended']],
    ]);
  });

  it('throws what failed after what came before it', async () => {
    const { source } = numbers({ failsAt: 2 });
    const seen: number[] = [];
    const unhandled = jest.fn();
    process.once('unhandledRejection', unhandled);
    const read = async () => {
      for await (const number of readAhead(source)) {
        // The failure is there by now, and must wait for its turn.
        await new Promise(resolve => setImmediate(resolve));
        seen.push(number);
      }
    };

    await expect(read()).rejects.toThrow('no 2');
    expect(seen).toEqual([1]);
    process.off('unhandledRejection', unhandled);
    expect(unhandled).not.toHaveBeenCalled();
  });

  it('ends its source when its reader leaves', async () => {
    const { notes, source } = numbers();

    for await (const number of readAhead(source)) {
      if (number === 1) break;
    }

    expect(notes).toEqual(['asked for 1', 'asked for 2', 'ended']);
  });
});
