//! What the citizen reads.

use super::{at_the_desk, day, presented};
use crate::deadline::RuleName::{self, *};
use crate::deadline::SuspensionGround::{AffectedThirdParties, MissingInformation, RefusalNotice};
use crate::deadline::{Facts, Suspension, affected_third_party_suspension};

fn told(rule: RuleName, facts: &Facts) -> String {
    at_the_desk(rule, facts).unwrap().explanation
}

#[test]
fn the_promise() {
    insta::assert_snapshot!(told(Commitment, &presented("2026-11-25")), @"Presentata mercoledì 25 novembre 2026: 30 giorni scadono venerdì 25 dicembre 2026, che è Natale; il termine passa a lunedì 28 dicembre 2026 (impegno dello Sportello: risposta entro 30 giorni).");
    insta::assert_snapshot!(told(Commitment, &presented("2026-09-05")), @"Presentata sabato 5 settembre 2026: 30 giorni scadono lunedì 5 ottobre 2026 (impegno dello Sportello: risposta entro 30 giorni).");
    insta::assert_snapshot!(told(Commitment, &presented("2026-09-11").for_days(1)), @"Presentata venerdì 11 settembre 2026: 1 giorno scade sabato 12 settembre 2026 (impegno dello Sportello: risposta entro 1 giorno).");
}

#[test]
fn a_suspended_procedure() {
    let pause = |ground, from, to| Suspension::new(ground, day(from), day(to));
    let once = presented("2026-09-01").suspended(pause(MissingInformation, "2026-09-11", "2026-09-21"));
    insta::assert_snapshot!(told(Procedure, &once), @"Presentata martedì 1° settembre 2026, sospesa dall'11 al 21 settembre 2026 (10 giorni): 30 giorni, senza contare la sospensione, scadono domenica 11 ottobre 2026, che è festivo; il termine passa a lunedì 12 ottobre 2026 (art. 2, comma 2, L. 241/1990).");
    let capped = presented("2026-09-01").suspended(pause(MissingInformation, "2026-09-11", "2026-11-20"));
    insta::assert_snapshot!(told(Procedure, &capped), @"Presentata martedì 1° settembre 2026, sospesa dall'11 settembre all'11 ottobre 2026 (30 giorni, il massimo): 30 giorni, senza contare la sospensione, scadono sabato 31 ottobre 2026 (art. 2, comma 2, L. 241/1990).");
    let twice = once.suspended(pause(RefusalNotice, "2026-10-08", "2026-10-20"));
    insta::assert_snapshot!(told(Procedure, &twice), @"Presentata martedì 1° settembre 2026, sospesa dall'11 al 21 settembre 2026 (10 giorni) e dall'8 al 20 ottobre 2026 (12 giorni): 30 giorni, senza contare la sospensione, scadono venerdì 23 ottobre 2026 (art. 2, comma 2, L. 241/1990).");
}

#[test]
fn a_suspended_civic_access() {
    let notice = affected_third_party_suspension(day("2026-09-08"), day("2026-09-11"), None).unwrap();
    insta::assert_snapshot!(told(GeneralCivicAccess, &presented("2026-09-01").suspended(notice)), @"Presentata martedì 1° settembre 2026, sospesa dall'8 al 18 settembre 2026 (10 giorni, il massimo): 30 giorni, senza contare la sospensione, scadono domenica 11 ottobre 2026, che è festivo; il termine passa a lunedì 12 ottobre 2026 (art. 5, comma 6, D.Lgs. 33/2013; alla lettera la norma porterebbe a mercoledì 14 ottobre 2026).");
    let gone = Suspension::new(AffectedThirdParties, day("2026-12-28"), day("2027-01-05"));
    insta::assert_snapshot!(told(GeneralCivicAccess, &presented("2026-12-01").suspended(gone)), @"Presentata martedì 1° dicembre 2026, sospesa dal 28 dicembre 2026 al 5 gennaio 2027 (8 giorni): 30 giorni, senza contare la sospensione, scadono venerdì 8 gennaio 2027 (art. 5, comma 6, D.Lgs. 33/2013).");
}

#[test]
fn a_corrected_and_a_forwarded_request() {
    let corrected = presented("2026-09-01").restarted(day("2026-09-25"));
    insta::assert_snapshot!(told(DocumentaryAccess, &corrected), @"Presentata martedì 1° settembre 2026, corretta venerdì 25 settembre 2026 (da qui il termine riparte): 30 giorni scadono domenica 25 ottobre 2026, che è festivo; il termine passa a lunedì 26 ottobre 2026 (art. 25, comma 4, L. 241/1990).");
    insta::assert_snapshot!(told(ForwardedRequest, &corrected), @"Presentata martedì 1° settembre 2026, arrivata all'ente competente venerdì 25 settembre 2026 (da qui il termine riparte): 30 giorni scadono domenica 25 ottobre 2026, che è festivo; il termine passa a lunedì 26 ottobre 2026 (Circolare DFP 2/2017, par. 4.1).");
}

#[test]
fn months_and_saturdays() {
    insta::assert_snapshot!(told(DataSubjectRequest, &presented("2026-01-31")), @"Presentata sabato 31 gennaio 2026: un mese scade sabato 28 febbraio 2026, che per questo termine vale come festivo; il termine passa a lunedì 2 marzo 2026 (art. 12, par. 3, GDPR e art. 3 Reg. (CEE, Euratom) 1182/71).");
    insta::assert_snapshot!(told(DataSubjectRequestExtended, &presented("2026-01-31")), @"Presentata sabato 31 gennaio 2026: 3 mesi, proroga compresa, scadono giovedì 30 aprile 2026 (art. 12, par. 3, GDPR e art. 3 Reg. (CEE, Euratom) 1182/71).");
}

#[test]
fn waits() {
    insta::assert_snapshot!(told(ReleaseStandstill, &presented("2026-10-10")), @"Ricevuta dal controinteressato sabato 10 ottobre 2026: 15 giorni arrivano a domenica 25 ottobre 2026; i documenti non si consegnano prima (art. 5, comma 6, D.Lgs. 33/2013).");
    insta::assert_snapshot!(told(ViewingWindow, &presented("2026-10-10")), @"Accoglimento comunicato sabato 10 ottobre 2026: 15 giorni arrivano a domenica 25 ottobre 2026; i documenti restano a disposizione almeno fino a quel giorno (art. 7, comma 1, D.P.R. 184/2006).");
    insta::assert_snapshot!(told(LegalPosting, &presented("2026-09-21")), @"Pubblicato da lunedì 21 settembre 2026: 15 giorni di seguito, compreso il primo, arrivano a lunedì 5 ottobre 2026; l'atto resta affisso per tutto quel giorno (art. 124 D.Lgs. 267/2000).");
}

#[test]
fn the_others() {
    insta::assert_snapshot!(told(LateProceduresList, &presented("2027-05-10")), @"Procedimenti in ritardo nel 2027: il termine è domenica 30 gennaio 2028, che è festivo; il termine passa a lunedì 31 gennaio 2028 (art. 2, comma 9-quater, L. 241/1990).");
    insta::assert_snapshot!(told(SubstitutePower, &presented("2026-10-05")), @"Termine del procedimento finito lunedì 5 ottobre 2026: 15 giorni scadono martedì 20 ottobre 2026 (art. 2, commi 9-bis e 9-ter, L. 241/1990).");
    insta::assert_snapshot!(told(InternalReview, &presented("2026-09-14")), @"Richiesta di riesame presentata lunedì 14 settembre 2026: 20 giorni scadono domenica 4 ottobre 2026, che è San Francesco d'Assisi; il termine passa a lunedì 5 ottobre 2026 (art. 5, comma 7, D.Lgs. 33/2013).");
    insta::assert_snapshot!(told(EnvironmentalAccessExtended, &presented("2026-09-04")), @"Presentata venerdì 4 settembre 2026: 60 giorni, proroga compresa, scadono martedì 3 novembre 2026 (art. 3, comma 2, D.Lgs. 195/2005).");
    insta::assert_snapshot!(told(CivilTerm, &presented("2026-09-04").for_days(45)), @"Termine iniziato venerdì 4 settembre 2026: 45 giorni scadono lunedì 19 ottobre 2026 (art. 2963 c.c. e art. 155 c.p.c.).");
}

#[test]
fn the_steps_of_a_hard_case() {
    let notice = affected_third_party_suspension(day("2026-11-20"), day("2026-11-26"), None).unwrap();
    let facts = presented("2026-11-10").suspended(notice).restarted(day("2026-11-15"));
    let deadline = at_the_desk(GeneralCivicAccess, &facts).unwrap();
    let line = |step: &crate::deadline::Step| {
        format!("{} {} [{}]", step.date, step.label, step.article.as_deref().unwrap_or("-"))
    };
    insta::assert_snapshot!(deadline.steps.iter().map(line).collect::<Vec<_>>().join("\n"), @r#"
2026-11-10 Presentata: il primo giorno non si conta [art. 5, comma 6, D.Lgs. 33/2013]
2026-11-15 Arrivata all'ente competente: il termine riparte [Circolare DFP 2/2017, par. 4.1]
2026-11-20 Sospesa per avviso ai controinteressati [art. 5, comma 5, D.Lgs. 33/2013]
2026-11-30 Fine della sospensione (10 giorni, il massimo ammesso) [art. 5, comma 5, D.Lgs. 33/2013]
2026-12-25 Fine del termine: 30 giorni [art. 5, comma 6, D.Lgs. 33/2013]
2026-12-25 Natale: si passa al giorno dopo [-]
2026-12-26 Santo Stefano: si passa al giorno dopo [-]
2026-12-27 Domenica: si passa al giorno dopo [-]
2026-12-28 Scadenza: primo giorno non festivo [art. 2963, comma 3, c.c.]
2026-12-31 Scadenza secondo la lettera della norma, non usata [art. 5, comma 6, D.Lgs. 33/2013]
2026-12-24 Obiettivo interno: ultimo giorno utile di apertura [-]
"#);
    insta::assert_snapshot!(deadline.explanation, @"Presentata martedì 10 novembre 2026, arrivata all'ente competente domenica 15 novembre 2026 (da qui il termine riparte), sospesa dal 20 al 30 novembre 2026 (10 giorni, il massimo): 30 giorni, senza contare la sospensione, scadono venerdì 25 dicembre 2026, che è Natale; il termine passa a lunedì 28 dicembre 2026 (art. 5, comma 6, D.Lgs. 33/2013; alla lettera la norma porterebbe a giovedì 31 dicembre 2026).");
}

#[test]
fn the_steps_of_an_extension() {
    let deadline = at_the_desk(EnvironmentalAccessExtended, &presented("2026-09-04")).unwrap();
    let limit = deadline.steps.iter().find(|step| step.label.contains("proroga")).unwrap();
    assert_eq!(limit.date, day("2026-10-05"));
}

#[test]
fn a_deadline_survives_the_journey() {
    let deadline = at_the_desk(Commitment, &presented("2026-11-25")).unwrap();
    let text = serde_json::to_string(&deadline).unwrap();
    assert!(text.contains(r#""due_on":"2026-12-28""#), "{text}");
    assert_eq!(serde_json::from_str::<crate::deadline::Deadline>(&text).unwrap(), deadline);
}
