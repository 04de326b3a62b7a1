'use client'
// The panels that rooms show beside a document, the same at the desk and on its own page.
import type { PanelDto } from '../../desk/panels/dto.js'
import { Panel, type PanelPlace } from './panel.js'

export const Panels = ({ panels, ...place }: PanelPlace & { panels: readonly PanelDto[] }) =>
  panels.map((panel) => <Panel key={`${place.slug}:${place.id}:${panel.name}`} panel={panel} {...place} />)
