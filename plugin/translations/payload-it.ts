// Payload's own Italian where it takes every label for a masculine noun: "un nuovo Richiesta". The host's own words win.

const general = {
  aboutToPermanentlyDelete: 'Stai per eliminare definitivamente «{{label}}» <1>{{title}}</1>. Confermi?',
  aboutToRestore: 'Stai per ripristinare «{{label}}» <1>{{title}}</1>. Confermi?',
  aboutToTrash: 'Stai per spostare nel cestino «{{label}}» <1>{{title}}</1>. Confermi?',
  all: 'Tutto:',
  // Payload says «Cancella» on the very dialog that asks whether to delete.
  cancel: 'Annulla',
  createNewLabel: 'Aggiungi: {{label}}',
  creatingNewLabel: 'Nuovo documento: {{label}}',
  deletedCountSuccessfully: 'Eliminazione riuscita: {{count}} {{label}}.',
  documentIsTrashed: 'È nel cestino e si può solo leggere: {{label}}.',
  newLabel: 'Aggiungi: {{label}}',
  noLabel: '<manca: {{label}}>',
  noResults: 'Qui non c’è ancora nulla ({{label}}), o nulla che corrisponda ai filtri.',
  noTrashResults: 'Il cestino è vuoto ({{label}}).',
  or: 'oppure',
  permanentlyDeletedCountSuccessfully: 'Eliminazione definitiva riuscita: {{count}} {{label}}.',
  restoredCountSuccessfully: 'Ripristino riuscito: {{count}} {{label}}.',
  selectAll: 'Seleziona tutto: {{count}} {{label}}',
  selectedCount: 'Selezione: {{count}} {{label}}',
  successfullyCreated: 'Creazione riuscita: {{label}}.',
  successfullyDuplicated: 'Copia riuscita: {{label}}.',
  titleDeleted: 'Eliminazione riuscita: {{label}} «{{title}}».',
  titleRestored: 'Ripristino riuscito: {{label}} «{{title}}».',
}

const fields = {
  addNewLabel: 'Aggiungi: {{label}}',
  newLabel: 'Aggiungi: {{label}}',
  selectExistingLabel: 'Scegli: {{label}}',
  uploadNewLabel: 'Carica: {{label}}',
}

export const payloadInItalian: Record<string, Record<string, string>> = { general, fields }
