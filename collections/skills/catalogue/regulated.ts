// Where Italian law asks for a qualification: what an editor should look for. A note for people, not legal advice; it never blocks anybody.
export const regulated: Record<string, { it: string; en: string }> = {
  idraulico: {
    it: 'Gli impianti richiedono l’abilitazione del D.M. 37/2008 e la dichiarazione di conformità.',
    en: 'Installations need the qualification of D.M. 37/2008 and a declaration of conformity.',
  },
  elettricista: {
    it: 'Gli impianti richiedono l’abilitazione del D.M. 37/2008 e la dichiarazione di conformità.',
    en: 'Installations need the qualification of D.M. 37/2008 and a declaration of conformity.',
  },
  caldaista: {
    it: 'Gli impianti a gas e termici richiedono l’abilitazione del D.M. 37/2008.',
    en: 'Gas and heating installations need the qualification of D.M. 37/2008.',
  },
  frigorista: {
    it: 'Chi tratta gas refrigeranti deve avere la certificazione F-gas; gli impianti seguono il D.M. 37/2008.',
    en: 'Handling refrigerants needs the F-gas certificate; installations follow D.M. 37/2008.',
  },
  fotovoltaico: {
    it: 'L’installazione richiede l’abilitazione del D.M. 37/2008 e la qualifica per le fonti rinnovabili (FER).',
    en: 'Installing needs the qualification of D.M. 37/2008 and the one for renewable sources (FER).',
  },
  domotica: {
    it: 'Gli impianti elettronici fissi richiedono l’abilitazione del D.M. 37/2008.',
    en: 'Fixed electronic installations need the qualification of D.M. 37/2008.',
  },
  antennista: {
    it: 'Gli impianti d’antenna richiedono l’abilitazione del D.M. 37/2008.',
    en: 'Aerial installations need the qualification of D.M. 37/2008.',
  },
  escavatorista: {
    it: 'Per condurre escavatori sul lavoro serve il patentino (D.Lgs. 81/2008).',
    en: 'Operating excavators at work needs a licence (D.Lgs. 81/2008).',
  },
  geometra: {
    it: 'Serve l’iscrizione al collegio dei geometri.',
    en: 'Needs registration with the college of surveyors.',
  },
  architetto: {
    it: 'Serve l’iscrizione all’ordine degli architetti.',
    en: 'Needs registration with the order of architects.',
  },
  ingegnere: {
    it: 'Serve l’iscrizione all’ordine degli ingegneri.',
    en: 'Needs registration with the order of engineers.',
  },
  disinfestazione: {
    it: 'L’impresa deve avere i requisiti della L. 82/1994; per i prodotti fitosanitari serve il patentino.',
    en: 'The firm must meet L. 82/1994; plant protection products need a licence.',
  },
  giardiniere: {
    it: 'La manutenzione del verde come mestiere richiede l’attestato di manutentore (L. 154/2016, art. 12).',
    en: 'Keeping green areas as a trade needs the maintainer’s certificate (L. 154/2016, art. 12).',
  },
  pulizie: {
    it: 'Le imprese di pulizia si iscrivono secondo la L. 82/1994; il lavoro domestico non lo chiede.',
    en: 'Cleaning firms register under L. 82/1994; domestic work does not ask for it.',
  },
  'restauratore-arte': {
    it: 'Sui beni culturali lavora solo chi è negli elenchi dei restauratori (D.Lgs. 42/2004, art. 29).',
    en: 'Only listed conservators may work on protected heritage (D.Lgs. 42/2004, art. 29).',
  },
  'meccanico-auto': {
    it: 'L’autoriparazione richiede i requisiti della L. 122/1992.',
    en: 'Vehicle repair needs the requirements of L. 122/1992.',
  },
  'meccanico-moto': {
    it: 'L’autoriparazione richiede i requisiti della L. 122/1992.',
    en: 'Vehicle repair needs the requirements of L. 122/1992.',
  },
  carrozziere: {
    it: 'L’autoriparazione richiede i requisiti della L. 122/1992.',
    en: 'Vehicle repair needs the requirements of L. 122/1992.',
  },
  elettrauto: {
    it: 'L’autoriparazione richiede i requisiti della L. 122/1992.',
    en: 'Vehicle repair needs the requirements of L. 122/1992.',
  },
  gommista: {
    it: 'Il gommista deve avere i requisiti della L. 122/1992.',
    en: 'Tyre fitters must meet L. 122/1992.',
  },
  autista: {
    it: 'Il trasporto di persone a pagamento richiede il CAP o la CQC e la licenza (NCC o taxi).',
    en: 'Carrying people for pay needs the CAP or CQC and a licence (private hire or taxi).',
  },
  autotrasportatore: {
    it: 'Servono l’iscrizione all’albo degli autotrasportatori e, per i mezzi pesanti, la CQC.',
    en: 'Needs registration with the hauliers’ register and, for heavy vehicles, the CQC.',
  },
  carrellista: {
    it: 'Per guidare il muletto serve il patentino (D.Lgs. 81/2008).',
    en: 'Driving a forklift needs a licence (D.Lgs. 81/2008).',
  },
  oss: {
    it: 'Serve la qualifica di operatore socio-sanitario.',
    en: 'Needs the health care assistant’s qualification.',
  },
  infermiere: {
    it: 'Serve l’iscrizione all’ordine delle professioni infermieristiche.',
    en: 'Needs registration with the order of nurses.',
  },
  fisioterapista: {
    it: 'Serve l’iscrizione all’ordine dei fisioterapisti.',
    en: 'Needs registration with the order of physiotherapists.',
  },
  psicologo: {
    it: 'Serve l’iscrizione all’ordine degli psicologi.',
    en: 'Needs registration with the order of psychologists.',
  },
  logopedista: { it: 'Serve l’iscrizione all’ordine TSRM-PSTRP.', en: 'Needs registration with the order TSRM-PSTRP.' },
  educatore: {
    it: 'I titoli di educatore professionale sono regolati dalla L. 205/2017 e dalla L. 55/2024.',
    en: 'The titles of professional educator follow L. 205/2017 and L. 55/2024.',
  },
  dietista: {
    it: 'Serve l’iscrizione all’ordine dei dietisti, biologi o medici.',
    en: 'Needs registration with the order of dietitians, biologists or doctors.',
  },
  ostetrica: {
    it: 'Serve l’iscrizione all’ordine delle ostetriche.',
    en: 'Needs registration with the order of midwives.',
  },
  estetista: {
    it: 'Serve la qualifica professionale della L. 1/1990.',
    en: 'Needs the professional qualification of L. 1/1990.',
  },
  onicotecnica: {
    it: 'Rientra nell’attività di estetista (L. 1/1990).',
    en: 'Falls under the beautician’s trade (L. 1/1990).',
  },
  parrucchiere: {
    it: 'Serve l’abilitazione di acconciatore (L. 174/2005).',
    en: 'Needs the hairdresser’s qualification (L. 174/2005).',
  },
  barbiere: {
    it: 'Serve l’abilitazione di acconciatore (L. 174/2005).',
    en: 'Needs the hairdresser’s qualification (L. 174/2005).',
  },
  'istruttore-nuoto': {
    it: 'Le società sportive chiedono il brevetto riconosciuto; in acqua serve un assistente bagnanti.',
    en: 'Sports clubs ask for a recognised certificate; a lifeguard must be at hand.',
  },
  commercialista: {
    it: 'Serve l’iscrizione all’ordine dei dottori commercialisti ed esperti contabili.',
    en: 'Needs registration with the order of chartered accountants.',
  },
  'consulente-lavoro': {
    it: 'Serve l’iscrizione all’ordine dei consulenti del lavoro.',
    en: 'Needs registration with the order of employment consultants.',
  },
  avvocato: { it: 'Serve l’iscrizione all’albo degli avvocati.', en: 'Needs registration with the bar.' },
  notaio: { it: 'È un pubblico ufficiale nominato per concorso.', en: 'A public officer appointed by competition.' },
  'amministratore-condominio': {
    it: 'Servono la formazione e i requisiti dell’art. 71-bis disp. att. c.c.',
    en: 'Needs the training and requirements of art. 71-bis of the civil code’s implementing rules.',
  },
  'agente-immobiliare': {
    it: 'La mediazione immobiliare richiede l’abilitazione della L. 39/1989.',
    en: 'Property brokerage needs the qualification of L. 39/1989.',
  },
  'sicurezza-lavoro': {
    it: 'RSPP e formatori devono avere i requisiti del D.Lgs. 81/2008.',
    en: 'Safety officers and trainers must meet D.Lgs. 81/2008.',
  },
  agronomo: {
    it: 'Serve l’iscrizione all’ordine dei dottori agronomi e forestali.',
    en: 'Needs registration with the order of agronomists and foresters.',
  },
  giornalista: {
    it: 'Il titolo richiede l’iscrizione all’ordine dei giornalisti.',
    en: 'The title needs registration with the order of journalists.',
  },
  'pilota-droni': {
    it: 'Serve l’attestato di pilota secondo le regole EASA e ENAC.',
    en: 'Needs a pilot’s certificate under the rules of EASA and ENAC.',
  },
  'sicurezza-eventi': {
    it: 'Gli addetti al controllo sono iscritti nell’elenco della prefettura (D.M. 6 ottobre 2009).',
    en: 'Stewards are listed with the prefecture (D.M. 6 October 2009).',
  },
  veterinario: {
    it: 'Serve l’iscrizione all’ordine dei veterinari.',
    en: 'Needs registration with the order of vets.',
  },
  boscaiolo: {
    it: 'Le imprese forestali si iscrivono agli albi regionali; per la motosega serve la formazione.',
    en: 'Forestry firms are listed by their region; chainsaw work needs training.',
  },
  trattorista: {
    it: 'Per guidare trattori sul lavoro serve il patentino (D.Lgs. 81/2008).',
    en: 'Driving tractors at work needs a licence (D.Lgs. 81/2008).',
  },
  'guida-turistica': {
    it: 'Serve l’iscrizione all’elenco nazionale (L. 190/2023).',
    en: 'Needs registration with the national list (L. 190/2023).',
  },
  'guida-alpina': {
    it: 'Serve l’iscrizione all’albo delle guide alpine (L. 6/1989).',
    en: 'Needs registration with the mountain guides’ register (L. 6/1989).',
  },
  'maestro-di-sci': {
    it: 'Serve l’iscrizione all’albo dei maestri di sci (L. 81/1991).',
    en: 'Needs registration with the ski instructors’ register (L. 81/1991).',
  },
  'accompagnatore-turistico': {
    it: 'In molte regioni serve l’abilitazione.',
    en: 'Many regions ask for a qualification.',
  },
  skipper: {
    it: 'Serve la patente nautica e, per lavoro, un titolo professionale.',
    en: 'Needs a boating licence and, for work, a professional one.',
  },
  'agente-commercio': {
    it: 'Servono i requisiti della L. 204/1985.',
    en: 'Needs the requirements of L. 204/1985.',
  },
  ambulante: { it: 'Serve l’autorizzazione del comune.', en: 'Needs the municipality’s permit.' },
}
