import * as fc from 'fast-check';
import { ExposureField, fieldsOfBoth } from '../__testUtils__/ExposureField';
import { hostileText } from '../__testUtils__/hostileText';
import { judgeRefusal } from '../__testUtils__/judge';
import { paymentsExposure } from '../__testUtils__/paymentsExposure';
import { readYamlAlike } from '../__testUtils__/readYamlAlike';
import { replaceText } from '../__testUtils__/replaceText';
import { buildAwsPrivateLinkExposure } from '../buildAwsPrivateLinkExposure';
import {
  AwsPrivateLinkExposureInput,
  manifestForms,
} from '../intents/exposure';
import { isSameValue } from '../verify/sameValue';

const { service } = paymentsExposure;

type LoadBalancer = NonNullable<AwsPrivateLinkExposureInput['loadBalancer']>;
const withLoadBalancer = (loadBalancer: Partial<LoadBalancer>) => ({
  loadBalancer,
});

/** Fields whose text ends up in manifests. */
const fields: ExposureField[] = [
  ...fieldsOfBoth,
  ['service.name', name => ({ service: { ...service, name } }), 'harmless'],
  [
    'service.namespace',
    namespace => ({ service: { ...service, namespace } }),
    'harmless',
  ],
  [
    'service.selector',
    text => ({ service: { ...service, selector: { [text]: 'a' } } }),
    'harmless',
  ],
  [
    'service.selector',
    text => ({ service: { ...service, selector: { app: text } } }),
    'harmless',
  ],
  [
    'service.ports[0].name',
    name => ({ service: { ...service, ports: [{ name, port: 443 }] } }),
    'harmless',
  ],
  [
    'service.ports[0].targetPort',
    targetPort => ({
      service: { ...service, ports: [{ port: 443, targetPort }] },
    }),
    'harmless',
  ],
  ['loadBalancer.name', name => withLoadBalancer({ name }), 'harmless'],
  [
    'loadBalancer.subnets[0]',
    subnet => withLoadBalancer({ subnets: [subnet] }),
    'subnet-0123456789abcdef0',
  ],
  [
    'loadBalancer.securityGroups.ids[0]',
    id => withLoadBalancer({ securityGroups: { type: 'explicit', ids: [id] } }),
    'sg-0123456789abcdef0',
  ],
  [
    'loadBalancer.securityGroups.prefixLists',
    id =>
      withLoadBalancer({
        securityGroups: { type: 'managed', prefixLists: [id] },
      }),
    'pl-0123456789abcdef0',
  ],
  [
    'loadBalancer.healthCheck.path',
    path => withLoadBalancer({ healthCheck: { protocol: 'http', path } }),
    '/harmless',
  ],
  [
    'loadBalancer.tags',
    text => withLoadBalancer({ tags: { team: text } }),
    'harmless',
  ],
  [
    'loadBalancer.tags',
    text => withLoadBalancer({ tags: { [text]: 'a' } }),
    'harmless',
  ],
];

/** Short words of what the fields allow and YAML takes for something else. */
const words = fc
  .array(
    fc.constantFrom(
      ...['a', 'e', 'E', '0', '1', '-', '.', '_', '/', '/a', '?b=', '%20', '='],
      ...['on', 'no', 'true', 'null', '~', '1e3', '0x1', '0o7', '12:30:45'],
      ...['__proto__', ',', '#', ': ', '&', '*', '!', '{{', '${', '\\'],
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map(parts => parts.join(''));

/** Texts of all sorts, some of them behind one that the field takes. */
const textsFor = (harmless: string) =>
  fc.oneof(
    hostileText,
    words,
    words.map(rest => `${harmless}${rest}`),
  );

/** The manifest as both versions of YAML read it, which is one document and the same. */
function manifest(change: Partial<AwsPrivateLinkExposureInput>): unknown {
  const { files } = buildAwsPrivateLinkExposure({
    ...paymentsExposure,
    loadBalancer: {},
    ...change,
  });
  return readYamlAlike(files[0].content);
}

/** Without the order of what an annotation lists, which is that of the names. */
function normalize(value: unknown): unknown {
  const sortLists = (_key: string, item: unknown): unknown =>
    typeof item === 'string' ? item.split(',').sort().join(',') : item;
  return JSON.parse(JSON.stringify(value, sortLists) ?? 'null');
}

const forms = manifestForms.map(form => ({
  form,
  path: form === 'gateway-api' ? 'k8s/gateway.yaml' : 'k8s/service.yaml',
}));

describe.each(forms)('hostile text in a manifest of the form $form', target => {
  it.each(fields)(
    '%s: stands there exactly, or is refused by its name',
    (field, change, harmless) => {
      // A field that a form has no place for is refused whatever it says.
      const attempt = (
        value: string,
      ): { refusal?: string; written?: unknown } => {
        try {
          return { written: manifest({ ...change(value), manifest: target }) };
        } catch (error) {
          return { refusal: judgeRefusal(error, field) };
        }
      };
      const plain = attempt(harmless);
      const judge = (value: string): string => {
        const { refusal, written } = attempt(value);
        if (refusal) return refusal;
        const expected = replaceText(plain.written, harmless, value);
        return isSameValue(normalize(written), normalize(expected))
          ? 'sound'
          : `it reads as ${JSON.stringify(written)}`;
      };
      expect(judge(harmless)).toBe('sound');
      fc.assert(
        fc.property(textsFor(harmless), value => {
          expect(judge(value)).toBe('sound');
        }),
        { numRuns: 25 },
      );
    },
  );
});
