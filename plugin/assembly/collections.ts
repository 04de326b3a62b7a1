// A room's collection as Payload gets it: its rights, the site's last word on it, and the corrections that every collection has.
import type { CollectionConfig } from 'payload'
import { accessOf, replacedAccess } from '../access/index.js'
import { withAppendOnlyHooks } from '../collection/append-only.js'
import { withCleanTexts } from '../collection/clean-fields.js'
import { withSerializedWrites } from '../collection/serialized-writes.js'
import { withSkippableValidation } from '../collection/skip-validation.js'
import { requireTrashBeforeDelete } from '../collection/trash-first.js'
import { withTypeChecks } from '../collection/value-types.js'
import { withRehearsals } from '../lifecycle/rehearsal.js'
import { MokorOptionsError } from '../options/checks.js'
import type { CollectionKey, ResolvedOptions } from '../options/index.js'
import type { RoomCollection } from '../room.js'

export function assembleCollection(
  key: CollectionKey,
  { config, rights, appendOnly = false }: RoomCollection,
  options: ResolvedOptions,
): CollectionConfig {
  const own = config(options)
  const trash = own.trash === true
  const defaultCollection: CollectionConfig = {
    ...own,
    ...(options.disabled && { endpoints: [] }),
    ...(trash && { hooks: withTrashFirst(key, rights, own.hooks) }),
    graphQL: false,
    access: { ...accessOf(rights, { trash }), ...own.access, ...replacedAccess(options.access[key]) },
  }
  const overridden = options.collectionOverrides[key]?.({ defaultCollection }) ?? defaultCollection
  if (overridden.slug !== defaultCollection.slug)
    throw new MokorOptionsError(
      `collectionOverrides.${key}`,
      `changes the slug to \`${overridden.slug}\``,
      `Write \`slugs: { ${key}: '${overridden.slug}' }\` instead.`,
    )
  const corrected = withSerializedWrites(withTypeChecks(key, withSkippableValidation(withCleanTexts(overridden))))
  return withRehearsals(appendOnly ? withAppendOnlyHooks(corrected) : corrected)
}

const withTrashFirst = (
  key: CollectionKey,
  rights: RoomCollection['rights'],
  hooks: CollectionConfig['hooks'],
): CollectionConfig['hooks'] => ({
  ...hooks,
  beforeOperation: [...(hooks?.beforeOperation ?? []), requireTrashBeforeDelete(key, rights)],
})
