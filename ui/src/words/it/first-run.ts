/** Words of the first start, of the recovery code, of the locked desk. */

export const firstRun = {
  title: 'Primo avvio',
  intro: 'Quattro passi, due minuti. Tutto si può cambiare dopo, nelle Impostazioni.',
  steps: ['Comune', 'Orari', 'Dati', 'Codice di recupero'],
  step: (number: number, of: number) => `Passo ${number} di ${of}`,
  done: 'fatto',
  next: 'Avanti',
  back: 'Indietro',
  town: 'Di quale Comune è lo sportello?',
  townWhy: 'Il nome compare su ogni schermata e su ogni lettera.',
  townLabel: 'Comune',
  townHint: 'Scrivere le prime lettere, per esempio «Lissone», e scegliere dall’elenco.',
  townPick: 'Scegliere un Comune dall’elenco.',
  townCode: (code: string) => `codice catastale ${code}`,
  hours: 'Quando è aperto lo sportello?',
  hoursWhy:
    'Servono per il cartello «aperto» e per le date a cui puntare. I termini di legge non dipendono dagli orari.',
  patron: 'Festa del patrono',
  data: 'Con che cosa si comincia?',
  dataWhy:
    'La dimostrazione serve per provare: si riconosce su ogni schermata e non si può mescolare con il lavoro vero.',
  empty: 'Archivio vuoto',
  emptyWhy: 'Per lavorare da subito.',
  demo: 'Dimostrazione',
  demoWhy: 'Uffici e pratiche inventati, del Comune di Lissone.',
  create: 'Crea l’archivio',
  creating: 'Creo l’archivio cifrato…',
};

export const recovery = {
  title: 'Codice di recupero',
  lead: 'Stamparlo adesso e metterlo in cassaforte.',
  why:
    'È l’unico modo di aprire l’archivio se questo computer si rompe o perde la chiave. Si vede solo adesso: il ' +
    'programma non lo conserva.',
  group: (number: number) => `Gruppo ${number}`,
  print: 'Stampa',
  savePdf: 'Salva PDF',
  saved: 'Foglio salvato.',
  typeBack: 'Per essere sicuri che il foglio sia leggibile, ricopiare due gruppi:',
  confirm: 'Confermo',
  wrong: (number: number) => `Il gruppo ${number} non è questo: ricontrollare sul foglio.`,
  lost: 'Il codice mostrato prima non c’è più.',
  lostWhy:
    'Il programma è stato chiuso prima della conferma. Il foglio già stampato, se c’è, va buttato: se ne fa uno ' +
    'nuovo.',
  renew: 'Fai un codice nuovo',
};

export const locked = {
  title: 'L’archivio è chiuso',
  reason: 'Che cosa è successo',
  todo: 'Che cosa fare',
  then: 'Poi chiudere e riaprire il programma.',
  folder: 'Cartella dell’archivio, da dire all’assistenza:',
  useCode: 'Aprire con il codice di recupero',
  codeLabel: 'Codice di recupero',
  codeHint: 'Otto gruppi di lettere e numeri, dal foglio in cassaforte. Maiuscole, spazi e trattini non contano.',
  open: 'Apri l’archivio',
  safe: 'Niente è perso: l’archivio è intero, manca solo il modo di aprirlo.',
  retry: 'Guarda di nuovo',
};
