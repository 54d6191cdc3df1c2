import { createApp } from '@backstage/frontend-defaults';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { navModule } from './nav/navModule';
import { signInModule } from './signIn/signInModule';

/** What the demo adds to the plugins that the configuration discovers. @internal */
export const features = [catalogPlugin, navModule, signInModule];

export default createApp({ features });
