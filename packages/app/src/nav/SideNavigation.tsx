import {
  Sidebar,
  SidebarDivider,
  SidebarGroup,
  SidebarItem,
  SidebarSpace,
} from '@backstage/core-components';
import type { NavContentComponentProps } from '@backstage/plugin-app-react';
import { NotificationsSidebarItem } from '@backstage/plugin-notifications';
import { UserSettingsSignInAvatar } from '@backstage/plugin-user-settings';
import MenuIcon from '@material-ui/icons/Menu';
import { Wordmark } from './Wordmark';

/** Catalog and Create first, then whatever pages the installed plugins bring. @internal */
export function SideNavigation({ navItems }: NavContentComponentProps) {
  const nav = navItems.withComponent(item => (
    <SidebarItem icon={() => item.icon} to={item.href} text={item.title} />
  ));
  // The notifications plugin has an item of its own, with the count of what is unread.
  nav.take('page:notifications');
  const settings = nav.take('page:user-settings');

  return (
    <Sidebar sidebarOptions={{ drawerWidthOpen: 248 }}>
      <Wordmark />
      <SidebarDivider />
      <SidebarGroup label="Menu" icon={<MenuIcon />}>
        {nav.take('page:catalog')}
        {nav.take('page:scaffolder')}
        {nav.take('page:private-exposure')}
        {nav.rest({ sortBy: 'title' })}
      </SidebarGroup>
      <SidebarSpace />
      <SidebarDivider />
      <NotificationsSidebarItem />
      <SidebarGroup
        label="Settings"
        icon={<UserSettingsSignInAvatar />}
        to="/settings"
      >
        {settings}
      </SidebarGroup>
    </Sidebar>
  );
}
