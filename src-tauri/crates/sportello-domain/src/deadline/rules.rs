//! The table of rules. One row for each term of law that yields a date; a row is data, never code.
//!
//! "Read" means that the text of the law, or a faithful report of it, was read when the row was written; rows marked
//! "believed" wait for somebody with the current text in hand.

use super::name::RuleName::{
    self, CivicAccess, CivilTerm, Commitment, CouncillorQuestion, DataSubjectRequest,
    DataSubjectRequestExtended, DocumentaryAccess, DocumentaryAccessOpposition, EnvironmentalAccess,
    EnvironmentalAccessExtended, ForwardedRequest, GeneralCivicAccess, GeneralCivicAccessOpposition,
    InternalReview, IrregularRequestNotice, LateProceduresList, LegalPosting, Observations,
    OmbudsmanConfirmation, OmbudsmanDecision, ProceduralAct, Procedure, ReleaseStandstill, ReviewRequest,
    SubstitutePower, ViewingWindow, WhistleblowingForward,
};
use super::rule::Term::{Days, DaysFirstIncluded, DaysUnlessGiven, GivenDays, Months, ThirtiethOfJanuary};
use super::rule::{Basis, Direction, Restart, Roll, Rule, Term};
use super::suspension::SuspensionGround::{
    self, AffectedThirdParties, MissingInformation, PrivacyAuthority, RefusalNotice,
};

const ART_25: &str = "art. 25, comma 4, L. 241/1990";
const ART_155: &str = "art. 155, commi 4 e 5, c.p.c.";
const ENVIRONMENT: &str = "art. 3, comma 2, D.Lgs. 195/2005";
const GDPR: &str = "art. 12, par. 3, GDPR e art. 3 Reg. (CEE, Euratom) 1182/71";

/// Every rule, in the order of [`RuleName`].
pub const RULES: &[Rule] = &[
    // The seed of this project: an answer on the outcome within thirty days. The service charter may say less.
    Rule { basis: Basis::Commitment, ..statute(Commitment, "impegno dello Sportello", DaysUnlessGiven(30)) }
        .told("Impegno dello Sportello", "Presentata"),
    statute(CivilTerm, "art. 2963 c.c. e art. 155 c.p.c.", GivenDays)
        .told("Termine generale in giorni", "Termine iniziato"),
    statute(ProceduralAct, ART_155, GivenDays)
        .told("Atto processuale fuori udienza", "Termine iniziato")
        .rolling_saturdays(),
    // Thirty days where neither law nor regulation says otherwise (c. 3 and 4 may: then the facts give the number).
    statute(Procedure, "art. 2, comma 2, L. 241/1990", DaysUnlessGiven(30))
        .told("Conclusione del procedimento", "Presentata")
        .suspended_by(&[MissingInformation, RefusalNotice]),
    // Half of the procedure's own term: fifteen days of thirty.
    statute(SubstitutePower, "art. 2, commi 9-bis e 9-ter, L. 241/1990", DaysUnlessGiven(15))
        .told("Potere sostitutivo", "Termine del procedimento finito"),
    statute(LateProceduresList, "art. 2, comma 9-quater, L. 241/1990", ThirtiethOfJanuary)
        .told("Elenco dei procedimenti conclusi in ritardo", "Procedimenti in ritardo"),
    statute(Observations, "art. 10-bis L. 241/1990", Days(10))
        .told("Osservazioni al preavviso di rigetto", "Preavviso ricevuto"),
    // Silence is a refusal here, from the day after. An irregular request starts again once corrected.
    statute(DocumentaryAccess, ART_25, Days(30))
        .told("Accesso documentale", "Presentata")
        .restarting(Restart::CorrectedRequest),
    statute(OmbudsmanDecision, ART_25, Days(30))
        .told("Pronuncia del difensore civico", "Istanza al difensore civico presentata"),
    statute(OmbudsmanConfirmation, ART_25, Days(30))
        .told("Conferma del diniego dopo il difensore civico", "Comunicazione del difensore civico ricevuta"),
    // Read in secondary sources only: the three rows of D.P.R. 184/2006.
    statute(DocumentaryAccessOpposition, "art. 3, comma 2, D.P.R. 184/2006", Days(10))
        .told("Opposizione del controinteressato (accesso documentale)", "Comunicazione ricevuta"),
    statute(IrregularRequestNotice, "art. 6, comma 5, D.P.R. 184/2006", Days(10))
        .told("Avviso di richiesta irregolare o incompleta", "Presentata"),
    statute(ViewingWindow, "art. 7, comma 1, D.P.R. 184/2006", Days(15))
        .told("Tempo per vedere i documenti", "Accoglimento comunicato")
        .waiting("i documenti restano a disposizione almeno fino a quel giorno"),
    statute(GeneralCivicAccess, "art. 5, comma 6, D.Lgs. 33/2013", Days(30))
        .told("Accesso civico generalizzato", "Presentata")
        .suspended_by(&[AffectedThirdParties])
        .restarting(Restart::CompetentBody),
    statute(GeneralCivicAccessOpposition, "art. 5, comma 5, D.Lgs. 33/2013", Days(10))
        .told("Opposizione del controinteressato (accesso civico generalizzato)", "Comunicazione ricevuta"),
    statute(ReleaseStandstill, "art. 5, comma 6, D.Lgs. 33/2013", Days(15))
        .told("Attesa prima di consegnare i documenti", "Ricevuta dal controinteressato")
        .waiting("i documenti non si consegnano prima"),
    statute(InternalReview, "art. 5, comma 7, D.Lgs. 33/2013", Days(20))
        .told("Riesame del RPCT", "Richiesta di riesame presentata")
        .suspended_by(&[PrivacyAuthority]),
    // Read in a press summary only. After a silence the term starts when the first one ran out.
    statute(ReviewRequest, "Circolare DFP 1/2019, par. 7", Days(30))
        .told("Richiesta di riesame", "Prima decisione ricevuta"),
    statute(ForwardedRequest, "Circolare DFP 2/2017, par. 4.1", Days(30))
        .told("Richiesta inoltrata all'ente competente", "Presentata")
        .restarting(Restart::CompetentBody),
    // Believed: the text of 2013 was read, the current one was not.
    statute(CivicAccess, "art. 5, comma 1, D.Lgs. 33/2013", Days(30))
        .told("Accesso civico semplice", "Presentata"),
    statute(EnvironmentalAccess, ENVIRONMENT, Days(30)).told("Accesso ambientale", "Presentata"),
    statute(EnvironmentalAccessExtended, ENVIRONMENT, Days(60))
        .told("Accesso ambientale con richiesta complessa", "Presentata")
        .extending(EnvironmentalAccess),
    statute(CouncillorQuestion, "art. 43 D.Lgs. 267/2000", Days(30))
        .told("Interrogazione di un consigliere", "Presentata"),
    // Believed: one month, and three in all when extended, counted from the request (not from the rolled first date).
    statute(DataSubjectRequest, GDPR, Months(1))
        .told("Richiesta dell'interessato (dati personali)", "Presentata")
        .rolling_saturdays(),
    statute(DataSubjectRequestExtended, GDPR, Months(3))
        .told("Richiesta dell'interessato (dati personali) con proroga", "Presentata")
        .rolling_saturdays()
        .extending(DataSubjectRequest),
    // Believed. A timer only: the desk keeps no content of such a report.
    statute(WhistleblowingForward, "art. 4 D.Lgs. 24/2023", Days(7))
        .told("Segnalazione di illeciti da trasmettere al RPCT", "Arrivata"),
    statute(LegalPosting, "art. 124 D.Lgs. 267/2000", DaysFirstIncluded(15))
        .told("Pubblicazione all'albo pretorio", "Pubblicato da")
        .waiting("l'atto resta affisso per tutto quel giorno"),
];

/// A term of law in its commonest form: due by a day, rolling over holidays, never suspended, never restarted.
const fn statute(name: RuleName, article: &'static str, term: Term) -> Rule {
    Rule {
        name,
        title: "",
        article,
        basis: Basis::Statute,
        term,
        roll: Roll::Holidays,
        suspensions: &[],
        restart: Restart::Never,
        direction: Direction::DueBy,
        extends: None,
        opening: "",
        closing: "",
    }
}

impl Rule {
    const fn told(self, title: &'static str, opening: &'static str) -> Self {
        Self { title, opening, ..self }
    }

    const fn rolling_saturdays(self) -> Self {
        Self { roll: Roll::HolidaysAndSaturdays, ..self }
    }

    const fn suspended_by(self, suspensions: &'static [SuspensionGround]) -> Self {
        Self { suspensions, ..self }
    }

    const fn restarting(self, restart: Restart) -> Self {
        Self { restart, ..self }
    }

    const fn extending(self, shorter: RuleName) -> Self {
        Self { extends: Some(shorter), ..self }
    }

    /// A wait does not roll: the law counts the days that must pass, and the desk acts on its first open day after.
    const fn waiting(self, closing: &'static str) -> Self {
        Self { direction: Direction::NotBefore, roll: Roll::Never, closing, ..self }
    }
}
