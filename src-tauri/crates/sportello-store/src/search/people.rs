//! Finding people: while their name is typed, by the number of a ticket of theirs, as likely duplicates of somebody new.

use super::question::{Term, as_typed, places, queries, terms};
use crate::db::{Conn, json, on};
use crate::error::Result;
use sportello_domain::citizen::{Citizen, CitizenData, national_digits, street_words};
use sportello_domain::fold::query_words;
use sportello_domain::id::CitizenId;
use uuid::Uuid;

const BY_WORDS: [&str; 2] = [
    "select json_group_array(seq) from (select rowid as seq from citizen_words \
     where citizen_words match $1 order by rowid desc limit $2)",
    "select coalesce(json_agg(seq), '[]')::text from (select seq from citizen_words \
     where words @@ to_tsquery('simple', $1) order by seq desc limit $2) as found",
];
/// Shortest telephone that is looked for as a whole, in digits.
const PHONE_DIGITS: usize = 6;
/// Digits of the longest Italian number; what is longer begins with the prefix of the country.
const NATIONAL_DIGITS: usize = 11;
/// Citizens read for one reason to suspect a duplicate.
const CANDIDATES: i64 = 60;
/// Tickets whose people are looked up by a number.
const TICKETS: i64 = 5;

/// The citizens that hold every word: names in any order, tax code, e-mail, street, four digits of a telephone. Those
/// who hold the words as typed come first, then those who hold words that begin so; in each group the newest first.
pub async fn citizens(conn: &mut Conn<'_>, words: &[String], limit: i64) -> Result<Vec<Citizen>> {
    let mut questions = Vec::new();
    questions.extend(one_number(words).map(|number| vec![Term { word: number, half_typed: true }]));
    questions.extend(as_typed(words));
    let mut seqs = together(conn, questions, limit).await?;
    if seqs.is_empty() {
        // `de luca` for Deluca, `d angelo` for Dangelo: a space more than there is.
        seqs = together(conn, joined_pairs(words), limit).await?;
    }
    crate::citizen::at(conn, &seqs).await
}

/// The people of the newest tickets that are called by these very words: a number of ours, or of the protocol.
pub async fn people_of_tickets(conn: &mut Conn<'_>, words: &[String]) -> Result<Vec<Citizen>> {
    const CALLED: [&str; 2] = [
        "select json_group_array(seq) from (select rowid as seq from ticket_short \
         where ticket_short match $1 order by rowid desc limit $2)",
        "select coalesce(json_agg(seq), '[]')::text from (select seq from ticket_words \
         where short @@ to_tsquery('simple', $1) order by seq desc limit $2) as found",
    ];
    const PEOPLE: [&str; 2] = [
        "select citizen_id, 0 as later from ticket where citizen_id is not null \
         and seq in (select value from json_each($1)) union all select p.citizen_id, p.seq as later from ticket_person p join ticket t on t.ticket_id = p.ticket_id \
         where t.seq in (select value from json_each($1)) order by later",
        "select citizen_id, 0::bigint as later from ticket where citizen_id is not null \
         and seq in (select value::bigint from json_array_elements_text($1::json)) \
         union all select p.citizen_id, p.seq as later from ticket_person p join ticket t on t.ticket_id = p.ticket_id \
         where t.seq in (select value::bigint from json_array_elements_text($1::json)) order by later",
    ];
    let whole: Vec<Term> = words.iter().map(|word| Term { word: word.clone(), half_typed: false }).collect();
    let Some(query) = queries(conn, &[whole]).await?.pop() else { return Ok(Vec::new()) };
    let seqs = places(conn, CALLED, &query, TICKETS).await?;
    let sql = if matches!(conn, Conn::Sqlite(_)) { PEOPLE[0] } else { PEOPLE[1] };
    // The requesters first, then the others in the order they came.
    let ids: Vec<(Uuid, i64)> = on!(&mut *conn, fetch_all, sqlx::query_as(sql).bind(json(&seqs)))?;
    let mut people: Vec<Citizen> = Vec::new();
    for (id, _) in ids {
        let citizen = crate::citizen::find(conn, CitizenId(id)).await?;
        if people.iter().all(|known| known.id != citizen.id) {
            people.push(citizen);
        }
    }
    Ok(people)
}

/// Citizens that share with `data` what makes a duplicate likely. The domain says whether and why; here they are found.
pub async fn candidates(conn: &mut Conn<'_>, data: &CitizenData) -> Result<Vec<Citizen>> {
    let exact = |words: Vec<String>| -> Vec<Term> {
        words.into_iter().map(|word| Term { word, half_typed: false }).collect()
    };
    let one_word = |text: &Option<String>| query_words(text.as_deref().unwrap_or_default()).concat();
    let (surname, name) = (one_word(&data.surname), one_word(&data.name));
    let mut questions = vec![exact(query_words(data.tax_code.as_deref().unwrap_or_default()))];
    let phones = data.phones.iter().map(|point| point.value.as_str()).chain(data.phone.as_deref());
    let whole = phones.map(national_digits).filter(|number| number.len() >= PHONE_DIGITS);
    questions.extend(whole.map(|number| exact(vec![number])));
    let emails = data.emails.iter().map(|point| point.value.as_str()).chain(data.email.as_deref());
    questions.extend(emails.chain(data.pec.as_deref()).map(|address| exact(query_words(address))));
    questions.push(exact(vec![one_word(&data.organization)]));
    if !surname.is_empty() && !name.is_empty() {
        questions.push(exact(vec![surname.clone(), name.clone()]));
    }
    let street = street_words(data.address.as_deref().unwrap_or_default());
    for beginning in [surname, name].iter().filter(|_| !street.is_empty()).filter_map(|word| word.get(..2)) {
        // One wrong letter is rarely in both beginnings.
        let mut question = exact(street.clone());
        question.push(Term { word: beginning.to_owned(), half_typed: true });
        questions.push(question);
    }
    questions.retain(|question| question.iter().all(|term| !term.word.is_empty()));
    let mut seqs = Vec::new();
    for query in queries(conn, &questions).await? {
        seqs.extend(places(conn, BY_WORDS, &query, CANDIDATES).await?);
    }
    let mut seen = std::collections::HashSet::new();
    seqs.retain(|seq| seen.insert(*seq));
    crate::citizen::at(conn, &seqs).await
}

/// The answers of several questions, each place once, until there are enough.
async fn together(conn: &mut Conn<'_>, questions: Vec<Vec<Term>>, limit: i64) -> Result<Vec<i64>> {
    let enough = usize::try_from(limit).unwrap_or_default();
    let mut all: Vec<i64> = Vec::new();
    for query in queries(conn, &questions).await? {
        if all.len() < enough {
            let found = places(conn, BY_WORDS, &query, limit).await?;
            let new: Vec<i64> = found.into_iter().filter(|seq| !all.contains(seq)).collect();
            all.extend(new.into_iter().take(enough - all.len()));
        }
    }
    Ok(all)
}

/// A telephone that is not looked for as typed, when everything typed is digits: one with spaces (`333 12 34 567`), or one
/// with the prefix of the country (`+393331234567`), which is seldom written on a card.
fn one_number(words: &[String]) -> Option<String> {
    let all: String = words.concat();
    if !all.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let without_country = all.trim_start_matches("00").strip_prefix("39");
    let national = without_country.filter(|_| all.len() > NATIONAL_DIGITS).map(str::to_owned);
    national.or_else(|| (words.len() > 1).then_some(all))
}

/// Each two neighbours as one word, the others as they are.
fn joined_pairs(words: &[String]) -> Vec<Vec<Term>> {
    (1..words.len())
        .map(|at| {
            let mut joined = words.to_vec();
            let second = joined.remove(at);
            joined[at - 1].push_str(&second);
            terms(&joined, true)
        })
        .collect()
}
