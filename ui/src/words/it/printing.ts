/** Words of printing that are on the screen from the start; the others are read when the first paper is asked for. */

const copies = (count: number) => (count === 1 ? 'una copia' : `${count} copie`);

export const printing = {
  print: 'Stampa',
  receipt: 'Stampa la ricevuta',
  printed: (count: number, printer: string) => `Mandato in stampa: ${copies(count)} su «${printer}».`,
  letterhead: {
    title: 'Carta intestata',
    why: 'Nome, stemma, colore e testi di lettere, ricevute e di ogni altro documento.',
    open: 'Cambia la carta intestata',
  },
};
