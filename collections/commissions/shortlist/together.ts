// Which trades a job often needs together: typical jobs, each as the trades that take part in it.
//
// A table rather than what past requests had in common: a network of a few hundred people has too few of them to learn from, and a
// table can be read, disputed and extended (`organisation.tradesTogether`).

/** By codes of the catalogue. */
export const jobs: readonly (readonly string[])[] = [
  // A bathroom, a kitchen, a flat done up
  ['idraulico', 'piastrellista', 'muratore', 'elettricista', 'cartongessista', 'imbianchino'],
  ['muratore', 'intonacatore', 'imbianchino', 'elettricista', 'parquettista', 'serramentista'],
  ['architetto', 'geometra', 'interni', 'muratore', 'ingegnere'],
  ['interni', 'tappezziere', 'imbianchino', 'falegname', 'montaggio-mobili'],
  // Roof, outside, energy
  ['tetti-e-coperture', 'lattoniere', 'impermeabilizzatore', 'carpentiere-edile', 'antennista', 'spazzacamino'],
  ['fotovoltaico', 'elettricista', 'tetti-e-coperture', 'energia', 'caldaista'],
  ['caldaista', 'idraulico', 'spazzacamino', 'frigorista', 'energia'],
  ['serramentista', 'vetraio', 'falegname', 'fabbro', 'tende-da-sole'],
  ['fabbro', 'saldatore', 'tornitore', 'elettricista'],
  ['tuttofare', 'montaggio-mobili', 'imbianchino', 'idraulico', 'elettricista', 'giardiniere', 'pulizie'],
  // Moving and clearing
  ['traslochi', 'sgomberi', 'montaggio-mobili', 'pulizie', 'usato', 'imbianchino'],
  // Garden and land
  ['giardiniere', 'potatore', 'orti', 'vivaista', 'muretti-a-secco', 'boscaiolo'],
  ['giardiniere', 'escavatorista', 'piscine', 'muratore', 'idraulico'],
  ['viticoltore', 'olivicoltore', 'orticoltore', 'bracciante', 'trattorista', 'agronomo'],
  // Furniture and workshop
  ['falegname', 'restauratore-mobili', 'intagliatore', 'tornitore-legno', 'tappezziere', 'impagliatore'],
  // Care at home
  ['badante', 'oss', 'infermiere', 'fisioterapista', 'accompagnamento', 'spesa-a-domicilio', 'pulizie'],
  ['babysitter', 'aiuto-compiti', 'educatore', 'animatore', 'ripetizioni-matematica'],
  ['aiuto-compiti', 'ripetizioni-matematica', 'ripetizioni-lettere', 'insegnante-inglese', 'logopedista'],
  // Table and feasts
  ['catering', 'cuoco', 'cameriere', 'barista', 'pasticciere', 'lavapiatti', 'sommelier'],
  ['organizzatore-eventi', 'allestimenti', 'fiorista', 'service-audio', 'tecnico-luci', 'catering', 'presentatore'],
  ['organizzatore-eventi', 'fotografo', 'videomaker', 'musicista', 'dj', 'fiorista', 'cake-design', 'truccatore'],
  ['attore', 'regista', 'scenografo', 'costumista', 'tecnico-luci', 'tecnico-audio', 'truccatore'],
  // Clothes
  ['sarto', 'modellista', 'ricamatore', 'stilista', 'riparazioni-sartoriali', 'maglierista'],
  // Sites, words and images
  ['sviluppatore-web', 'wordpress', 'ux-design', 'grafico', 'copywriter', 'seo', 'fotografo'],
  ['negozi-online', 'sviluppatore-web', 'fotografo', 'copywriter', 'social-media', 'marketing', 'consegne'],
  ['sviluppatore-app', 'ux-design', 'grafico', 'prove-siti', 'data-analyst'],
  ['videomaker', 'montaggio-video', 'tecnico-audio', 'sottotitoli', 'doppiatore', 'pilota-droni', 'grafico'],
  ['ghostwriter', 'correttore-bozze', 'grafico', 'illustratore', 'tipografo', 'rilegatore', 'traduttore'],
  ['traduttore', 'correttore-bozze', 'interprete', 'sottotitoli', 'trascrizioni'],
  ['grafico', 'illustratore', 'tipografo', 'insegne', 'social-media', 'volantinaggio'],
  ['assistenza-pc', 'sistemista', 'sicurezza-informatica', 'aiuto-computer', 'riparazione-elettronica'],
  // An office, an association, a business
  ['contabile', 'commercialista', 'consulente-lavoro', 'segreteria', 'pratiche-caf'],
  ['consulente-impresa', 'commercialista', 'marketing', 'bandi', 'project-manager', 'avvocato'],
  ['bandi', 'fundraising', 'project-manager', 'grafico', 'ufficio-stampa'],
  ['agente-immobiliare', 'geometra', 'notaio', 'fotografo', 'amministratore-condominio'],
  // Receiving guests
  ['affitti-brevi', 'pulizie', 'stiratura', 'receptionist', 'fotografo', 'traduttore'],
  ['guida-turistica', 'accompagnatore-turistico', 'interprete', 'autista', 'guida-escursionistica'],
  // Wheels
  ['meccanico-auto', 'carrozziere', 'elettrauto', 'gommista'],
  ['autotrasportatore', 'carrellista', 'consegne', 'traslochi'],
]

/** The trades that often go with these, the most often first; none of these themselves. */
export function complementaryTrades(trades: readonly string[], own: readonly (readonly string[])[] = []): string[] {
  const times = new Map<string, number>()
  for (const job of [...own, ...jobs]) {
    if (!trades.some((trade) => job.includes(trade))) continue
    for (const trade of job) if (!trades.includes(trade)) times.set(trade, (times.get(trade) ?? 0) + 1)
  }
  return [...times].toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([trade]) => trade)
}
