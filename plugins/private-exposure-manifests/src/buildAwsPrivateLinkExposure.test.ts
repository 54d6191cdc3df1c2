import { paymentsExposure } from './__testUtils__/paymentsExposure';
import { buildAwsPrivateLinkExposure } from './buildAwsPrivateLinkExposure';
import { InvalidIntentError } from './errors';
import { clusterProfileSchema } from './intents/clusterProfile';

const SERVICE = `apiVersion: v1
kind: Service
metadata:
  name: payments
  namespace: payments
  annotations:
    service.beta.kubernetes.io/aws-load-balancer-nlb-target-type: "ip"
    service.beta.kubernetes.io/aws-load-balancer-scheme: "internal"
    service.beta.kubernetes.io/aws-load-balancer-subnets: "subnet-0a1b2c3d4e5f60718,subnet-0a1b2c3d4e5f60719"
    service.beta.kubernetes.io/aws-load-balancer-inbound-sg-rules-on-private-link-traffic: "off"
    service.beta.kubernetes.io/aws-load-balancer-attributes: "load_balancing.cross_zone.enabled=true,deletion_protection.enabled=true"
    service.beta.kubernetes.io/aws-load-balancer-additional-resource-tags: "backstage-entity-ref=component:default/payments"
spec:
  type: LoadBalancer
  loadBalancerClass: service.k8s.aws/nlb
  selector:
    app: payments
  ports:
    - port: 443
      targetPort: 8443
      protocol: TCP
`;

const TERRAFORM = `data "aws_lb" "payments" {
  tags = {
    "elbv2.k8s.aws/cluster" = "platform-eu"
    "service.k8s.aws/stack" = "payments/payments"
  }
}

resource "aws_vpc_endpoint_service" "payments" {
  acceptance_required        = true
  network_load_balancer_arns = [data.aws_lb.payments.arn]
  private_dns_name           = "payments.acme.example"

  tags = {
    Name                 = "payments"
    backstage-entity-ref = "component:default/payments"
  }
}

resource "aws_vpc_endpoint_service_allowed_principal" "payments_444455556666" {
  principal_arn           = "arn:aws:iam::444455556666:root"
  vpc_endpoint_service_id = aws_vpc_endpoint_service.payments.id
}
`;

function refusedFields(change: Partial<typeof paymentsExposure>): string[] {
  try {
    buildAwsPrivateLinkExposure({ ...paymentsExposure, ...change });
    return [];
  } catch (error) {
    if (!(error instanceof InvalidIntentError)) throw error;
    return error.issues.map(({ field }) => field);
  }
}

describe('buildAwsPrivateLinkExposure', () => {
  it('writes the Service and the Terraform in full', () => {
    const { files, findings } = buildAwsPrivateLinkExposure(paymentsExposure);

    expect(files).toEqual([
      { path: 'k8s/service.yaml', content: SERVICE },
      { path: 'infra/payments.tf', content: TERRAFORM },
    ]);
    expect(findings).toEqual([]);
  });

  it('has nothing to write where the files say it already', () => {
    const existing = {
      'k8s/service.yaml': SERVICE,
      'infra/payments.tf': TERRAFORM,
    };

    expect(
      buildAwsPrivateLinkExposure(paymentsExposure, { existing }).files,
    ).toEqual([]);
  });

  it('writes the verification only when asked, and the notification', () => {
    const { files } = buildAwsPrivateLinkExposure({
      ...paymentsExposure,
      endpointService: {
        name: 'payments',
        privateDns: { name: '*.k.acme.example', verify: true },
        notification: {
          topicArn: 'arn:aws:sns:eu-west-1:111122223333:link',
          events: ['Connect'],
        },
      },
    });

    expect(TERRAFORM).not.toContain('private_dns_verification');
    expect(files[1].content).toContain(`
resource "aws_vpc_endpoint_service_private_dns_verification" "payments" {
  service_id = aws_vpc_endpoint_service.payments.id
}

resource "aws_vpc_endpoint_connection_notification" "payments" {
  connection_events           = ["Connect"]
  connection_notification_arn = "arn:aws:sns:eu-west-1:111122223333:link"
  vpc_endpoint_service_id     = aws_vpc_endpoint_service.payments.id
}
`);
  });

  it('writes CloudFormation without Fn::Sub, and refuses to ask for the verification', () => {
    const infrastructure = {
      format: 'cloudformation',
      path: 'infra/link.json',
    } as const;
    const { files } = buildAwsPrivateLinkExposure({
      ...paymentsExposure,
      infrastructure,
      endpointService: {
        ...paymentsExposure.endpointService,
        supportedRegions: ['us-east-1', 'us-west-2'],
      },
    });

    expect(JSON.parse(files[1].content)).toEqual({
      AWSTemplateFormatVersion: '2010-09-09',
      Description: 'Endpoint service payments of component:default/payments',
      Parameters: {
        PaymentsLoadBalancerArn: {
          Type: 'String',
          Description:
            'ARN of the Network Load Balancer that the controller made',
          AllowedPattern:
            'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/net/.+',
        },
      },
      Resources: {
        PaymentsService: {
          Type: 'AWS::EC2::VPCEndpointService',
          Properties: {
            AcceptanceRequired: true,
            NetworkLoadBalancerArns: [{ Ref: 'PaymentsLoadBalancerArn' }],
            PrivateDnsName: 'payments.acme.example',
            SupportedRegions: ['eu-west-1', 'us-east-1', 'us-west-2'],
            Tags: [
              { Key: 'Name', Value: 'payments' },
              {
                Key: 'backstage-entity-ref',
                Value: 'component:default/payments',
              },
            ],
          },
        },
        PaymentsPermissions: {
          Type: 'AWS::EC2::VPCEndpointServicePermissions',
          Properties: {
            AllowedPrincipals: ['arn:aws:iam::444455556666:root'],
            ServiceId: { Ref: 'PaymentsService' },
          },
        },
      },
    });
    const privateDns = { name: 'payments.acme.example', verify: true };
    expect(
      refusedFields({
        infrastructure,
        endpointService: { name: 'payments', privateDns },
      }),
    ).toEqual(['endpointService.privateDns.verify']);
  });

  it.each([
    [
      'istio-operator',
      '          serviceAnnotations:\n            service.beta.kubernetes.io/aws-load-balancer-type: "external"\n',
    ],
    [
      'istio-helm-values',
      'service:\n  type: LoadBalancer\n  annotations:\n    service.beta.kubernetes.io/aws-load-balancer-type: "external"\n',
    ],
    [
      'gateway-api',
      '  infrastructure:\n    annotations:\n      service.beta.kubernetes.io/aws-load-balancer-type: "external"\n',
    ],
    [
      'knative-kourier',
      'metadata:\n  name: payments\n  namespace: payments\n  annotations:\n    service.beta.kubernetes.io/aws-load-balancer-type: "external"\n',
    ],
  ] as const)('puts the annotations where %s reads them', (form, expected) => {
    const { files, findings } = buildAwsPrivateLinkExposure({
      ...paymentsExposure,
      manifest: { form, path: 'k8s/gateway.yaml' },
    });

    expect(files[0].content).toContain(expected);
    expect(findings).toEqual([]);
  });

  it('gives a Gateway its source ranges as an annotation, as far as there is room', () => {
    const gateway = (loadBalancer: typeof paymentsExposure.loadBalancer) => ({
      manifest: { form: 'gateway-api' as const, path: 'k8s/gateway.yaml' },
      loadBalancer,
    });
    const securityGroups = {
      type: 'managed' as const,
      sourceRanges: ['10.0.0.0/8', '192.168.0.0/16'],
    };
    const { files, findings } = buildAwsPrivateLinkExposure({
      ...paymentsExposure,
      ...gateway({ ...paymentsExposure.loadBalancer, securityGroups }),
    });

    expect(files[0].content).toContain(
      `  infrastructure:
    annotations:
      service.beta.kubernetes.io/aws-load-balancer-type: "external"
`,
    );
    expect(files[0].content).toContain(
      '      service.beta.kubernetes.io/load-balancer-source-ranges: "10.0.0.0/8,192.168.0.0/16"\n',
    );
    expect(findings).toEqual([]);
    expect(
      refusedFields(
        gateway({
          ...paymentsExposure.loadBalancer,
          securityGroups,
          healthCheck: { protocol: 'tcp' },
        }),
      ),
    ).toEqual(['manifest.form']);
  });

  it('looks the load balancer of a Gateway up by the Service that its class makes', () => {
    const { files } = buildAwsPrivateLinkExposure({
      ...paymentsExposure,
      manifest: { form: 'gateway-api', path: 'k8s/gateway.yaml' },
    });

    expect(files[1].content).toContain(
      '"service.k8s.aws/stack" = "payments/payments-istio"',
    );
  });

  it('uses the words and tags of the in-tree provider, and refuses what it lacks', () => {
    const manifest = { form: 'in-tree', path: 'k8s/service.yaml' } as const;
    const { files } = buildAwsPrivateLinkExposure({
      ...paymentsExposure,
      manifest,
      loadBalancer: { proxyProtocol: true },
    });

    expect(files[0].content)
      .toContain(`    service.beta.kubernetes.io/aws-load-balancer-type: "nlb"
    service.beta.kubernetes.io/aws-load-balancer-internal: "true"
    service.beta.kubernetes.io/aws-load-balancer-target-group-attributes: "proxy_protocol_v2.enabled=true"
`);
    expect(files[1].content)
      .toContain(`    "kubernetes.io/cluster/platform-eu" = "owned"
    "kubernetes.io/service-name"        = "payments/payments"
`);
    expect(
      refusedFields({
        manifest,
        loadBalancer: { targetType: 'ip', crossZone: true },
      }),
    ).toEqual(['loadBalancer.targetType', 'loadBalancer.crossZone']);
  });

  it.each([
    ['an account id with 11 digits', { account: '11112222333' }, ['account']],
    [
      'everyone without acceptance',
      {
        endpointService: {
          name: 'a',
          acceptanceRequired: false,
          grants: [{ principal: '*' }],
        },
      },
      ['endpointService.grants[0].principal'],
    ],
    [
      'rules on PrivateLink traffic without a group',
      {
        loadBalancer: {
          securityGroups: { type: 'none' },
          inboundRulesOnPrivateLinkTraffic: 'on',
        },
      },
      ['loadBalancer.inboundRulesOnPrivateLinkTraffic'],
    ],
    [
      'a path out of the repository',
      { infrastructure: { format: 'terraform', path: '../a.tf' } },
      ['infrastructure.path'],
    ],
    [
      'the owner tag',
      { loadBalancer: { tags: { 'backstage-entity-ref': 'x' } } },
      ['loadBalancer.tags["backstage-entity-ref"]'],
    ],
    [
      'a tag value that could add a tag',
      { loadBalancer: { tags: { team: 'a,b=c' } } },
      ['loadBalancer.tags.team'],
    ],
    [
      'a new Service without selector',
      { service: { name: 'a', namespace: 'b', ports: [{ port: 1 }] } },
      ['service.selector'],
    ],
  ] as const)('refuses %s', (_, change, fields) => {
    expect(refusedFields(change as Partial<typeof paymentsExposure>)).toEqual(
      fields,
    );
  });

  it('refuses a field that it does not know, by name', () => {
    const typo = { ...paymentsExposure, loadBalancer: { crosszone: true } };

    expect(() =>
      buildAwsPrivateLinkExposure(typo as typeof paymentsExposure),
    ).toThrow('loadBalancer.crosszone: is not known here');
  });

  it('refuses an intent that disagrees with the cluster profile', () => {
    const clusterProfile = clusterProfileSchema.parse({
      name: 'platform-eu',
      controller: { type: 'aws-load-balancer-controller' },
      account: '222233334444',
      region: 'eu-west-1',
    });

    expect(() =>
      buildAwsPrivateLinkExposure(paymentsExposure, { clusterProfile }),
    ).toThrow(
      `account: must be '222233334444', as the cluster profile says, not '111122223333'`,
    );
  });

  it('names the ports that the Service has, asked for or not', () => {
    const path = 'k8s/service.yaml';
    const before = SERVICE.replace(
      '      protocol: TCP\n',
      '    - { name: dns, port: 53, protocol: UDP }\n',
    );
    const { description } = buildAwsPrivateLinkExposure(
      {
        ...paymentsExposure,
        service: { ...paymentsExposure.service, ports: undefined },
      },
      { existing: { [path]: before } },
    );

    expect(description).toContain(
      '`payments/payments` in cluster `platform-eu`, TCP port `443`, UDP port `53` |',
    );
  });

  it('shows a reviewer what becomes of the Ingress in the same file', () => {
    const path = 'k8s/service.yaml';
    const ingress = `---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: payments
  namespace: payments
spec:
  ingressClassName: alb
  defaultBackend: { service: { name: payments, port: { number: 443 } } }
`;
    const before = SERVICE.replace(
      'type: LoadBalancer\n  loadBalancerClass: service.k8s.aws/nlb',
      'type: ClusterIP',
    );
    const bodyOf = (text: string) =>
      buildAwsPrivateLinkExposure(paymentsExposure, {
        existing: { [path]: text },
      }).description;

    // Nodes are its targets, which a Service has only now that it asks for a load balancer.
    expect(bodyOf(`${before}${ingress}`)).toMatch(
      /## What the Ingress payments\/payments becomes\n\n\| setting \| before \| after \|\n.*\n\| load balancer \| none is made .* \| \*\*Application Load Balancer k8s/,
    );
    expect(bodyOf(before)).not.toContain('What the Ingress');
  });

  it('writes a body in which nothing of the user is a link, a mention or HTML', () => {
    const { description } = buildAwsPrivateLinkExposure({
      ...paymentsExposure,
      reason: 'see [this](http://evil.example) @admins <img src=x> `a` # b',
    });

    expect(description).toContain(
      'Reason given: see \\[this\\]\\(http&#58;//evil.example\\) &#64;&#8203;admins &#60;img src=x&#62; \\`a\\` \\# b',
    );
    expect(description).toContain(
      '| who may ask to connect | `444455556666` |',
    );
  });
});
