import { clusterProfileSchema } from '../../intents/clusterProfile';

/** A cluster as the portal tells of it. */
export const cluster = {
  name: 'payments-eu',
  profile: {
    controller: 'aws-load-balancer-controller',
    version: '3.5.0',
    accountId: '222233334444',
    region: 'eu-west-1',
    subnets: [{ id: 'subnet-02222000000000021', zoneId: 'euw1-az1' }],
  },
};

/** The same as a template's action reads it from the configuration. */
export const profile = clusterProfileSchema.parse({
  name: cluster.name,
  controller: { type: 'aws-load-balancer-controller', version: '3.5.0' },
  account: cluster.profile.accountId,
  region: cluster.profile.region,
  subnets: cluster.profile.subnets,
});

/** Whose the preview is. */
export const entity = {
  entityRef: 'component:default/ledger',
  entityName: 'ledger',
};

/** A Service of its own in the manifest. */
export const service = {
  selector: { 'app.kubernetes.io/name': 'ledger' },
  ports: [{ port: 443, targetPort: 8443 }],
};
