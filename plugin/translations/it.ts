// Words of the admin, it.
export const it = {}
