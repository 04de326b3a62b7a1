// Words by which nobody can be told from others, in Italian and English.

const setOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

/** Articles, prepositions and the like: no terms of a row, and left out of a question without a word. */
export const commonWords = setOf(`
  a ad al all alla alle agli ai allo anche che chi ci col coll con d da dagli dai dal dall dalla dalle dallo degli dei del
  dell della delle dello di e ed gli ho i il in io l la le lo ma me mi mia mie miei mio ne negli nei nel nell nella nelle
  nello noi o od per piu qualche qualcuna qualcuno se si sono su sui sul sull sulla sulle sugli tra fra un una uno vi
  cerca cercando cercare cercasi cerchiamo cerco serve servono servirebbe bisogno vorrei voglio
  an and at by for from is my need of on or that the to us we who with looking wanted`)

/** Praise and haste: set aside, and said so, where a question has other words. */
export const sayNothing = setOf(`
  affidabile affidabili brava brave bravi bravissima bravissimo bravo buon buona buone buoni buono capace capaci competente
  competenti conveniente convenienti disponibile disponibili economica economiche economici economico migliore migliori
  onesta onesti onesto ottima ottimi ottimo rapida rapido subito urgente urgentemente urgenti urgenza veloce veloci vicina
  vicino zona
  affordable available best cheap fast good great honest near nearby reliable urgent urgently`)
