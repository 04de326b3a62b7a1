// Types of ports.mjs, for what is written in TypeScript.
export interface Ports {
  network: number
  blog: number
}
export function portsFrom(env: Record<string, string | undefined>): Ports
export function checkPorts(ports: Ports): Promise<void>
