import {
  createHttpHeaders,
  createPipelineRequest,
  type PipelineRequest,
} from '@azure/core-rest-pipeline';
import { startWire, surveyScope, type Wire } from '../__testUtils__/startWire';
import { tokenPolicy } from './tokenPolicy';

const SCOPE = 'https://management.azure.com/.default';
const CLAIMS = '{"access_token":{"nbf":{"essential":true}}}';

/** An Azure that takes one token alone, and what it was sent. */
function azureThatTakes(wanted: string, challenge?: string) {
  const sent: (string | undefined)[] = [];
  const next = async (request: PipelineRequest) => {
    const authorization = request.headers.get('authorization');
    sent.push(authorization);
    const status = authorization === `Bearer ${wanted}` ? 200 : 401;
    const headers = createHttpHeaders(
      challenge && status === 401 ? { 'www-authenticate': challenge } : {},
    );
    return { request, status, headers };
  };
  return { next, sent };
}

const tokens = (forgets: boolean) => {
  const asked: (string | undefined)[] = [];
  let isForgotten = false;
  return {
    asked,
    getToken: async (_: unknown, options: { claims?: string } = {}) => {
      asked.push(options.claims);
      const token = options.claims || isForgotten ? 'second' : 'first';
      return { token, expiresOnTimestamp: Infinity };
    },
    forget: () => {
      isForgotten = forgets;
      return forgets;
    },
  };
};
const send = (
  from: ReturnType<typeof tokens>,
  { next }: ReturnType<typeof azureThatTakes>,
) =>
  tokenPolicy({ tokens: from, scope: SCOPE }).sendRequest(
    createPipelineRequest({ url: 'https://management.azure.com/' }),
    next,
  );

describe('tokenPolicy', () => {
  it('asks for another token with the claims that Azure wants', async () => {
    const from = tokens(false);
    const encoded = Buffer.from(CLAIMS).toString('base64');
    const azure = azureThatTakes(
      'second',
      `Bearer realm="", authorization_uri="https://login.microsoftonline.com/common", error="insufficient_claims", claims="${encoded}"`,
    );

    const response = await send(from, azure);

    expect(response.status).toBe(200);
    expect(from.asked).toEqual([undefined, CLAIMS]);
  });

  it('asks for another token where Azure says no more than that it is no good', async () => {
    const from = tokens(true);
    const azure = azureThatTakes('second', 'Bearer error="invalid_token"');

    const response = await send(from, azure);

    expect(response.status).toBe(200);
    expect(azure.sent).toEqual(['Bearer first', 'Bearer second']);
  });

  it('hands on the answer where there is no other token', async () => {
    const azure = azureThatTakes('second');

    const response = await send(tokens(false), azure);

    expect(response.status).toBe(401);
    expect(azure.sent).toEqual(['Bearer first']);
  });
});

describe('a token that Azure takes no longer, over the wire', () => {
  let wire: Wire;
  beforeEach(async () => {
    wire = await startWire();
  });
  afterEach(() => wire.stop());

  it('is replaced, long before its time by our clock', async () => {
    await surveyScope(wire);
    wire.sandbox.clock.advance(2 * 3_600_000);

    const { error } = await surveyScope(wire);

    expect(error).toBeUndefined();
  });
});
