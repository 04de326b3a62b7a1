// Served by the network, suggesting fields stand in the network's own forms, which read their values.
export const associate = (_field: HTMLElement): void => {}
