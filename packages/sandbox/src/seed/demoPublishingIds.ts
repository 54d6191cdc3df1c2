import { demoAccounts } from './demoIds';

const REGION = 'eu-west-1';

const certificateArn = (accountId: string, id: string) =>
  `arn:aws:acm:${REGION}:${accountId}:certificate/${id}`;

const certificateIds = {
  entrance: '0e27a9ce-0000-4000-8000-000000000001',
  delivery: '0de11fe2-0000-4000-8000-000000000001',
} as const;

/**
 * What the demo world has for services that are published or stand behind load balancers, before their repositories come.
 * @public
 */
export const demoPublishing = {
  /** The hosted zone, in the platform's account. */
  zone: 'acme.example',
  /** The name that external-dns of `platform-eu` keeps for the cluster's public entrance. */
  entranceName: 'lb.acme.example',
  /** The domain that external-dns of `delivery-eu` may write to. */
  deliveryDomain: 'delivery.acme.example',
  /** The last parts of the certificates' ARNs, which are in the regions of their load balancers. */
  certificateIds,
  /** The certificate of the public entrance. */
  entranceCertificate: certificateArn(
    demoAccounts.platform,
    certificateIds.entrance,
  ),
  /** The certificate of the load balancers of `delivery-eu`. */
  deliveryCertificate: certificateArn(
    demoAccounts.network,
    certificateIds.delivery,
  ),
  /** The last part of the issuer of `delivery-eu`. */
  issuerId: 'DE11FE2E00000000000000000000E001',
  /** The group of the load balancers of `delivery-eu`, in the network's account. */
  loadBalancerGroup: 'sg-0777700000000000a',
  /** The group of the pods of `delivery-eu`, in the cluster's account. */
  podGroup: 'sg-0888800000000000b',
} as const;
