import type { RuleExamples } from '../../../diagnosis/__testUtils__/RuleExamples';
import {
  loadBalancer,
  seen,
  unseen,
} from '../../../diagnosis/__testUtils__/parts';
import type { ServiceInspection } from '../../inspection/ServiceInspection';
import { consumer, inspection } from './inspections';

const withListener = (change: object) =>
  loadBalancer({
    listeners: seen([
      {
        arn: 'listener',
        port: 443,
        protocol: 'TCP',
        targetGroupArns: [],
        ...change,
      },
    ]),
  });

/** Of rules about who may connect, and about consumers and the names that they use. */
export const consumerExamples: RuleExamples<ServiceInspection> = {
  'aws/consumer-zone-not-covered': {
    noticed: [
      {
        name: 'a subnet in another zone',
        inspection: inspection({
          service: { zoneIds: ['euw1-az1', 'euw1-az3'] },
        }),
        says: 'in euw1-az2, which the service does not cover',
      },
    ],
    leftAlone: [
      {
        name: 'a consumer in another region, where zones need not match',
        inspection: inspection({
          service: { zoneIds: ['use1-az1'] },
          scope: { ...inspection().scope, region: 'us-east-1' },
        }),
      },
      {
        name: 'a service that names no zones, with load balancers in all',
        inspection: inspection({ service: { zoneIds: [] } }),
      },
    ],
  },
  'aws/consumer-endpoint-failed': {
    noticed: [
      {
        name: 'a failed endpoint with its error',
        inspection: inspection({
          consumers: [
            consumer({ state: 'Failed', lastError: 'InvalidSubnet: full' }),
          ],
        }),
        says: 'vpce-1',
      },
    ],
    leftAlone: [
      {
        name: 'an endpoint that waits',
        inspection: inspection({
          consumers: [consumer({ state: 'pendingAcceptance' })],
        }),
      },
    ],
  },
  'aws/consumer-dns-off': {
    noticed: [
      {
        name: 'host names off in the network',
        inspection: inspection({
          consumers: [
            consumer({ vpcDns: seen({ support: true, hostnames: false }) }),
          ],
        }),
        says: 'its VPC has enableDnsHostnames off',
      },
      {
        name: 'both off in the network',
        inspection: inspection({
          consumers: [
            consumer({ vpcDns: seen({ support: false, hostnames: false }) }),
          ],
        }),
        says: 'enableDnsSupport and enableDnsHostnames',
      },
    ],
    leftAlone: [
      {
        name: 'a consumer who does not use the private name',
        inspection: inspection({
          consumers: [
            consumer({
              privateDnsEnabled: false,
              vpcDns: seen({ support: false, hostnames: false }),
            }),
          ],
        }),
      },
      {
        name: 'settings that may not be looked at',
        inspection: inspection({
          consumers: [consumer({ vpcDns: unseen('ec2:DescribeVpcAttribute') })],
        }),
      },
    ],
  },
  'aws/consumer-not-seen': {
    noticed: [
      {
        name: 'an outage on the side of a consumer',
        inspection: inspection({
          consumers: [
            { ...consumer(), endpoint: unseen(undefined, '333344445555') },
          ],
        }),
        says: '333344445555',
      },
    ],
    leftAlone: [
      {
        name: 'a permission that is missing, of which another rule speaks',
        inspection: inspection({
          consumers: [{ ...consumer(), endpoint: unseen('ec2:DescribeIt') }],
        }),
      },
    ],
  },
  'aws/private-dns-unverified': {
    noticed: [
      {
        name: 'pending, with the exact record',
        inspection: inspection({
          service: {
            domain: {
              domain: '*.k.acme.example',
              state: 'pending',
              record: {
                type: 'TXT',
                name: '_6e86v84tqgqubxbwii1m.k.acme.example',
                value: 'vpce:l6p0ERxlTt45jevFwOCp',
              },
            },
          },
        }),
        says: "'_6e86v84tqgqubxbwii1m.k.acme.example' with the value 'vpce:l6p0ERxlTt45jevFwOCp'",
      },
      {
        name: 'failed, with where a doubled zone would have put it',
        inspection: inspection({
          service: {
            domain: {
              domain: 'acme.example',
              state: 'failed',
              record: { type: 'TXT', name: '_1.acme.example', value: 'vpce:x' },
            },
          },
        }),
        says: "'_1.acme.example.acme.example'",
      },
    ],
    leftAlone: [
      {
        name: 'no private name',
        inspection: inspection({ service: { domain: undefined } }),
      },
    ],
  },
  'aws/everyone-may-connect': {
    noticed: [
      {
        name: 'the star, without acceptance',
        inspection: inspection({
          service: { acceptanceRequired: false },
          grants: seen([{ principal: '*', type: 'everyone' }]),
        }),
        says: 'nobody has to accept',
      },
    ],
    leftAlone: [
      {
        name: 'the star, with acceptance',
        inspection: inspection({
          grants: seen([{ principal: '*', type: 'everyone' }]),
        }),
      },
      {
        name: 'no acceptance, and accounts by name',
        inspection: inspection({ service: { acceptanceRequired: false } }),
      },
    ],
  },
  'aws/everyone-may-ask': {
    noticed: [
      {
        name: 'the star, with acceptance',
        inspection: inspection({
          grants: seen([{ principal: '*', type: 'everyone' }]),
        }),
        says: 'only acceptance',
      },
    ],
    leftAlone: [
      {
        name: 'the star, without acceptance, of which another rule speaks',
        inspection: inspection({
          service: { acceptanceRequired: false },
          grants: seen([{ principal: '*', type: 'everyone' }]),
        }),
      },
    ],
  },
  'aws/idle-timeout-across-regions': {
    noticed: [
      {
        name: 'other regions and a timeout of its own',
        inspection: inspection({
          service: { remoteRegions: ['us-east-1'] },
          loadBalancers: [withListener({ customIdleTimeout: seen(600) })],
        }),
        says: '600 seconds',
      },
    ],
    leftAlone: [
      {
        name: 'other regions and the usual timeout',
        inspection: inspection({
          service: { remoteRegions: ['us-east-1'] },
          loadBalancers: [withListener({ customIdleTimeout: seen(undefined) })],
        }),
      },
    ],
  },
};
