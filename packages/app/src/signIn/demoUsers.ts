/** Someone a visitor of the demo can be. @internal */
export interface DemoUser {
  /** Entity reference of the user in the catalog. */
  ref: string;
  /** Name for people. */
  name: string;
  /** Team and role. */
  role: string;
  /** What this person may do. */
  can: string;
}

/** The demo's people. The backend accepts these and no others. @internal */
export const demoUsers: readonly DemoUser[] = [
  {
    ref: 'user:default/mira',
    name: 'Mira',
    role: 'Developer, payments team',
    can: 'Exposes the payments team’s services and sees who connects to them. Cannot approve.',
  },
  {
    ref: 'user:default/jonas',
    name: 'Jonas',
    role: 'Developer, orders team',
    can: 'The same for the orders team. Does not see the payments team’s connections.',
  },
  {
    ref: 'user:default/petra',
    name: 'Petra',
    role: 'Platform engineer',
    can: 'Sees every account, decides on connections, and finds what nobody claims.',
  },
  {
    ref: 'user:default/paul',
    name: 'Paul',
    role: 'Platform engineer',
    can: 'The same as Petra: the second person where one is not enough.',
  },
];
