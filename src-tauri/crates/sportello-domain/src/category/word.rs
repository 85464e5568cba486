//! Italian words, cut to what plural, gender and verb forms have in common. Deliberately crude: the words of a citizen
//! and the words of a category go through the same cut, so it only has to be the same cut, not the right one.

use crate::fold::query_words;
use std::collections::HashSet;

/// Words that say nothing about what a matter is about.
#[rustfmt::skip]
const EMPTY: &[&str] = &[
    "a", "abbiamo", "ad", "adesso", "agli", "ai", "al", "all", "alla", "alle", "allo", "allora", "altra", "altri",
    "altro", "anche", "ancora", "anni", "avete", "bell", "bene", "bisogna", "bisogno", "buonasera", "buongiorno",
    "che", "chi", "chiedere", "chiedo", "ci", "coi", "col", "come", "con", "cosa", "cosi", "cui", "da", "dagli",
    "dai", "dal", "dall", "dalla", "dalle", "dallo", "davanti", "degli", "dei", "del", "dell", "della", "delle",
    "dello", "dentro", "deve", "devo", "di", "dietro", "domani", "dopo", "dove", "due", "ecco", "ed", "era",
    "erano", "essere", "fa", "faccio", "fanno", "fare", "fatta", "fatto", "fino", "fra", "gia", "giorni", "gli",
    "grand", "grande", "grossa", "grosso", "ha", "hai", "hanno", "ho", "ieri", "il", "in", "insomma", "io", "la",
    "le", "lei", "li", "lo", "loro", "lui", "ma", "mai", "male", "me", "mese", "mesi", "mi", "mia", "mie", "miei",
    "mio", "molto", "ne", "negli", "nei", "nel", "nell", "nella", "nelle", "nello", "nessuno", "niente", "noi",
    "non", "nostra", "nostri", "nostro", "nulla", "nuova", "nuovo", "od", "oggi", "ogni", "ora", "ormai", "per",
    "perche", "piu", "po", "poi", "posso", "possono", "prima", "proprio", "puo", "qua", "qualche", "qualcuno",
    "quale", "quali", "quando", "quanto", "quasi", "quell", "quella", "quelli", "quello", "quest", "questa",
    "questi", "questo", "qui", "salve", "se", "segnalare", "segnalazione", "segnalo", "sembra", "sempre", "serve",
    "settimana", "settimane", "si", "sia", "siamo", "solo", "soltanto", "sono", "sopra", "sotto", "sta",
    "stamattina", "stanno", "stata", "stati", "stato", "stiamo", "su", "sua", "sue", "sugli", "sui", "sul", "sull",
    "sulla", "sulle", "suo", "suoi", "ti", "tra", "troppo", "tu", "tutta", "tutte", "tutti", "un", "una", "uno",
    "va", "vanno", "vecchia", "vecchio", "verso", "vi", "via", "viale", "vicino", "vogliamo", "voglio", "voi",
    "volevo", "vorrei", "vostra", "vostro", "vuole",
];

/// Words that say little by themselves, whatever synonym they are a part of.
#[rustfmt::skip]
const COMMON: &[&str] = &[
    "andare", "anno", "aperto", "aprire", "arrivare", "avere", "bambino", "cambiare", "cercare", "chiudere",
    "cominciare", "comprare", "comune", "correre", "dare", "dire", "documento", "entrare", "fermo", "figlio",
    "finire", "gente", "giorno", "guardare", "iniziare", "lasciare", "leggere", "madre", "mancare", "mandare",
    "marito", "mettere", "moglie", "nome", "notte", "numero", "orario", "padre", "paese", "pagare", "parlare",
    "parte", "passare", "permesso", "persona", "piazza", "pomeriggio", "portare", "posto", "prendere", "problema",
    "punto", "restare", "ricevere", "riuscire", "sabato", "sapere", "scrivere", "senza", "sera", "servire",
    "signora", "signore", "tempo", "tenere", "terra", "togliere", "tornare", "trovare", "usare", "uscire", "vedere",
    "vendere", "venire", "vicini", "volta",
];

/// What stands before the name of a street, and what may stand between the two.
const STREETS: &[&str] =
    &["via", "viale", "piazza", "piazzale", "piazzetta", "corso", "vicolo", "largo", "strada", "contrada"];
const JOINTS: &[&str] =
    &["del", "della", "dei", "degli", "delle", "dell", "di", "san", "santa", "santo", "don"];

/// Endings of verbs, of participles and of the nouns made from them; the longest that fits is taken.
#[rustfmt::skip]
const ENDINGS: &[&str] = &[
    "issimo", "issima", "issimi", "issime", "azione", "azioni", "izione", "izioni", "amento", "amenti", "imento",
    "imenti", "eranno", "avano", "evano", "ivano", "mente", "anza", "anze", "enza", "enze", "ante", "anti", "ente",
    "enti", "ando", "endo", "iamo", "arlo", "arla", "arli", "arle", "arsi", "arci", "armi", "ersi", "erci", "ermi",
    "irsi", "irci", "irmi", "erlo", "erla", "irlo", "irla", "are", "ere", "ire", "ato", "ata", "ati", "ate", "ito",
    "ita", "iti", "ite", "uto", "uta", "uti", "ute", "ano", "ono", "ava", "eva", "iva", "oso", "osa", "osi", "ose",
];

/// Endings that also make smaller or belonging things; they need a longer root, or `casino` would be a `casa`.
const NOUN_ENDINGS: &[&str] =
    &["iere", "iera", "ieri", "aio", "aia", "ino", "ina", "ini", "ine", "etto", "etta", "etti"];

/// Letters that must be left of a word, or it would be anything.
const SHORTEST: usize = 3;
const SHORTEST_NOUN: usize = 5;

/// A word that says something, and what it is compared by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Word {
    /// As it is searched: small plain letters.
    pub text: String,
    /// Without number and gender.
    pub near: String,
    /// Without its verb or noun ending, when it has one.
    pub far: Option<String>,
}

impl Word {
    pub(super) fn new(text: &str) -> Self {
        let near = near(text);
        let roots = |endings: &'static [&'static str], shortest: usize| {
            endings
                .iter()
                .filter_map(move |ending| text.strip_suffix(ending))
                .filter(move |root| root.len() >= shortest)
        };
        let far = roots(ENDINGS, SHORTEST)
            .chain(roots(NOUN_ENDINGS, SHORTEST_NOUN))
            .min_by_key(|root| root.len())
            .map(near_root)
            .filter(|root| *root != near);
        Self { text: text.to_owned(), near, far }
    }
}

/// The roots of the words that say little by themselves.
pub(super) fn common_roots() -> HashSet<String> {
    let roots = COMMON.iter().map(|text| Word::new(text));
    roots.flat_map(|word| [Some(word.near), word.far]).flatten().collect()
}

/// The words of a text that say something, in order.
pub(super) fn words(text: &str) -> Vec<Word> {
    let says = |word: &&String| word.len() > 1 && !EMPTY.contains(&word.as_str());
    query_words(text).iter().filter(says).map(|word| Word::new(word)).collect()
}

/// The text without the names of streets: nobody in via Cimitero has a matter about the cemetery for that.
pub(super) fn without_streets(text: &str) -> String {
    let words = query_words(text);
    let mut kept: Vec<&str> = Vec::with_capacity(words.len());
    let mut rest = words.iter().map(String::as_str).peekable();
    while let Some(word) = rest.next() {
        kept.push(word);
        // "La strada rotta" is about a road, "strada Rotta" would be a name: only the words that are always a name's.
        if !STREETS.contains(&word) || word == "strada" || word == "corso" {
            continue;
        }
        let mut named = false;
        while rest.peek().is_some_and(|next| JOINTS.contains(next)) {
            rest.next();
            named = true;
        }
        if rest.peek().is_some_and(|next| named || !EMPTY.contains(next)) {
            rest.next();
        }
    }
    kept.join(" ")
}

fn near(text: &str) -> String {
    if text.len() <= SHORTEST { text.to_owned() } else { near_root(text) }
}

/// Takes off the last vowels and the `h` that only keeps a sound (`buca`, `buche` → `buc`).
fn near_root(text: &str) -> String {
    let bare = text.strip_suffix(['a', 'e', 'i', 'o', 'u']).unwrap_or(text);
    let bare = bare.strip_suffix('i').unwrap_or(bare);
    let bare = match bare.strip_suffix('h') {
        Some(hard) if hard.ends_with(['c', 'g']) => hard,
        _ => bare,
    };
    if bare.len() < SHORTEST { text.to_owned() } else { bare.to_owned() }
}

/// Whether two words differ by one letter: wrong, missing, doubled, or swapped with the next.
pub(super) fn one_letter_apart(a: &str, b: &str) -> bool {
    let (a, b) = if a.len() <= b.len() { (a.as_bytes(), b.as_bytes()) } else { (b.as_bytes(), a.as_bytes()) };
    if b.len() - a.len() > 1 || a == b {
        return false;
    }
    let same = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    if a.len() < b.len() {
        return a[same..] == b[same + 1..];
    }
    let (x, y) = (&a[same..], &b[same..]);
    let swapped = x.len() > 1 && x[0] == y[1] && x[1] == y[0] && x[2..] == y[2..];
    swapped || x[1..] == y[1..]
}
