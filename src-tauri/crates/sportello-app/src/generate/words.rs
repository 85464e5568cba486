//! The words of the corpus. Common Italian surnames, names, streets and phrases, put together here.

#[rustfmt::skip]
pub(super) const SURNAMES: &[&str] = &[
    "Rossi", "Ferrari", "Russo", "Bianchi", "Romano", "Gallo", "Costa", "Fontana", "Conti", "Esposito", "Ricci", "Bruno",
    "De Luca", "Moretti", "Marino", "Greco", "Barbieri", "Lombardi", "Giordano", "Colombo", "Mancini", "Longo", "Leone",
    "Martinelli", "Marchetti", "Martini", "Galli", "Gatti", "Mariani", "Ferrara", "Santoro", "Marini", "Bianco", "Conte",
    "Serra", "Farina", "Gentile", "Caruso", "Morelli", "Ferri", "Testa", "Ferraro", "Pellegrini", "Grassi", "Rossetti",
    "D'Angelo", "D'Amico", "De Santis", "Dell'Orto", "Dall'Asta", "Villa", "Brambilla", "Fumagalli", "Arosio", "Meroni",
    "Mauri", "Perego", "Cattaneo", "Sala", "Riva", "Beretta", "Casati", "Pozzi", "Ronchi", "Mariotti", "Nicolò", "Fò",
    "Nguyen", "Hu", "Chen", "Singh", "Popescu", "Ionescu", "Hoxha", "Shehu", "Kovalenko", "Melnyk", "Ben Salah", "El Amrani",
    "Diop", "Ndiaye", "Silva", "Rodríguez", "García", "Müller", "Dąbrowski", "Łukasik", "Çelik", "Petrović",
];

#[rustfmt::skip]
pub(super) const NAMES: &[&str] = &[
    "Maria", "Giuseppe", "Anna", "Antonio", "Giovanna", "Giovanni", "Francesca", "Francesco", "Laura", "Marco", "Paola",
    "Andrea", "Elena", "Luca", "Chiara", "Matteo", "Sara", "Alessandro", "Giulia", "Davide", "Valentina", "Stefano",
    "Martina", "Roberto", "Silvia", "Paolo", "Federica", "Simone", "Elisa", "Lorenzo", "Nicolò", "Niccolò", "Alice",
    "Riccardo", "Beatrice", "Tommaso", "Rosa", "Carmela", "Salvatore", "Vincenzo", "Teresa", "Pietro", "Angela", "Luigi",
    "Mohamed", "Fatima", "Yasmine", "Ion", "Elena Maria", "Olena", "Artem", "Wei", "Priya", "Amina", "Arben", "Zoë", "José",
];

#[rustfmt::skip]
pub(super) const STREETS: &[&str] = &[
    "via Matteotti", "via Gramsci", "via Carducci", "via San Martino", "via Loreto", "piazza Libertà", "via Garibaldi",
    "via Mazzini", "via Dante", "via Roma", "via Verdi", "via Puccini", "via Leopardi", "via Manzoni", "viale della Repubblica",
    "viale Martiri della Libertà", "via XXV Aprile", "via I Maggio", "via IV Novembre", "via Don Minzoni", "via Fratelli Cervi",
    "via Pacinotti", "via Volta", "via Galvani", "via Marconi", "via Sant'Antonio", "via San Giuseppe", "via dell'Artigianato",
    "via del Lavoro", "via dei Platani", "via delle Acacie", "vicolo Corto", "largo Europa", "piazza Italia", "via Trieste",
    "via Trento", "via Piave", "via Monte Grappa", "via Pasubio", "via Lecco", "via Como", "via Monza", "via Desio",
];

/// What a matter is about: its subject, and sentences that go with it.
pub(super) struct Topic {
    pub(super) subjects: &'static [&'static str],
    pub(super) sentences: &'static [&'static str],
}

#[rustfmt::skip]
pub(super) const TOPICS: &[Topic] = &[
    Topic {
        subjects: &["Lampione spento", "Illuminazione pubblica guasta", "Luce a intermittenza davanti al portone"],
        sentences: &["Da tre sere la strada è al buio.", "L'attraversamento pedonale non si vede.", "Il palo è piegato e il vetro rotto.", "Si accende solo la mattina."],
    },
    Topic {
        subjects: &["Buca nella strada", "Asfalto rovinato", "Voragine vicino al tombino"],
        sentences: &["Uno scooter è quasi caduto.", "Con la pioggia non si vede.", "È stata riparata due mesi fa e si è riaperta.", "Le auto la evitano invadendo l'altra corsia."],
    },
    Topic {
        subjects: &["Marciapiede dissestato", "Marciapiede troppo stretto per la carrozzina", "Scivolo mancante"],
        sentences: &["Una signora anziana è caduta.", "Le radici hanno sollevato le piastrelle.", "Con il passeggino bisogna scendere in strada."],
    },
    Topic {
        subjects: &["Rifiuti abbandonati", "Discarica abusiva", "Sacchi lasciati fuori orario"],
        sentences: &["Ci sono un materasso e due elettrodomestici.", "Attirano i topi.", "Succede ogni fine settimana.", "Chiedo se si può mettere una telecamera."],
    },
    Topic {
        subjects: &["Cestini pieni", "Parco sporco", "Fontanella che non funziona"],
        sentences: &["Nessuno passa da una settimana.", "I bambini giocano in mezzo alle bottiglie.", "L'acqua esce a goccia."],
    },
    Topic {
        subjects: &["Rami sulla linea elettrica", "Albero pericoloso", "Erba alta ai bordi della strada"],
        sentences: &["Con il vento cadono i rami sulle auto.", "Non si vede chi arriva dall'incrocio.", "L'albero sembra malato."],
    },
    Topic {
        subjects: &["Auto in sosta vietata", "Passo carrabile occupato", "Auto abbandonata senza targa"],
        sentences: &["Non riesco a uscire dal garage.", "È ferma da mesi con le gomme a terra.", "Occupa il posto per disabili."],
    },
    Topic {
        subjects: &["Rumori notturni", "Musica alta dal locale", "Schiamazzi nel parco"],
        sentences: &["Vanno avanti fino alle due.", "Abbiamo bambini piccoli.", "Abbiamo già chiamato altre volte."],
    },
    Topic {
        subjects: &["Attesa allo sportello anagrafe", "Appuntamento per la carta d'identità", "Certificato non pronto"],
        sentences: &["Ho aspettato due ore con il numero in mano.", "Il primo posto libero è fra due mesi.", "Mi hanno mandato da un ufficio all'altro."],
    },
    Topic {
        subjects: &["Avviso TARI doppio", "Rata già pagata", "Riduzione non applicata"],
        sentences: &["Allego la ricevuta del pagamento.", "La casa è vuota da un anno.", "Al telefono non risponde nessuno."],
    },
    Topic {
        subjects: &["Mensa scolastica", "Ritardo dello scuolabus", "Riscaldamento spento a scuola"],
        sentences: &["I bambini restano con la giacca in classe.", "Il pulmino arriva sempre dopo il suono della campanella.", "Mia figlia ha una dieta speciale."],
    },
    Topic {
        subjects: &["Zanzare nel quartiere", "Topi vicino ai cassonetti", "Odore di bruciato"],
        sentences: &["La sera non si può stare in giardino.", "Si sente soprattutto la notte.", "Chiedo quando passa la disinfestazione."],
    },
    Topic {
        subjects: &["Segnaletica cancellata", "Cartello coperto", "Semaforo troppo breve"],
        sentences: &["Non si capisce chi ha la precedenza.", "Gli anziani non fanno in tempo ad attraversare.", "Davanti alla scuola è pericoloso."],
    },
    Topic {
        subjects: &["Panchine davanti alla biblioteca", "Orario più lungo il sabato", "Pista ciclabile fino alla stazione"],
        sentences: &["Sarebbe utile per chi aspetta.", "Chi lavora non riesce mai a venire.", "In altri Comuni vicini c'è già.", "Possiamo raccogliere le firme."],
    },
];

/// Sentences that go with anything.
#[rustfmt::skip]
pub(super) const COMMON: &[&str] = &[
    "Grazie per l'attenzione.", "Resto in attesa di una risposta.", "Ho già segnalato la cosa il mese scorso.",
    "Siamo in molti nel condominio ad avere lo stesso problema.", "Posso mandare delle fotografie.",
    "Abito qui da trent'anni e non era mai successo.", "Chiedo a chi devo rivolgermi.", "È una questione di sicurezza.",
    "Preferisco essere richiamato nel pomeriggio.", "Mio padre è invalido e non può uscire.",
    "Vorrei sapere quando è previsto l'intervento.", "La situazione peggiora ogni giorno.",
];

/// What an office answers, and what the citizen is told.
#[rustfmt::skip]
pub(super) const OUTCOMES: &[&str] = &[
    "Sopralluogo eseguito, intervento affidato alla ditta.", "Riparazione eseguita.", "Intervento in programma entro il mese.",
    "Verbale elevato dalla polizia locale.", "Non di competenza del Comune, segnalato al gestore.", "Lavori già appaltati, inizio in primavera.",
];

#[rustfmt::skip]
pub(super) const REPLIES: &[&str] = &[
    "Abbiamo verificato: l'intervento è stato eseguito. Grazie della segnalazione.",
    "I lavori sono in programma entro il mese prossimo.",
    "La strada è della Provincia: abbiamo passato la segnalazione all'ufficio competente.",
    "La pratica è stata corretta, riceverà il nuovo avviso per posta.",
    "La proposta è stata portata all'assessorato, che la valuterà con il prossimo bilancio.",
];
