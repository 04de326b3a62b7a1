// What the plugin's own keys are for.

/** A token of one use says nothing of another. */
export const keyUses = ['links', 'challenges', 'limits'] as const
export type KeyUse = (typeof keyUses)[number]
