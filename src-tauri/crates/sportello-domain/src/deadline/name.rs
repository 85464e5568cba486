//! The name of each rule: what events and requests carry.

use std::fmt;
use std::str::FromStr;

use serde::de::IntoDeserializer;
use serde::de::value::{Error as NotAName, StrDeserializer};
use serde::{Deserialize, Serialize};

use super::fault::UnknownRule;
use super::rule::Rule;
use super::rules::RULES;

/// A rule that yields a date. The order is that of [`RULES`]; the text form is the snake_case name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum RuleName {
    /// The desk's own promise on reports, complaints and suggestions.
    Commitment,
    /// Any term of n days of civil law.
    CivilTerm,
    /// A procedural act done out of court: Saturday rolls too.
    ProceduralAct,
    /// The end of an administrative procedure.
    Procedure,
    /// The holder of the substitute power, after the procedure's own term has run out.
    SubstitutePower,
    /// The yearly list of the procedures that ended late.
    LateProceduresList,
    /// The citizen's observations on a refusal notice.
    Observations,
    /// Access to documents of whoever has an interest.
    DocumentaryAccess,
    /// The ombudsman's word on a refused documentary access.
    OmbudsmanDecision,
    /// The reasoned confirmation of the refusal after the ombudsman's word.
    OmbudsmanConfirmation,
    /// The opposition of an affected third party to a documentary access.
    DocumentaryAccessOpposition,
    /// Telling the citizen that a request of documentary access is irregular or incomplete.
    IrregularRequestNotice,
    /// The shortest time in which granted documents can be seen.
    ViewingWindow,
    /// General civic access (FOIA).
    GeneralCivicAccess,
    /// The opposition of an affected third party to a general civic access.
    GeneralCivicAccessOpposition,
    /// The wait before documents granted against an opposition leave.
    ReleaseStandstill,
    /// The review of a civic access by the transparency officer.
    InternalReview,
    /// The citizen's request of that review.
    ReviewRequest,
    /// A request passed on to the competent body: the term of that body.
    ForwardedRequest,
    /// Civic access to what should already be published.
    CivicAccess,
    /// Access to environmental information.
    EnvironmentalAccess,
    /// The same, when volume and complexity ask for more time.
    EnvironmentalAccessExtended,
    /// A municipal councillor's question.
    CouncillorQuestion,
    /// A data subject's request under the GDPR.
    DataSubjectRequest,
    /// The same, with the two further months.
    DataSubjectRequestExtended,
    /// A whistleblowing report that reached the wrong office.
    WhistleblowingForward,
    /// The posting of an act on the legal notice board.
    LegalPosting,
}

impl RuleName {
    /// The rule of this name.
    #[must_use]
    pub fn rule(self) -> &'static Rule {
        // A test holds the table in the order of the names.
        &RULES[self as usize]
    }
}

/// Reads the snake_case name; hyphens are taken for underscores, as one types them on a command line.
impl FromStr for RuleName {
    type Err = UnknownRule;

    fn from_str(text: &str) -> Result<Self, UnknownRule> {
        let name = text.replace('-', "_");
        let reader: StrDeserializer<'_, NotAName> = name.as_str().into_deserializer();
        Self::deserialize(reader).map_err(|_| UnknownRule { name: text.into() })
    }
}

impl fmt::Display for RuleName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.serialize(formatter)
    }
}
