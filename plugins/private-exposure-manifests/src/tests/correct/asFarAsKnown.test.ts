import { fixManifest } from '../../linter/fixManifest';
import { lintManifests, LintOptions } from '../../linter';
import { inTreeCluster, lbcCluster } from '../combinations/clusters';
import {
  asPatch,
  asValues,
  asWholeIngress,
  asWholeService,
} from './CorrectFiles';

const SERVICE = 'service.beta.kubernetes.io/';
const AWS = `${SERVICE}aws-load-balancer-`;
const ALB = 'alb.ingress.kubernetes.io/';
const UNCLASSED = 'type: LoadBalancer, ports: [{port: 443}]';

function saidOf(content: string, options: LintOptions = {}) {
  const path = 'payments.yaml';
  return lintManifests([{ path, content }], options).map(
    ({ severity, ruleId }) => `${severity} ${ruleId}`,
  );
}

describe('what is right for one and wrong for another', () => {
  const anywhere = asWholeService(
    [`${AWS}type: "nlb"`, `${AWS}internal: "0.0.0.0/0"`],
    UNCLASSED,
  );

  it('is a word of the in-tree provider where that one takes the Service', () => {
    expect(saidOf(anywhere, { clusterProfile: inTreeCluster })).toContain(
      'info aws/internal-value',
    );
    expect(saidOf(anywhere)).toContain('warning aws/internal-value');
  });

  it('is said of Azure only where Azure may read the Service', () => {
    const forAzure = [`${SERVICE}azure-load-balancer-internal: ""`];
    const onAws = asWholeService(
      [`${AWS}type: "external"`, `${AWS}nlb-target-type: "ip"`, ...forAzure],
      UNCLASSED,
    );
    const ids = saidOf(onAws);
    expect(ids).toContain('info annotation/other-controller');
    expect(ids).not.toContain('error azure/internal-value');
    expect(saidOf(asWholeService(forAzure, UNCLASSED))).toContain(
      'error azure/internal-value',
    );
  });

  it('is told the one reason why an empty list of subnets is refused', () => {
    const content = `${asWholeService([
      `${AWS}scheme: "internal"`,
      `${AWS}subnets: ""`,
    ])}---\nResources:\n  Payments:\n    Type: AWS::EC2::VPCEndpointService\n    Properties: {AcceptanceRequired: true}\n`;
    expect(saidOf(content, { clusterProfile: lbcCluster })).toEqual([
      'error controller/refused',
    ]);
  });
});

describe('an Ingress whose load balancer others complete', () => {
  const PUBLIC = [
    `${ALB}scheme: "internet-facing"`,
    `${ALB}listen-ports: '[{"HTTP": 80}]'`,
  ];
  const about = (content: string) =>
    saidOf(content).filter(text => /plain-http|without-waf/.test(text));

  it('is a warning where it stands alone, and its class sets nothing', () => {
    expect(about(asWholeIngress(PUBLIC)).sort()).toEqual([
      'info alb/public-without-waf',
      'warning alb/plain-http',
    ]);
  });

  it('may be put right by its class, which is in no file', () => {
    expect(
      about(asWholeIngress(PUBLIC, 'ingressClassName: platform, ')).sort(),
    ).toEqual(['info alb/plain-http', 'info alb/public-without-waf']);
  });

  it('may be put right by the others of its group, which are in no file', () => {
    expect(
      about(asWholeIngress([...PUBLIC, `${ALB}group.name: "payments"`])),
    ).toEqual([]);
  });
});

describe('an annotation without the one that it refines', () => {
  const name = `${SERVICE}azure-pls-name: "payments"`;
  const internal = `${SERVICE}azure-load-balancer-internal: "true"`;
  const about = (content: string) =>
    saidOf(content).filter(text => text.endsWith('annotation/needs'));

  it('is a warning in values that ask for the load balancer', () => {
    expect(about(`${asValues([name])}  type: LoadBalancer\n`)).toEqual([
      'warning annotation/needs',
    ]);
  });

  it('may stand beside it in other values, where these say only what it is to be', () => {
    expect(about(asValues([internal, name]))).toEqual([
      'info annotation/needs',
    ]);
    expect(about(asValues([name]))).toEqual([]);
  });
});

describe('a correction', () => {
  const fix = (content: string) =>
    fixManifest({ path: 'payments.yaml', content }).content;

  it.each([
    [
      'leaves what a patch takes away',
      asPatch([`${SERVICE}azure-load-balancer-internal: null`]),
    ],
    [
      'leaves a public load balancer public, which "true" would replace',
      asWholeService(
        [`${SERVICE}azure-load-balancer-internal: "True"`],
        UNCLASSED,
      ),
    ],
    [
      'does not invent a value',
      asWholeService(
        [`${SERVICE}azure-load-balancer-internal: null`],
        UNCLASSED,
      ),
    ],
  ])('%s', (_, content) => {
    expect(fix(content)).toBe(content);
  });
});
