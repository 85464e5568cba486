use super::*;

fn card(id: &str, title: &str, words: &[&str]) -> ReferralCard {
    let card = Referral {
        title: title.into(),
        call: "112".into(),
        say: "Chiami.".into(),
        words: words.iter().map(|word| (*word).to_owned()).collect(),
        ..Referral::default()
    };
    ReferralCard { id: id.into(), card, version: 0 }
}

fn found(text: &str) -> Vec<String> {
    let cards = [
        card("gas", "Gas: guasto", &["odore di gas", "manca il gas"]),
        card("luce", "Luce", &["manca la luce", "guasto elettrico"]),
        card("reati", "Reati", &["truffato", "furto"]),
        ReferralCard {
            card: Referral { retired: true, ..card("", "Vecchia", &["furto"]).card },
            ..card("old", "", &[])
        },
    ];
    find_referrals(&cards, text).into_iter().map(|card| card.id).collect()
}

#[test]
fn a_few_words_look_for_a_card() {
    assert_eq!(found("gua"), ["gas", "luce"], "half a word");
    assert_eq!(found("gas"), ["gas"]);
    assert_eq!(found("GUASTO elett"), ["luce"]);
    assert_eq!(found("ga"), [""; 0], "too little to say anything");
    assert_eq!(found(""), [""; 0]);
}

#[test]
fn a_story_is_answered_by_the_need_it_tells() {
    assert_eq!(found("Buongiorno, sento un forte odore di gas nelle scale di casa"), ["gas"]);
    assert_eq!(found("una signora anziana è stata truffata al telefono da un finto tecnico"), ["reati"]);
    assert_eq!(found("il lampione davanti a casa mia non si accende da tre giorni"), [""; 0], "it is for us");
}

#[test]
fn a_story_is_not_a_search() {
    let cards = [card("sp", "Strada provinciale", &["buca sulla provinciale"])];
    let told = |text: &str| told_referrals(&cards, text).len();
    assert_eq!(told("buca"), 0, "half a need is no need");
    assert_eq!(told("c'è una buca sulla provinciale"), 1);
    assert_eq!(find_referrals(&cards, "buca").len(), 1, "whoever looks for it finds it");
}

#[test]
fn a_card_needs_words_to_be_found_by() {
    let faults = Referral { title: "Gas".into(), ..Referral::default() }.parse().expect_err("half a card");
    assert_eq!(faults.iter().map(|fault| fault.field.as_str()).collect::<Vec<_>>(), ["call", "say"]);
    let faults = card("x", "Gas", &["  "]).card.parse().expect_err("no words");
    assert_eq!(faults[0].field, "words");
}
