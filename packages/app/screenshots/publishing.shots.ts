import { expect, test } from '@playwright/test';
import {
  claimFor,
  exposeThroughLoadBalancer,
  publishInAws,
} from '../e2e-tests/publishForms';
import { Camera } from './Camera';

const tab = (component: string) =>
  `/catalog/default/component/${component}/private-exposure`;

test('what the demo starts with behind CloudFront and in another account', async ({
  browser,
}) => {
  const camera = new Camera(browser);
  const petra = await camera.openAs('Petra');

  await petra.goto(tab('website'));
  const path = petra.getByRole('group', { name: /^Path from the clients/ });
  const distribution = petra
    .getByRole('article')
    .filter({ has: path.filter({ hasText: 'VPC origin' }) })
    .last();
  await expect(distribution).toBeVisible();
  await camera.take(petra, 'tab-cloudfront', { part: distribution });

  await petra.goto(tab('newsletter'));
  await expect(
    petra.getByText('aws/origin-reachable-directly').first(),
  ).toBeVisible();
  await camera.take(petra, 'tab-way-around');

  await petra.goto(tab('tracking'));
  await expect(petra.getByText('Healthy').first()).toBeVisible();
  await camera.take(petra, 'tab-load-balancer');
  await petra.context().close();
});

test('the forms that publish, expose and claim', async ({ browser }) => {
  const camera = new Camera(browser);
  const jonas = await camera.openAs('Jonas');
  await publishInAws(jonas, {
    preview: true,
    onPage: name => camera.take(jonas, `form-cloudfront-${name}`),
  });
  await exposeThroughLoadBalancer(jonas, {
    onPage: async name => {
      if (name === 'load-balancer') {
        await camera.take(jonas, 'form-aws-load-balancer');
      }
    },
  });
  await jonas.context().close();

  const petra = await camera.openAs('Petra');
  await petra.goto('/private-exposure/unclaimed');
  await petra.getByRole('button', { name: 'Claim trial-hans' }).click();
  await claimFor(petra, {
    component: 'orders',
    title: 'Orders',
    reason: 'Hans tries new routes for orders there',
    onPage: () => camera.take(petra, 'form-claim'),
  });
  await camera.take(petra, 'claim');
  await petra.goto('/private-exposure/unclaimed');
  await petra.getByRole('button', { name: 'Withdraw spring-sale' }).click();
  await expect(petra.getByRole('dialog')).toBeVisible();
  await camera.take(petra, 'unclaimed-withdraw', { part: 'view' });
  await petra.context().close();
});

test('the form that withdraws', async ({ browser }) => {
  const camera = new Camera(browser);
  const jonas = await camera.openAs('Jonas');
  await jonas.goto('/create/templates/default/withdraw-private-exposure');
  await expect(
    jonas.getByRole('radio', { name: /^1\. Let nobody new in/ }),
  ).toBeVisible();
  await camera.take(jonas, 'form-withdraw-private-exposure');
  await jonas.context().close();
});
