// What the page that shows the widgets inside React says, in each language.
export interface ReactPageWords {
  title: string
  lead: string
  province: string
  all: string
  directory: string
  request: string
  join: string
  donate: string
  opened(name: string): string
  sent: string
}

const italian: ReactPageWords = {
  title: 'I widget in una pagina React',
  lead: 'Gli stessi elementi del blog, importati come moduli. Proprietà ed eventi hanno i tipi, e React li conosce.',
  province: 'Lo stato di React arriva all’elenco come proprietà. Provincia:',
  all: 'tutte',
  directory: 'L’elenco',
  request: 'Una richiesta',
  join: 'Un’adesione',
  donate: 'Una donazione',
  opened: (name) => `Aperta la scheda: ${name}`,
  sent: 'Un modulo è partito.',
}

const english: ReactPageWords = {
  title: 'The widgets in a React page',
  lead: 'The same elements as on the blog, imported as modules. Properties and events have types, and React knows them.',
  province: 'React’s state reaches the directory as a property. Province:',
  all: 'all',
  directory: 'The directory',
  request: 'A request',
  join: 'Joining',
  donate: 'A donation',
  opened: (name) => `Opened the profile: ${name}`,
  sent: 'A form was sent.',
}

export const reactWords = (lang: 'it' | 'en'): ReactPageWords => (lang === 'it' ? italian : english)
