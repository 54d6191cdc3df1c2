import { autoModeClusterProfileSchema } from '../intents/anyClusterProfile';
import { clusterProfileSchema } from '../intents/clusterProfile';
import { awsLbcIngressDefaults, IngressClassFacts } from './awsLbcIngress';
import { findIngressReconciler } from './findIngressReconciler';
import { KubernetesObject } from './KubernetesObject';

const place = { account: '111122223333', region: 'eu-central-1' };
const lbc = clusterProfileSchema.parse({
  name: 'platform',
  controller: { type: 'aws-load-balancer-controller' },
  ...place,
});
const autoMode = autoModeClusterProfileSchema.parse({
  name: 'auto',
  controller: { type: 'eks-auto-mode' },
  ...place,
});

function ingress(options: {
  className?: string;
  annotation?: string;
}): KubernetesObject {
  const { className, annotation } = options;
  return {
    kind: 'Ingress',
    metadata: {
      name: 'payments',
      namespace: 'shop',
      ...(annotation === undefined
        ? {}
        : { annotations: { 'kubernetes.io/ingress.class': annotation } }),
    },
    spec: className === undefined ? {} : { ingressClassName: className },
  };
}

function ingressClass(
  name: string,
  controller: string,
  isDefault = false,
): KubernetesObject {
  return {
    kind: 'IngressClass',
    metadata: {
      name,
      annotations: {
        'ingressclass.kubernetes.io/is-default-class': String(isDefault),
      },
    },
    spec: { controller },
  };
}

const withClasses = (
  ...ingressClasses: KubernetesObject[]
): IngressClassFacts => ({ ...awsLbcIngressDefaults, ingressClasses });

describe('findIngressReconciler', () => {
  it('follows the annotation, whatever the class', () => {
    const classes = withClasses(ingressClass('alb', 'ingress.k8s.aws/alb'));
    expect(
      findIngressReconciler(
        ingress({ className: 'alb', annotation: 'nginx' }),
        lbc,
        classes,
      ),
    ).toEqual({
      by: 'other',
      asks: 'other',
      why: 'kubernetes.io/ingress.class nginx is for a controller that is not known here; the AWS Load Balancer Controller leaves the Ingress alone.',
    });
  });

  it('finds nobody for the annotation in EKS Auto Mode', () => {
    expect(
      findIngressReconciler(ingress({ annotation: 'alb' }), autoMode),
    ).toEqual({
      by: 'nobody',
      asks: 'aws-load-balancer-controller',
      why: "kubernetes.io/ingress.class alb is for the AWS Load Balancer Controller, which cluster auto doesn't run.",
    });
  });

  it('asks the controller that the class names', () => {
    const classes = withClasses(
      ingressClass('public', 'ingress.k8s.aws/alb'),
      ingressClass('auto', 'eks.amazonaws.com/alb'),
      ingressClass('nginx', 'k8s.io/ingress-nginx'),
    );
    const find = (className: string, profile = lbc) =>
      findIngressReconciler(ingress({ className }), profile, classes).by;
    expect(find('public')).toBe('aws-load-balancer-controller');
    expect(find('auto')).toBe('nobody');
    expect(find('nginx')).toBe('other');
    expect(find('missing')).toBe('nobody');
  });

  it('goes by the usual name where the classes are not known, and guesses no other', () => {
    const find = (className: string, profile?: typeof lbc | typeof autoMode) =>
      findIngressReconciler(ingress({ className }), profile).by;
    expect(find('alb', lbc)).toBe('aws-load-balancer-controller');
    expect(find('alb', autoMode)).toBe('eks-auto-mode');
    expect(find('internal', lbc)).toBe('unknown');
    expect(find('internal')).toBe('unknown');
  });

  it('takes the default class for an Ingress without, and else says that nobody takes it', () => {
    const find = (...classes: KubernetesObject[]) =>
      findIngressReconciler(ingress({}), lbc, withClasses(...classes)).by;
    expect(find(ingressClass('alb', 'ingress.k8s.aws/alb', true))).toBe(
      'aws-load-balancer-controller',
    );
    expect(find(ingressClass('alb', 'ingress.k8s.aws/alb'))).toBe('nobody');
    expect(
      find(
        ingressClass('alb', 'ingress.k8s.aws/alb', true),
        ingressClass('nginx', 'k8s.io/ingress-nginx', true),
      ),
    ).toBe('nobody');
    expect(findIngressReconciler(ingress({}), lbc).by).toBe('unknown');
  });

  it('gives an Ingress without class to a controller that is started without one', () => {
    const facts = { ...awsLbcIngressDefaults, controllerIngressClass: '' };
    expect(findIngressReconciler(ingress({}), lbc, facts).by).toBe(
      'aws-load-balancer-controller',
    );
  });
});
