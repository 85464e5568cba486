/** Words of citizens in depth: the people of a ticket, the section, duplicates and merges. */

export const people = {
  title: 'Persone della pratica',
  who: 'Chi',
  role: 'Perché',
  replyTo: 'La risposta va a questa persona',
  replyHere: 'la risposta va qui',
  verb: 'Aggiungi',
  remove: 'Togli',
  pick: 'Scegliere una persona dall’elenco.',
  added: (number: string) => `Pratica ${number}: persona aggiunta.`,
  removed: (number: string) => `Pratica ${number}: persona tolta.`,
};
