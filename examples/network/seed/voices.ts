// What demo people say of themselves, trade by trade: lines for the card, and things they really did.
// Written so that they fit anybody: no gender, no name, no place.

export interface Voice {
  /** How many of a hundred people have it, roughly: plumbers are more than luthiers. */
  weight: number
  /** For the card, up to 120 characters. */
  headlines: string[]
  /** What they did, a sentence each. */
  deeds: string[]
  /** Trades that often go with it. */
  near: string[]
}

const voice = (weight: number, headlines: string[], deeds: string[], near: string[] = []): Voice => ({
  weight,
  headlines,
  deeds,
  near,
})

export const voices: Record<string, Voice> = {
  falegname: voice(
    5,
    [
      'Mobili su misura e riparazioni di infissi',
      'Librerie, scale e porte in legno massello',
      'Legno: riparo prima di rifare',
    ],
    [
      'Ho costruito cucine intere partendo dalle tavole, e ne ho rimesse in sesto altrettante.',
      'Riparo finestre che chiudono male: quasi sempre basta una guarnizione e un pomeriggio.',
      'Uso castagno e rovere di segherie vicine, e spiego sempre quanto durerà il lavoro.',
    ],
    ['restauratore-mobili', 'montaggio-mobili', 'serramentista', 'tornitore-legno'],
  ),
  'restauratore-mobili': voice(
    2,
    [
      'Restauro mobili antichi con colle animali e gommalacca',
      'Rimetto in vita comò, sedie e cassapanche',
      'Sverniciatura, tarli, lucidatura a tampone',
    ],
    [
      'In bottega ho imparato a consolidare il legno mangiato dai tarli senza cambiarne il colore.',
      'Ho restaurato i banchi di una sagrestia e una quarantina di sedie di trattoria.',
      'Documento ogni passaggio con fotografie, così chi affida un mobile sa che cosa è stato fatto.',
    ],
    ['falegname', 'tappezziere', 'impagliatore', 'cornici'],
  ),
  idraulico: voice(
    5,
    [
      'Perdite, rubinetti, scarichi: piccole riparazioni e bagni',
      'Impianti idraulici e rifacimento bagni',
      'Idraulica di casa, anche il sabato',
    ],
    [
      'Seguo da anni gli impianti di tre condomìni e conosco a memoria le loro valvole.',
      'Ho rifatto bagni in case vecchie senza rompere più muri del necessario.',
      'Prima di cambiare un pezzo provo a ripararlo, e lo dico.',
    ],
    ['caldaista', 'tuttofare', 'frigorista'],
  ),
  elettricista: voice(
    5,
    [
      'Impianti elettrici civili, prese, luci e quadri',
      'Rifaccio impianti e cerco guasti',
      'Luce di casa e di bottega, domotica semplice',
    ],
    [
      'Ho messo a norma appartamenti, due botteghe e la sala prove del paese.',
      'Cerco i guasti con pazienza: spesso è una scatola umida in cantina.',
      'Lascio sempre lo schema del quadro e le etichette su ogni interruttore.',
    ],
    ['domotica', 'antennista', 'fotovoltaico', 'tuttofare'],
  ),
  muratore: voice(
    5,
    [
      'Muri, intonaci e piccole ristrutturazioni',
      'Ristrutturo case vecchie, calce e pietra',
      'Tramezzi, tracce, massetti, ripristini',
    ],
    [
      'Lavoro in cantiere da quando avevo sedici anni; so fare anche i lavori che nessuno vuole.',
      'Ho recuperato un fienile usando la pietra che c’era e malta di calce.',
      'Porto via le macerie e lascio pulito: è metà del lavoro.',
    ],
    ['piastrellista', 'intonacatore', 'imbianchino', 'muretti-a-secco'],
  ),
  imbianchino: voice(
    4,
    [
      'Tinteggiature interne ed esterne, anche a calce',
      'Pareti, soffitti e persiane',
      'Imbianco case abitate, con i mobili dentro',
    ],
    [
      'Ho tinteggiato scale di condominio e camerette, con le stesse protezioni su ogni mobile.',
      'Preparo bene il muro: due giorni di stucco e poi il colore dura dieci anni.',
      'Per le case umide uso pitture a calce, che lasciano respirare la parete.',
    ],
    ['cartongessista', 'intonacatore', 'tuttofare'],
  ),
  piastrellista: voice(
    2,
    [
      'Posa di pavimenti e rivestimenti',
      'Piastrelle, mosaico e pietra',
      'Bagni e cucine, posa anche di grandi formati',
    ],
    [
      'Ho posato il cotto di recupero in una cascina, pezzo per pezzo.',
      'Mi piacciono gli angoli fatti bene e le fughe dritte.',
      'Riparo anche due piastrelle sole, se il resto del pavimento merita.',
    ],
    ['muratore', 'mosaicista', 'parquettista'],
  ),
  fabbro: voice(
    2,
    ['Cancelli, ringhiere e serrature', 'Ferro battuto e riparazioni', 'Piccola carpenteria in ferro'],
    [
      'Ho rifatto la ringhiera di una scala del Settecento copiando i tre pezzi rimasti.',
      'Apro porte bloccate e cambio serrature, senza sfasciare.',
      'In officina ho forgia e incudine: le uso ancora.',
    ],
    ['saldatore', 'serramentista', 'arrotino'],
  ),
  giardiniere: voice(
    5,
    [
      'Giardini, siepi, prati: cura tutto l’anno',
      'Manutenzione del verde e piccoli impianti',
      'Aiuole che chiedono poca acqua',
    ],
    [
      'Curo i giardini di una dozzina di case, dal primo taglio di primavera alle foglie.',
      'Ho trasformato un cortile di cemento in un giardino di aromatiche.',
      'Per le siepi scelgo il momento giusto, così gli uccelli finiscono di nidificare.',
    ],
    ['potatore', 'orti', 'vivaista', 'boscaiolo'],
  ),
  potatore: voice(
    2,
    ['Potature e abbattimenti in quota', 'Olivi e frutti: potatura e innesti', 'Alberi alti, con corda e imbraco'],
    [
      'Poto olivi da tre inverni per i vicini e per una cooperativa.',
      'Salgo in corda dove la piattaforma non arriva.',
      'Spiego prima che cosa taglierò e perché.',
    ],
    ['giardiniere', 'boscaiolo', 'olivicoltore'],
  ),
  pulizie: voice(
    6,
    [
      'Pulizie di casa, precise e puntuali',
      'Pulizia scale, uffici e case vacanza',
      'Pulizie a fondo prima e dopo un trasloco',
    ],
    [
      'Seguo quattro famiglie da anni: ho le loro chiavi e la loro fiducia.',
      'Per i vetri uso aceto e carta di giornale, e nessuno mi ha ancora battuto.',
      'Ho rimesso in ordine case chiuse da tempo, stanza per stanza.',
    ],
    ['stiratura', 'camere', 'badante', 'organizzazione-casa'],
  ),
  stiratura: voice(
    2,
    ['Stiro camicie e biancheria, ritiro e riconsegno', 'Bucato e stiro anche delicato', 'Stiratura a ore o a cesto'],
    [
      'Ho lavorato dodici anni in lavanderia: so leggere un tessuto con le dita.',
      'Stiro a casa mia e riporto tutto piegato il giorno dopo.',
      'Mi affidano anche camicie plissettate e tovaglie ricamate.',
    ],
    ['pulizie', 'riparazioni-sartoriali'],
  ),
  tuttofare: voice(
    4,
    ['Piccole riparazioni di casa', 'Mensole, rubinetti, tapparelle, lampadari', 'I lavoretti che rimandi da mesi'],
    [
      'Ho aggiustato di tutto per parenti e vicini, dal carrello della spesa al cancello.',
      'Arrivo con la cassetta degli attrezzi e di solito risolvo in giornata.',
      'Quello che non so fare lo dico subito, e indico chi lo sa fare.',
    ],
    ['montaggio-mobili', 'imbianchino', 'idraulico', 'traslochi'],
  ),
  traslochi: voice(
    2,
    [
      'Traslochi e trasporti con furgone',
      'Smontaggio, imballo e trasporto mobili',
      'Piccoli traslochi, anche un pezzo solo',
    ],
    [
      'Ho portato pianoforti al quarto piano e vasi di terracotta senza una crepa.',
      'Smonto, numero i pezzi, rimonto: i mobili tornano come prima.',
      'Per le case degli anziani lavoro piano, con chi ci abita accanto.',
    ],
    ['sgomberi', 'montaggio-mobili', 'autotrasportatore'],
  ),
  tappezziere: voice(
    1,
    [
      'Rivesto divani, sedie e testiere',
      'Tappezzeria tradizionale con molle e crine',
      'Imbottiture e tessuti di recupero',
    ],
    [
      'Ho rifatto le poltrone di un piccolo teatro, trentadue sedute.',
      'Uso il crine dove c’era il crine: si siede un’altra generazione.',
      'Aiuto a scegliere il tessuto, anche tra gli scampoli.',
    ],
    ['restauratore-mobili', 'sarto', 'tende-da-sole'],
  ),
  sarto: voice(
    3,
    [
      'Abiti su misura e riparazioni',
      'Sartoria: gonne, giacche, vestiti da cerimonia',
      'Taglio e cucito, anche da un’idea sola',
    ],
    [
      'Ho cucito abiti da sposa partendo dal vestito della nonna.',
      'Per anni ho fatto riparazioni per un negozio: orli in giornata.',
      'Insegno anche a usare la macchina da cucire, un pomeriggio alla volta.',
    ],
    ['riparazioni-sartoriali', 'costumista', 'modellista', 'ricamatore'],
  ),
  'riparazioni-sartoriali': voice(
    3,
    ['Orli, cerniere, rammendi', 'Stringo, allargo, accorcio', 'Rammendo invisibile e cuciture rinforzate'],
    [
      'Cucio da sempre per famiglia e vicini; ormai i jeans me li portano da tutta la via.',
      'Ho imparato il rammendo invisibile da mia nonna, e lo tengo vivo.',
      'Cambio cerniere di giacche e zaini, quelle che altrove non prendono.',
    ],
    ['sarto', 'maglierista', 'stiratura'],
  ),
  maglierista: voice(
    1,
    ['Maglie a mano e a macchina', 'Uncinetto e ferri, anche su richiesta', 'Riparo maglioni smagliati'],
    [
      'Ho lavorato in maglificio fino alla chiusura; la macchina l’ho tenuta io.',
      'Faccio coperte per neonati con lana di pecore della valle.',
      'Tengo un gruppo di maglia in biblioteca, il giovedì.',
    ],
    ['ricamatore', 'tessitore', 'riparazioni-sartoriali'],
  ),
  calzolaio: voice(
    1,
    ['Risuolo, ricucio, allargo scarpe', 'Riparazione di scarpe e borse in pelle', 'Suole, tacchi, cinture'],
    [
      'La bottega era di mio padre: stesso banco, stesse forme.',
      'Riparo scarponi da montagna che hanno ancora anni davanti.',
      'Cucio a mano le borse che la macchina rovinerebbe.',
    ],
    ['pellettiere', 'arrotino'],
  ),
  pellettiere: voice(
    1,
    ['Borse e cinture in cuoio, cucite a mano', 'Pelle conciata al vegetale', 'Piccola pelletteria su misura'],
    [
      'Ho lavorato al taglio in una pelletteria prima di aprire un laboratorio in casa.',
      'Faccio custodie su misura per attrezzi e strumenti.',
      'Riparo manici e fodere: una buona borsa non si butta.',
    ],
    ['calzolaio', 'calzature-su-misura', 'rilegatore'],
  ),
  ceramista: voice(
    2,
    ['Piatti, tazze e vasi al tornio', 'Ceramica d’uso e lezioni di tornio', 'Maiolica dipinta e piastrelle'],
    [
      'Ho un forno in cortile e un tornio a piede; le tazze escono ogni due settimane.',
      'Ho rifatto le piastrelle mancanti di una stufa antica.',
      'Il sabato insegno al tornio a chi non ha mai toccato la creta.',
    ],
    ['insegnante-disegno', 'mosaicista', 'artigianato-in-vendita'],
  ),
  liutaio: voice(
    0.4,
    ['Costruisco e riparo strumenti ad arco', 'Chitarre: messa a punto e restauro', 'Archetti, ponticelli, incollaggi'],
    [
      'Ho costruito nove violini e due viole; sei suonano in orchestra.',
      'Rimetto a posto chitarre da studio per la scuola di musica.',
      'Un violino caduto dalle scale me lo hanno portato in una borsa: adesso suona.',
    ],
    ['accordatore', 'falegname', 'musicista'],
  ),
  orafo: voice(
    1,
    ['Gioielli su misura e riparazioni', 'Fedi, incastonature, catene', 'Rifondo l’oro di famiglia in gioielli nuovi'],
    [
      'Ho imparato al banco in una bottega di città, lima alla mano.',
      'Trasformo orecchini spaiati in ciondoli che si portano ogni giorno.',
      'Riparo collane antiche rispettando le saldature originali.',
    ],
    ['orologiaio', 'artigianato-in-vendita'],
  ),
  saldatore: voice(
    1.5,
    [
      'Saldatura TIG e filo, acciaio e alluminio',
      'Carpenteria leggera e riparazioni',
      'Saldo telai, cancelli, attrezzi agricoli',
    ],
    [
      'Otto anni in cantiere navale, poi officina in proprio.',
      'Riparo rimorchi e attrezzi agricoli direttamente in campo.',
      'Ho saldato il telaio di una bici cargo che gira ancora.',
    ],
    ['fabbro', 'tornitore', 'ciclofficina'],
  ),
  ciclofficina: voice(
    2,
    [
      'Riparo biciclette, anche a domicilio',
      'Freni, cambi, ruote e bici elettriche',
      'Rimetto in strada bici dimenticate',
    ],
    [
      'Da cinque anni tengo aperta una ciclofficina popolare, il martedì sera.',
      'Monto le ruote raggio per raggio e recupero pezzi da bici rottamate.',
      'Ho rimesso a nuovo una trentina di bici per bambini del quartiere.',
    ],
    ['meccanico-moto', 'consegne', 'cicloguida', 'saldatore'],
  ),
  'meccanico-auto': voice(
    2.5,
    ['Tagliandi, freni, diagnosi', 'Meccanica di auto vecchie e nuove', 'Autoriparazioni in officina'],
    [
      'Lavoro in officina da vent’anni e ho visto passare tre generazioni di motori.',
      'Spiego il preventivo voce per voce prima di toccare una vite.',
      'Ho la passione per le auto d’epoca: tengo in moto due utilitarie degli anni sessanta.',
    ],
    ['elettrauto', 'gommista', 'carrozziere'],
  ),
  elettrodomestici: voice(
    1.5,
    [
      'Riparo lavatrici, forni e lavastoviglie',
      'Elettrodomestici: guasti e ricambi',
      'Prima di buttarla, fammela vedere',
    ],
    [
      'Ho lavorato per un centro assistenza e tengo in magazzino i ricambi che non si trovano più.',
      'Su dieci lavatrici date per morte ne faccio ripartire sette.',
      'Faccio vedere il pezzo guasto e come evitare che succeda di nuovo.',
    ],
    ['riparazione-elettronica', 'elettricista', 'tuttofare'],
  ),
  'riparazione-telefoni': voice(
    1,
    ['Schermi, batterie, recupero dati', 'Riparo telefoni e tablet', 'Telefoni lenti e schermi rotti'],
    [
      'Ho cominciato riparando il mio e poi quelli di tutto l’istituto.',
      'Recupero le fotografie anche quando lo schermo non si accende più.',
      'Uso ricambi buoni e li mostro prima di montarli.',
    ],
    ['aiuto-computer', 'riparazione-elettronica', 'assistenza-pc'],
  ),
  'aiuto-computer': voice(
    3,
    [
      'Computer, SPID e telefono spiegati con calma',
      'Pratiche online accanto a te',
      'Tecnologia senza paura, a casa tua',
    ],
    [
      'Aiuto in biblioteca chi deve fare lo SPID o prenotare una visita.',
      'Ho insegnato a mio nonno le videochiamate, e da allora non ho più smesso.',
      'Scrivo un foglietto con i passi, a caratteri grandi, e lo lascio lì.',
    ],
    ['assistenza-pc', 'pratiche-caf', 'file-e-sportelli'],
  ),
  'assistenza-pc': voice(
    2,
    ['Computer lenti, virus, stampanti', 'Assistenza informatica a casa e in ufficio', 'Recupero dati e piccole reti'],
    [
      'Ho seguito i computer di uno studio medico e di due scuole.',
      'Prolungo la vita dei portatili con un disco nuovo e un sistema leggero.',
      'Metto sempre in piedi una copia di sicurezza prima di tutto il resto.',
    ],
    ['sistemista', 'aiuto-computer', 'software-libero'],
  ),
  'sviluppatore-web': voice(
    3.5,
    ['Siti veloci e accessibili per piccole realtà', 'Applicazioni web su misura', 'Siti e gestionali, da remoto'],
    [
      'Ho fatto il sito di un frantoio, di una banda e di un’associazione di quartiere.',
      'Scrivo codice che un’altra persona può leggere tra cinque anni.',
      'Tengo aggiornati una quindicina di siti e rispondo entro la giornata.',
    ],
    ['wordpress', 'ux-design', 'seo', 'software-libero'],
  ),
  wordpress: voice(
    2,
    [
      'Siti WordPress per botteghe e associazioni',
      'Blog, vetrine e piccoli negozi online',
      'Rimetto a posto siti trascurati',
    ],
    [
      'Ho salvato siti bloccati da un aggiornamento, e insegno a non averne più paura.',
      'Per una pasticceria ho messo in linea le ordinazioni del Natale.',
      'Consegno sempre una guida di due pagine, scritta per chi userà il sito.',
    ],
    ['sviluppatore-web', 'social-media', 'grafico'],
  ),
  'data-analyst': voice(
    1,
    [
      'Dati, fogli di calcolo e grafici chiari',
      'Analisi per associazioni e piccole imprese',
      'Dai numeri alle decisioni',
    ],
    [
      'Ho rimesso in ordine dieci anni di registri di una cooperativa.',
      'Preparo cruscotti che si leggono in un minuto, senza effetti speciali.',
      'Insegno a usare i fogli di calcolo a chi li subisce.',
    ],
    ['inserimento-dati', 'contabile', 'ricerche'],
  ),
  grafico: voice(
    3,
    ['Loghi, locandine e impaginazione', 'Grafica per chi ha poco e vuole farsi capire', 'Etichette, volantini, libri'],
    [
      'Ho disegnato etichette per un apicoltore e il catalogo di una mostra.',
      'Impagino il giornale di una pro loco da sei anni.',
      'Lavoro a mano prima che al computer: si vede.',
    ],
    ['illustratore', 'social-media', 'insegne', 'fotografo'],
  ),
  illustratore: voice(
    1.5,
    ['Illustrazioni per libri, mappe e feste', 'Disegni a matita e digitali', 'Mappe illustrate di paesi e sentieri'],
    [
      'Ho illustrato una guida ai sentieri e tre albi per bambini.',
      'Disegno dal vivo a matrimoni e convegni.',
      'Una mia mappa del paese è appesa in municipio.',
    ],
    ['grafico', 'insegnante-disegno', 'pittore'],
  ),
  fotografo: voice(
    2.5,
    [
      'Ritratti, matrimoni e lavoro delle mani',
      'Fotografia di prodotti e botteghe',
      'Racconto il lavoro con le immagini',
    ],
    [
      'Ho fotografato quaranta artigiani mentre lavorano, per un archivio della provincia.',
      'Ai matrimoni mi muovo piano e consegno in tre settimane.',
      'Sviluppo ancora in bianco e nero, in cantina.',
    ],
    ['videomaker', 'fotoritocco-veloce', 'pilota-droni'],
  ),
  videomaker: voice(
    1.5,
    ['Brevi video per botteghe e associazioni', 'Riprese e interviste', 'Documentari di lavoro e di territorio'],
    [
      'Ho seguito per un anno la vita di un alpeggio, con una camera sola.',
      'Giro e monto video di un minuto che si capiscono anche senza audio.',
      'Ho curato i sottotitoli di un festival di cinema breve.',
    ],
    ['montaggio-video', 'fotografo', 'sottotitoli'],
  ),
  'social-media': voice(
    1.5,
    [
      'Pagine social per piccole attività',
      'Testi e foto che somigliano a chi li pubblica',
      'Calendario dei contenuti e formazione',
    ],
    [
      'Ho accompagnato una cantina e due agriturismi a raccontarsi da soli.',
      'Preferisco tre pubblicazioni oneste a trenta rumorose.',
      'Insegno a fare le foto col telefono, alla luce della finestra.',
    ],
    ['copywriter', 'grafico', 'marketing'],
  ),
  copywriter: voice(
    1,
    [
      'Testi chiari per siti, etichette e volantini',
      'Scrivo per chi non ha tempo di scrivere',
      'Parole semplici per cose complicate',
    ],
    [
      'Ho riscritto i moduli di un comune in italiano comprensibile.',
      'Scrivo le schede dei vini di una cantina dopo averli assaggiati.',
      'In redazione ho imparato soprattutto a tagliare.',
    ],
    ['correttore-bozze', 'social-media', 'giornalista'],
  ),
  'correttore-bozze': voice(
    1,
    ['Correzione di bozze e revisione testi', 'Tesi, romanzi, siti: li leggo prima degli altri', 'Editing rispettoso'],
    [
      'Ho corretto manuali scolastici per dodici anni.',
      'Segnalo, non impongo: il testo resta di chi lo ha scritto.',
      'Leggo anche ad alta voce: gli errori si sentono.',
    ],
    ['copywriter', 'traduttore', 'trascrizioni'],
  ),
  traduttore: voice(
    2,
    [
      'Traduzioni tecniche e commerciali',
      'Traduco siti, manuali e lettere',
      'Inglese, tedesco e francese verso l’italiano',
    ],
    [
      'Traduco da quindici anni manuali di macchine agricole.',
      'Ho tradotto il sito di un museo etnografico, didascalie comprese.',
      'Chiedo sempre di vedere l’oggetto di cui si parla.',
    ],
    ['interprete', 'correttore-bozze', 'sottotitoli'],
  ),
  'mediatore-culturale': voice(
    0.8,
    ['Mediazione in uffici, scuole e ambulatori', 'Accompagno chi arriva e chi accoglie', 'Arabo, francese e italiano'],
    [
      'Per otto anni ho fatto da ponte tra famiglie e scuola media.',
      'Accompagno alle visite chi non ha ancora le parole.',
      'Ho tradotto i moduli dell’ambulatorio in quattro lingue.',
    ],
    ['italiano-stranieri', 'insegnante-arabo', 'interprete'],
  ),
  'ripetizioni-matematica': voice(
    2.5,
    [
      'Matematica e fisica, medie e superiori',
      'Ripetizioni con pazienza ed esempi',
      'Matematica per chi pensa di odiarla',
    ],
    [
      'Do ripetizioni da quando ero all’università: più di cento ragazzi.',
      'Parto sempre da un problema vero, con carta e forbici se serve.',
      'Preparo agli esami di riparazione, anche d’agosto.',
    ],
    ['aiuto-compiti', 'data-analyst'],
  ),
  'aiuto-compiti': voice(
    2,
    ['Aiuto compiti per primaria e medie', 'Doposcuola e metodo di studio', 'Compiti senza lacrime'],
    [
      'Ho tenuto il doposcuola dell’oratorio per sette anni.',
      'Seguo bambine e bambini con difficoltà di lettura, con molta calma.',
      'Facciamo i compiti e poi una partita a carte: la matematica è anche lì.',
    ],
    ['babysitter', 'ripetizioni-matematica', 'ripetizioni-lettere'],
  ),
  'insegnante-inglese': voice(
    2,
    ['Inglese per lavoro, viaggi e scuola', 'Conversazione e certificazioni', 'Inglese da zero, senza vergogna'],
    [
      'Ho vissuto sei anni in Irlanda lavorando in cucina e poi in una scuola.',
      'Preparo alle certificazioni e ai colloqui di lavoro.',
      'Con gli adulti parto dai menù, dalle canzoni e dalle mail vere.',
    ],
    ['traduttore', 'aiuto-compiti', 'interprete'],
  ),
  'italiano-stranieri': voice(
    1.2,
    ['Italiano per chi è appena arrivato', 'Alfabetizzazione e lingua per il lavoro', 'Italiano in gruppo o da soli'],
    [
      'Insegno come volontariato alla scuola serale del quartiere.',
      'Ho preparato più di cinquanta persone all’esame per il permesso.',
      'Usiamo volantini, bollette e ricette: le parole che servono.',
    ],
    ['mediatore-culturale', 'aiuto-compiti'],
  ),
  'insegnante-chitarra': voice(
    1,
    ['Lezioni di chitarra, a ogni età', 'Chitarra classica e d’accompagnamento', 'Primi accordi e oltre'],
    [
      'Suono da trent’anni in un gruppo di musica popolare.',
      'Insegno in casa e alla scuola di musica del paese.',
      'A fine anno organizzo un piccolo saggio in piazza.',
    ],
    ['musicista', 'cantante', 'insegnante-canto'],
  ),
  musicista: voice(
    1.5,
    ['Fisarmonica e musica dal vivo', 'Concerti, cerimonie, feste di paese', 'Clarinetto, jazz e musica da ballo'],
    [
      'Ho suonato in centinaia di feste, dalla sala d’aspetto alla piazza.',
      'Suono nella banda del paese da trent’anni, e non ho saltato una processione.',
      'Accompagno cori e spettacoli teatrali.',
    ],
    ['insegnante-chitarra', 'pianista', 'service-audio'],
  ),
  attore: voice(
    0.8,
    [
      'Letture ad alta voce e teatro per ragazzi',
      'Teatro, letture sceniche, laboratori',
      'Porto storie in biblioteche e cortili',
    ],
    [
      'Vent’anni di compagnia amatoriale e tre stagioni da professionista.',
      'Leggo nelle biblioteche e nelle case di riposo.',
      'Ho tenuto un laboratorio di teatro in un istituto tecnico.',
    ],
    ['narratore', 'doppiatore', 'regista'],
  ),
  badante: voice(
    4,
    [
      'Assistenza e compagnia a persone anziane',
      'Assistenza diurna e notti',
      'Compagnia, spesa, medicine all’ora giusta',
    ],
    [
      'Ho accompagnato la mia vicina per undici anni, fino alla fine.',
      'Conosco i piccoli gesti: alzarsi, vestirsi, mangiare con calma.',
      'Ho esperienza con chi comincia a dimenticare le cose.',
    ],
    ['accompagnamento', 'pulizie', 'oss', 'cuoco-a-domicilio'],
  ),
  babysitter: voice(
    3.5,
    ['Baby-sitter per pomeriggi e sere', 'Bambini: giochi, compiti, nanna', 'Tata con esperienza di gemelli'],
    [
      'Ho cresciuto tre figli e qualche nipote: so quando preoccuparsi e quando no.',
      'Per quattro estati ho lavorato al centro estivo comunale.',
      'Porto libri e colori, non schermi.',
    ],
    ['aiuto-compiti', 'animatore', 'educatore'],
  ),
  oss: voice(
    2,
    ['Assistenza a domicilio con qualifica', 'Igiene, mobilizzazione, ascolto', 'Assistenza dopo un ricovero'],
    [
      'Otto anni in casa di riposo, ora preferisco le case delle persone.',
      'Insegno alla famiglia come spostare una persona senza farsi male.',
      'Collaboro volentieri con chi già segue la persona.',
    ],
    ['badante', 'infermiere', 'accompagnamento'],
  ),
  fisioterapista: voice(
    0.8,
    ['Fisioterapia a domicilio', 'Riabilitazione dopo un intervento', 'Schiena, spalle, ginocchia'],
    [
      'Ho lavorato in ospedale e poi sulle strade della valle, casa per casa.',
      'Lascio sempre tre esercizi semplici da fare da soli.',
      'Seguo una squadra di pallavolo dilettante.',
    ],
    ['massaggiatore', 'personal-trainer'],
  ),
  parrucchiere: voice(
    1.5,
    ['Taglio e piega, anche a casa di chi non esce', 'Capelli per tutta la famiglia', 'Tagli semplici che durano'],
    [
      'Ho avuto un salone per diciotto anni; ora giro con la valigetta.',
      'Una volta al mese vado nella casa di riposo, ed è festa.',
      'Chi ha la pelle delicata trova da me tinte senza ammoniaca.',
    ],
    ['barbiere', 'truccatore', 'estetista'],
  ),
  estetista: voice(
    1,
    ['Viso, mani e piedi', 'Trattamenti delicati e epilazione', 'Estetica a domicilio per chi non può uscire'],
    [
      'Lavoro in cabina da dieci anni e conosco pelli di ogni età.',
      'Seguo persone in terapia oncologica, con prodotti adatti.',
      'Prima chiedo, poi propongo.',
    ],
    ['massaggiatore', 'onicotecnica', 'parrucchiere'],
  ),
  'istruttore-yoga': voice(
    1,
    ['Yoga dolce, anche sulla sedia', 'Respiro e movimento per ogni età', 'Yoga al mattino nel parco'],
    [
      'Tengo lezioni in palestra comunale e, d’estate, sotto i tigli.',
      'Ho un gruppo di ultrasettantenni che non salta mai.',
      'Ho cominciato per un mal di schiena, e non ho più smesso.',
    ],
    ['massaggiatore', 'personal-trainer'],
  ),
  cuoco: voice(
    3,
    [
      'Cucina di casa per mense e feste',
      'Primi piatti e cucina di stagione',
      'Ho imparato in trattoria, cucino dappertutto',
    ],
    [
      'Quindici anni in trattoria, tra fornelli e mercato all’alba.',
      'Ho cucinato per la sagra: seicento coperti in due giorni.',
      'So gestire allergie e diete senza servire piatti tristi.',
    ],
    ['cuoco-a-domicilio', 'catering', 'pasta-fresca', 'lavapiatti'],
  ),
  'pasta-fresca': voice(
    1,
    ['Tortelli, ravioli e sfoglia tirata a mano', 'Pasta fresca su ordinazione', 'Corsi di sfoglia per principianti'],
    [
      'Tiro la sfoglia col mattarello di mia nonna: due uova per volta.',
      'Preparo tortelli per il circolo, ogni vigilia, da quindici anni.',
      'In cucina insegno a gruppi di sei, poi si mangia insieme.',
    ],
    ['cuoco', 'pasticciere', 'conserve'],
  ),
  pasticciere: voice(
    1.2,
    [
      'Torte e biscotti di una volta',
      'Lievitati, crostate e torte da credenza',
      'Dolci per feste, anche senza glutine',
    ],
    [
      'Ho lavorato di notte in laboratorio per nove anni.',
      'Il mio panettone riposa trentasei ore, e non ha fretta.',
      'Per gli intolleranti ho un forno e degli attrezzi a parte.',
    ],
    ['cake-design', 'panettiere', 'catering'],
  ),
  panettiere: voice(
    1,
    ['Pane a lievito madre, farine di vicinato', 'Pane e focacce su ordinazione', 'Forno a legna e grani antichi'],
    [
      'Accendo il forno comune del borgo due volte al mese.',
      'Ho tenuto viva la pasta madre di mia suocera: ha quarant’anni.',
      'Faccio il pane per un gruppo d’acquisto di trenta famiglie.',
    ],
    ['pizzaiolo', 'pasticciere'],
  ),
  cameriere: voice(
    2,
    ['Sala e banchetti, anche nei fine settimana', 'Servizio ai tavoli con esperienza', 'Extra per cerimonie e sagre'],
    [
      'Ho lavorato in stagione al mare e d’inverno in montagna.',
      'Porto quattro piatti e ricordo i nomi.',
      'Parlo inglese quanto basta per spiegare ogni piatto.',
    ],
    ['barista', 'catering', 'hostess'],
  ),
  bracciante: voice(
    3,
    ['Raccolta frutta, vendemmia e olive', 'Lavori in campagna, tutto l’anno', 'Vigna, orto e potatura verde'],
    [
      'Faccio tutte le vendemmie della zona da dieci anni.',
      'Conosco il lavoro di campagna dalla semina al mercato.',
      'Ho il passo buono e la schiena ancora di più.',
    ],
    ['potatore', 'orticoltore', 'boscaiolo', 'trattorista'],
  ),
  apicoltore: voice(
    1,
    [
      'Miele di castagno e acacia, recupero sciami',
      'Api, miele e impollinazione',
      'Apicoltura con piccoli gruppi di lavoro',
    ],
    [
      'Ho trenta arnie e recupero sciami dai sottotetti.',
      'Porto le arnie nei frutteti durante la fioritura.',
      'Accompagno le classi a vedere un’arnia di vetro.',
    ],
    ['orticoltore', 'prodotti-locali', 'candele-e-saponi'],
  ),
  boscaiolo: voice(
    1.2,
    ['Legna da ardere e pulizia del bosco', 'Taglio, esbosco e legna spaccata', 'Bosco ceduo e sentieri'],
    [
      'Taglio d’inverno, quando la linfa dorme, e consegno a primavera.',
      'Ho riaperto tre sentieri chiusi dalla neve del 2019.',
      'Con il mulo arrivo dove il trattore rovina il bosco.',
    ],
    ['potatore', 'giardiniere', 'muretti-a-secco'],
  ),
  'muretti-a-secco': voice(
    0.8,
    ['Muri a secco e terrazze', 'Ricostruisco muretti crollati', 'Pietra posata senza malta'],
    [
      'Ho rialzato ottanta metri di muro insieme a quattro vicini.',
      'Ho imparato guardando gli anziani del paese, una domenica dopo l’altra.',
      'Tengo corsi di due giorni: si torna a casa con le mani vere.',
    ],
    ['muratore', 'giardiniere', 'boscaiolo'],
  ),
  'dog-sitter': voice(
    2,
    ['Passeggiate e pensione in casa', 'Cani e gatti mentre sei via', 'Cani anziani o timidi, con pazienza'],
    [
      'Ho fatto volontariato in canile per sei anni.',
      'Mando una foto a ogni passeggiata.',
      'Un cane cieco mi ha insegnato come si cammina insieme.',
    ],
    ['educatore-cinofilo', 'toelettatore', 'annaffiare'],
  ),
  'guida-turistica': voice(
    0.8,
    ['Visite a borghi, chiese e botteghe', 'Città d’arte a passo lento', 'Visite per famiglie e scuole'],
    [
      'Porto gruppi piccoli a vedere anche le botteghe, non solo i monumenti.',
      'Parlo con le mani e con i documenti d’archivio.',
      'Ho ideato un giro a piedi sul lavoro delle donne in città.',
    ],
    ['guida-escursionistica', 'accompagnatore-turistico', 'narratore'],
  ),
  'guida-escursionistica': voice(
    1,
    ['Escursioni facili, botanica e silenzio', 'Sentieri con le famiglie e le scuole', 'Camminate di un giorno'],
    [
      'Conosco i sentieri della valle e chi li ha aperti.',
      'D’inverno accompagno con le ciaspole, d’estate alle fonti.',
      'In zaino porto sempre un binocolo e un pezzo di pane in più.',
    ],
    ['guida-turistica', 'cicloguida', 'muretti-a-secco'],
  ),
  contabile: voice(
    2,
    [
      'Prima nota, fatture e scadenze',
      'Contabilità semplice per piccole attività',
      'Ordine nei conti, una volta per tutte',
    ],
    [
      'Ho tenuto i conti di una ditta di trasporti per ventidue anni.',
      'Metto in ordine scatole di scontrini e le trasformo in un foglio.',
      'Spiego le cose perché tu possa farne a meno, un giorno.',
    ],
    ['segreteria', 'data-analyst', 'pratiche-caf'],
  ),
  segreteria: voice(
    2,
    ['Segreteria a distanza per piccoli studi', 'Telefono, agenda, fatture', 'Archivi e corrispondenza'],
    [
      'Dopo vent’anni in uno studio tecnico so dove finiscono le carte.',
      'Rispondo al telefono con voce umana.',
      'Organizzo archivi che si capiscono anche quando non ci sono.',
    ],
    ['contabile', 'inserimento-dati', 'trascrizioni'],
  ),
  'inserimento-dati': voice(
    1.5,
    ['Inserimento dati e fogli di calcolo', 'Battitura e archivi, da casa', 'Elenchi, cataloghi, inventari'],
    [
      'Ho catalogato diecimila libri di una biblioteca scolastica.',
      'Lavoro da casa, la mattina presto, senza errori di distrazione.',
      'Mi piacciono le liste ordinate: è un dono e una malattia.',
    ],
    ['trascrizioni', 'segreteria', 'archivista'],
  ),
  'organizzatore-eventi': voice(
    1.2,
    [
      'Feste di paese, mostre e piccoli convegni',
      'Eventi con pochi soldi e molte sedie',
      'Dall’idea alla pulizia finale',
    ],
    [
      'Per dieci anni ho tenuto in piedi la festa del borgo.',
      'So parlare con la pro loco, il parroco e il service.',
      'Tengo una lista di centodue cose da non dimenticare.',
    ],
    ['allestimenti', 'catering', 'presentatore'],
  ),
  animatore: voice(
    1,
    ['Compleanni, giochi di cortile e truccabimbi', 'Animazione senza schermi', 'Feste per bambine e bambini curiosi'],
    [
      'Ho fatto animazione ai centri estivi per otto anni.',
      'Porto giochi di legno fatti da me e una valigia di travestimenti.',
      'Il trucco del fazzoletto l’ho imparato da mio zio.',
    ],
    ['babysitter', 'circense', 'narratore'],
  ),
  commesso: voice(
    1.5,
    ['Vendita e cassa, con pazienza', 'Al banco di un negozio, con il sorriso', 'Negozio, magazzino, vetrina'],
    [
      'Ho lavorato in ferramenta: so trovare la vite giusta.',
      'Conosco il magazzino e il cliente che non sa che cosa cerca.',
      'Ho curato la vetrina di una merceria per anni.',
    ],
    ['vetrinista', 'libraio', 'carrellista'],
  ),
  consegne: voice(
    1.5,
    ['Consegne in bici cargo', 'Piccoli trasporti in città e dintorni', 'Ritiri e consegne, anche la sera'],
    [
      'Porto il pane del forno a dodici negozi ogni mattina.',
      'Ho una bici cargo da novanta chili di carico e molta gamba.',
      'Tre estati alle poste mi hanno insegnato i numeri civici.',
    ],
    ['autista', 'ciclofficina', 'spesa-a-domicilio'],
  ),
  'spesa-a-domicilio': voice(
    1.5,
    ['Spesa, farmacia e piccole commissioni', 'Commissioni per chi non può uscire', 'Mercato, posta, medicine'],
    [
      'Durante la chiusura del 2020 ho fatto la spesa per sei famiglie.',
      'Conosco i banchi del mercato e scelgo come per me.',
      'Porto lo scontrino e il resto, sempre.',
    ],
    ['accompagnamento', 'consegne', 'file-e-sportelli'],
  ),
  architetto: voice(
    1,
    ['Case piccole, spazi comuni, recupero', 'Progetti di recupero e pratiche', 'Ristrutturare senza sprecare'],
    [
      'Ho seguito il recupero di un mulino e di tre alloggi popolari.',
      'Disegno a mano prima di aprire il computer.',
      'Credo nei progetti che si possono spiegare a tavola.',
    ],
    ['geometra', 'interni', 'cad'],
  ),
  cad: voice(
    1,
    ['Disegno tecnico e rendering', 'Tavole, rilievi, modelli 3D', 'AutoCAD e modelli BIM da remoto'],
    [
      'Disegno per due studi tecnici e una ditta di serramenti.',
      'Ridisegno vecchie tavole a matita in file puliti.',
      'Ho rilevato tre chiese con un metro e molta pazienza.',
    ],
    ['architetto', 'geometra', 'modellista-3d'],
  ),
}

/** How people came to it, how they work now: they fit any trade. */
export const beginnings = [
  'Ho imparato in famiglia, guardando e sbagliando.',
  'Ho cominciato a bottega a quindici anni, e non ho più smesso.',
  'Prima era una passione della domenica, poi è diventato lavoro.',
  'Ho cambiato mestiere a quarant’anni e questa volta ho scelto io.',
  'Lo faccio da sempre per parenti e vicini; adesso vorrei farlo di più.',
  'Ho imparato lavorando all’estero, e ho portato a casa quel che so.',
  'Dopo la chiusura della fabbrica ho ricominciato da qui.',
  'Il volontariato mi ha insegnato il grosso; il resto la pazienza.',
]

export const closings = [
  'Lavoro volentieri insieme ad altre persone, se il lavoro è grande.',
  'Mi organizzo in fretta per le urgenze, con calma per il resto.',
  'Parlo chiaro sui tempi e li rispetto.',
  'Vengo a vedere, senza impegno, e dico quel che si può fare.',
  'Mi sposto in bici quando posso, in furgone quando serve.',
  'Lascio sempre il posto pulito.',
  'Se posso insegnare mentre lavoro, ancora meglio.',
  'Cerco lavori brevi, ma fatti bene.',
]

/** People who write in English. */
export const englishVoices: { slug: string; headline: string; experience: string }[] = [
  {
    slug: 'sviluppatore-web',
    headline: 'Small, fast websites for people who make things',
    experience:
      'I build and look after sites for a winery, a choir and two cooperatives. Before that I spent nine years in a web agency. I write plain code and plain mails, and I answer on the same day.',
  },
  {
    slug: 'insegnante-inglese',
    headline: 'English lessons: conversation, exams and work',
    experience:
      'I moved here eleven years ago for love and stayed for the food. I teach adults mostly, one to one, from the first verb to the job interview. I also read other people’s English and make it breathe.',
  },
  {
    slug: 'traduttore',
    headline: 'Translations from Italian into English',
    experience:
      'I translate for museums, farms and small publishers. I like texts where a single word takes an afternoon. I always ask to see the thing I am writing about.',
  },
  {
    slug: 'guida-escursionistica',
    headline: 'Gentle walks, wild food and quiet places',
    experience:
      'I have walked these hills for fifteen years with groups of six at most. We stop often, we eat what grows, and nobody is left behind. In winter I mend the signs along the way.',
  },
  {
    slug: 'cuoco-a-domicilio',
    headline: 'Dinners at home, for four to ten people',
    experience:
      'Twenty years in restaurant kitchens, then a van with a stove. I cook what the market has that morning and I leave the kitchen cleaner than I found it.',
  },
  {
    slug: 'istruttore-yoga',
    headline: 'Slow yoga, chairs welcome',
    experience:
      'I began because of a bad back and never left. I teach groups of all ages, in halls and under trees, in English or in slow Italian.',
  },
]
