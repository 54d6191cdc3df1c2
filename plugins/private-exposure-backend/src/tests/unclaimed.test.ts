import { TestDatabases } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  isResourcePermission,
  type Permission,
} from '@backstage/plugin-permission-common';
import { RESOURCE_TYPE_EXPOSURE } from '@postern/backstage-plugin-private-exposure-common';
import { surveyedExposure } from '@postern/backstage-plugin-private-exposure-node/testUtils';
import request, { type Response } from 'supertest';
import { expectAnswersDocument } from '../__testUtils__/answersDocument';
import { SCOPE } from '../__testUtils__/demoWorld';
import { as, startPlugin, waitFor } from '../__testUtils__/startPlugin';
import {
  createExposureConditionalDecision,
  exposureConditions,
} from '../permissions/conditionExports';

jest.setTimeout(120_000);

const petra = 'user:default/petra';
const balancers = 'user:default/balancers';
const nobody = 'user:default/nobody';
const day = 24 * 60 * 60 * 1000;
const daysAgo = (days: number) => new Date(Date.now() - days * day);

/** Made by a person, by a controller, by code, and by nobody knows whom. */
const foreign = [
  surveyedExposure({
    nativeId: 'arn:lb:old',
    kind: 'aws-load-balancer',
    name: 'old, "quoted"',
    address: 'old.elb.example',
    provenance: {
      createdAt: daysAgo(400).toISOString(),
      createdBy: 'IAMUser:AIDAEXAMPLE:Mira',
    },
  }),
  surveyedExposure({
    nativeId: 'arn:lb:cluster',
    kind: 'aws-load-balancer',
    name: '=cmd()',
    evidence: { tags: {}, kubernetesServices: ['eu/shop/cart'] },
    provenance: {
      createdAt: daysAgo(40).toISOString(),
      managedBy: 'Kubernetes Service shop/cart in cluster eu',
    },
  }),
  surveyedExposure({
    nativeId: 'arn:cf:stack',
    kind: 'aws-cloudfront',
    name: 'stack',
    provenance: {
      createdAt: daysAgo(4).toISOString(),
      createdBy: 'miranda@acme.example',
      managedBy: 'CloudFormation stack shop',
    },
  }),
];

/** Everything for Petra, load balancers for one other, the inventory without exposures for nobody else. */
function policy(permission: Permission, user: string | undefined) {
  if (user === nobody) return { result: AuthorizeResult.DENY } as const;
  if (user !== balancers) return undefined;
  if (!isResourcePermission(permission, RESOURCE_TYPE_EXPOSURE)) {
    return undefined;
  }
  return createExposureConditionalDecision(
    permission,
    exposureConditions.isKind({ kinds: ['aws-load-balancer'] }),
  );
}

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_17'] });

describe.each(databases.eachSupportedId())('unclaimed on %s', id => {
  let world: Awaited<ReturnType<typeof startPlugin>>;

  beforeAll(async () => {
    world = await startPlugin({
      knex: await databases.init(id),
      policy,
      config: {
        costs: {
          currency: 'EUR',
          perHour: { 'aws-load-balancer': 0.0225, 'aws-endpoint-service': 0 },
        },
      },
    });
    world.cloud.exposures.push(...foreign);
    await survey();
  });
  afterAll(() => world.stop());

  /** One survey, to its end. */
  async function survey() {
    const due = { next_attempt_at: new Date(0), last_outcome: null };
    await world.knex('scopes').update(due);
    await world.runTask('observe-fake-222233334444');
    await waitFor(async () => {
      const { last_outcome } = await world.knex('scopes').first();
      return last_outcome === 'complete';
    });
  }
  const get = (path: string, user = petra) =>
    request(world.server)
      .get(`/api/private-exposure/v1/unclaimed${path}`)
      .set('authorization', as(user));
  const names = ({ body }: Response) =>
    body.items.map((item: { name: string }) => item.name);

  it('says who made what, when, what looks after it and what it costs', async () => {
    const response = await get('?kind=aws-load-balancer&order=createdAt');

    expectAnswersDocument(response, 'get', '/v1/unclaimed');
    expect(response.body.items).toMatchObject([
      {
        address: 'old.elb.example',
        provider: 'fake',
        provenance: {
          createdAt: foreign[0].provenance?.createdAt,
          createdBy: 'IAMUser:AIDAEXAMPLE:Mira',
          manager: 'unknown',
        },
        cost: { currency: 'EUR', perHour: 0.0225, per30Days: 16.2 },
      },
      {
        provenance: {
          managedBy: 'Kubernetes Service shop/cart in cluster eu',
          manager: 'kubernetes',
        },
        kubernetesServices: ['eu/shop/cart'],
      },
    ]);
  });

  it('says nothing of what is not known, and no cost without a price', async () => {
    const unknown = await get('?text=mystery');
    const unpriced = await get('?kind=aws-cloudfront');

    expect(unknown.body.items[0].provenance).toEqual({ manager: 'unknown' });
    expect(unpriced.body.items[0]).not.toHaveProperty('cost');
  });

  it.each([
    ['kind=aws-cloudfront', ['stack']],
    ['provider=fake&account=222233334444&olderThanDays=300', ['old, "quoted"']],
    ['provider=aws', []],
    ['account=999999999999', []],
    [`scopeId=${SCOPE}&manager=iac`, ['stack']],
    ['manager=kubernetes', ['=cmd()']],
    ['manager=unknown', ['mystery', 'old, "quoted"']],
    ['createdBy=MIRA', ['old, "quoted"', 'stack']],
    ['createdBy=IAMUser:AIDAEXAMPLE:mira&olderThanDays=40', ['old, "quoted"']],
    ['olderThanDays=39', ['=cmd()', 'old, "quoted"']],
    ['text=arn:lb:o', ['old, "quoted"']],
  ])('filters: %s', async (readable, expected) => {
    const query = new URLSearchParams(readable).toString();
    const response = await get(`?${query}`);
    const totals = await get(`/totals?${query}`);

    expect(names(response)).toEqual(expected);
    expect(totals.body.count).toBe(expected.length);
  });

  it.each([
    ['createdAt', ['old, "quoted"', '=cmd()', 'stack', 'mystery']],
    ['-createdAt', ['mystery', 'stack', '=cmd()', 'old, "quoted"']],
    ['cost', ['mystery', 'old, "quoted"', '=cmd()', 'stack']],
    ['-cost', ['old, "quoted"', '=cmd()', 'mystery', 'stack']],
    ['name', ['=cmd()', 'mystery', 'old, "quoted"', 'stack']],
    ['observedAt', expect.arrayContaining(['mystery', 'stack'])],
  ])('comes page by page in the order %s', async (order, expected) => {
    const found: string[] = [];
    let cursor = '';
    do {
      const response = await get(`?limit=1&order=${order}${cursor}`);
      found.push(...names(response));
      const next = response.body.nextCursor;
      cursor = next ? `&cursor=${next}` : '';
    } while (cursor);

    expect(found).toEqual(expected);
    expect(found).toHaveLength(4);
  });

  it.each([
    ['order=size', 'order'],
    ['olderThanDays=0', 'olderThanDays'],
    ['manager=me', 'manager'],
    ['createdBy=%00', 'createdBy'],
    ['order=cost&cursor=made-up', 'cursor'],
  ])('answers 400 and names the field for %s', async (query, field) => {
    const response = await get(`?${query}`);

    expect(response.status).toBe(400);
    expect(response.body.error.message).toContain(field);
  });

  it('adds up what there is by kind, and says how much has no price', async () => {
    const response = await get('/totals');

    expectAnswersDocument(response, 'get', '/v1/unclaimed/totals');
    expect(response.body).toMatchObject({
      count: 4,
      byKind: [
        { kind: 'aws-load-balancer', count: 2, cost: { perHour: 0.045 } },
        { kind: 'aws-endpoint-service', count: 1, cost: { perHour: 0 } },
        { kind: 'aws-cloudfront', count: 1 },
      ],
      cost: { currency: 'EUR', perHour: 0.045, per30Days: 32.4 },
      unpriced: 1,
    });
  });

  it('shows and counts only what the caller may read', async () => {
    const listed = await get('?order=createdAt', balancers);
    const totals = await get('/totals', balancers);
    const csv = await get('/export?order=createdAt', balancers);

    expect(names(listed)).toEqual(['old, "quoted"', '=cmd()']);
    expect(totals.body.count).toBe(2);
    expect(csv.text.trim().split('\r\n')).toHaveLength(3);
  });

  it('exports what a filter selects, with nothing in it that a spreadsheet would run', async () => {
    world.audit.length = 0;

    const response = await get('/export?manager=kubernetes&order=-cost');
    const old = await get('/export?olderThanDays=300');

    expect(response.status).toBe(200);
    expect(response.headers['content-type']).toBe('text/csv; charset=utf-8');
    const [head, row, end] = response.text.split('\r\n');
    expect(head).toMatch(/^\uFEFF"name","kind","native id",/);
    expect(row).toMatch(/^"'=cmd\(\)","aws-load-balancer","arn:lb:cluster",/);
    expect(row).toContain('"Kubernetes Service shop/cart in cluster eu"');
    expect(row).toContain('"EUR","0.0225","16.2"');
    expect(end).toBe('');
    expect(old.text).toContain('\r\n"old, ""quoted""",');
    expect(world.audit).toMatchObject([
      {
        eventId: 'exposure-fetch',
        requestedBy: petra,
        outcome: 'success',
        meta: {
          queryType: 'unclaimed-export',
          filter: { manager: 'kubernetes' },
          rows: 1,
        },
      },
      { outcome: 'success', meta: { rows: 1 } },
    ]);
  });

  it('refuses an export to whom the policy denies it, before anything is sent', async () => {
    world.audit.length = 0;

    const response = await get('/export', nobody);

    expect(response.status).toBe(403);
    expect(world.audit).toMatchObject([
      { outcome: 'fail', error: 'NotAllowedError' },
    ]);
  });

  it('writes who made something only where that changed', async () => {
    const rows = () => world.knex('exposures').select('id', 'changed_at');
    const before = await rows();

    await survey();

    expect(await rows()).toEqual(before);
  });
});
