// Marks reads for a list of the plugin's own, such as the desk's queue: where it happens to hold one document, nobody has read it.
import { AsyncLocalStorage } from 'node:async_hooks'

const overviews = new AsyncLocalStorage<true>()

export const asOverview = <T>(read: () => Promise<T>): Promise<T> => overviews.run(true, read)

export const isOverview = (): boolean => overviews.getStore() === true
