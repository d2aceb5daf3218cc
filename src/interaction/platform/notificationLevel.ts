/** Which notifications the user wants: the setting steadfast.notifications. */
export type NotificationLevel = 'all' | 'important' | 'none';
