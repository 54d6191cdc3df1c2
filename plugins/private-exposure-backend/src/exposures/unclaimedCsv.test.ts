import type { UnclaimedExposure } from '@postern/backstage-plugin-private-exposure-common';
import { csvRow } from './csvRow';
import { exportLimit, unclaimedCsv } from './unclaimedCsv';

describe('csvRow', () => {
  it.each([
    ['=1+1', `"'=1+1"`],
    ['+1', `"'+1"`],
    ['-1', `"'-1"`],
    ['@sum', `"'@sum"`],
    [' =1', `"' =1"`],
    ['\t=1', `"'\t=1"`],
    ['＝1', `"'＝1"`],
    ['a=1', '"a=1"'],
    ['a;=1;b', `"a;'=1;b"`],
    ['a\r\n=1', `"a\r\n'=1"`],
    ['a;b', '"a;b"'],
    ['a "b", c\r\nd', '"a ""b"", c\r\nd"'],
    ['ümläut', '"ümläut"'],
    ['', '""'],
    [undefined, '""'],
    [-0.5, '"-0.5"'],
  ])('writes %j so that it is only read', (value, cell) => {
    expect(csvRow([value, 'x'])).toBe(`${cell},"x"\r\n`);
  });
});

describe('unclaimedCsv', () => {
  const exposure = {
    ...{ id: '1', kind: 'aws-load-balancer', name: 'lb', nativeId: 'arn' },
    ...{ scopeId: 's', provider: 'aws', lifecycle: 'live', health: 'ok' },
    ...{ attention: [], connectionCounts: { pending: 1, connected: 2 } },
    ...{ source: { state: 'fresh' }, kubernetesServices: [] },
    provenance: { manager: 'unknown' },
  } satisfies UnclaimedExposure;

  async function read(
    pages: number,
    size: number,
    parts: Partial<UnclaimedExposure> = {},
  ) {
    let counted = 0;
    async function* all() {
      for (let page = 0; page < pages; page += 1) {
        yield Array.from({ length: size }, () => ({ ...exposure, ...parts }));
      }
    }
    const pieces: string[] = [];
    for await (const piece of unclaimedCsv(all(), count => {
      counted += count;
    })) {
      pieces.push(piece);
    }
    const text = pieces.join('');
    return { text, lines: text.trimEnd().split('\r\n'), counted };
  }

  it('has a head even without rows', async () => {
    const { lines } = await read(1, 0);

    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('"estimated cost per hour"');
  });

  it('is known as UTF-8 by its first bytes, and by these alone', async () => {
    const { text } = await read(2, 1, { name: 'größe' });

    expect(Buffer.from(text).subarray(0, 4)).toEqual(
      Buffer.from([0xef, 0xbb, 0xbf, 0x22]),
    );
    expect(text.lastIndexOf('\uFEFF')).toBe(0);
    expect(text).toContain('\r\n"größe",');
  });

  it('says what is not known', async () => {
    const { lines } = await read(1, 1);

    expect(lines[1]).toContain(
      '"unknown","","unknown","unknown","unknown","","3",',
    );
  });

  it('says what is exposed, who looks after it, and where to look at it', async () => {
    const { lines } = await read(1, 1, {
      provenance: {
        manager: 'kubernetes',
        managedBy: 'Kubernetes Ingress shop/web in cluster payments-eu',
      },
      kubernetesServices: ['payments-eu/shop/web', 'payments-eu/shop/api'],
      consoleUrl: 'https://eu-west-1.console.aws.amazon.com/ec2/home',
    });
    const cells = lines.map(line =>
      line.replace(/^\uFEFF?"|"$/g, '').split('","'),
    );
    const row = Object.fromEntries(
      cells[0].map((title, index) => [title, cells[1][index]]),
    );

    expect(row).toMatchObject({
      manager: 'kubernetes',
      'managed by': 'Kubernetes Ingress shop/web in cluster payments-eu',
      'kubernetes objects': 'payments-eu/shop/web payments-eu/shop/api',
      console: 'https://eu-west-1.console.aws.amazon.com/ec2/home',
    });
  });

  it('says in a row of as many cells that it stopped', async () => {
    const { lines, counted } = await read(exportLimit / 200 + 1, 200);

    expect(lines).toHaveLength(1 + exportLimit + 1);
    expect(counted).toBe(exportLimit);
    expect(lines.at(-1)).toContain(`more than these ${exportLimit} rows`);
    const commas = (line: string) => line.split('","').length;
    expect(commas(lines.at(-1) ?? '')).toBe(commas(lines[0]));
  });

  it('does not claim that there is more when it ends at the limit', async () => {
    const { lines } = await read(exportLimit / 200, 200);

    expect(lines).toHaveLength(1 + exportLimit);
  });
});
