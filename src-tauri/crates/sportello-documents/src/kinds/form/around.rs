//! What stands around the answers: stamps, signatures, papers, privacy, the questions in another language.

use super::{FormGuide, FormInstead, FormPaper, FormPrint, FormPrivacy, FormSignature, FormStamps};
use crate::{
    DocumentFault,
    page::{Area, Ink, Mark, Shape, mm},
    parts::{BODY, Check, Grid, GridColumn, NOTE, SignatureLine, UNDER_LINE, VALUE},
    sheet::Sheet,
    stack::Strip,
    tree::{Role, Tree},
};

/// A place for a stamp.
const STAMP: f32 = mm(26.0);
/// Places that are drawn; more stamps go over each other.
const PLACES: u32 = 4;

/// Places for the stamps, at the right, and what to know about them.
pub(super) fn stamps(sheet: &mut Sheet<'_>, stamps: Option<&FormStamps>) -> Result<(), DocumentFault> {
    let Some(stamps) = stamps else { return Ok(()) };
    sheet.skip(8.0);
    if stamps.count > 0 {
        let amount = stamps.amount.as_ref().map(|amount| format!(" ({amount})")).unwrap_or_default();
        let words = match stamps.count {
            1 => format!("Marca da bollo{amount}"),
            count => format!("{count} marche da bollo{amount}"),
        };
        let mut strip = Strip { height: STAMP, ..Strip::default() };
        let count = stamps.count.min(PLACES);
        let right = sheet.left + sheet.measure;
        for place in 0..count {
            let x = right - (count - place) as f32 * (STAMP + mm(3.0)) + mm(3.0);
            let area = Area { x, y: 0.0, width: STAMP, height: STAMP };
            strip.marks.push(Mark::artifact(Shape::Frame { area, thickness: 0.6, ink: Ink::Grey }));
        }
        let room = sheet.measure - count as f32 * (STAMP + mm(3.0)) - mm(3.0);
        let lines = sheet.setter.fold(&words, VALUE, room, "stamps")?;
        let element = sheet.tree.element(Role::Paragraph, Tree::DOCUMENT);
        let left = sheet.left;
        sheet.put(&mut strip, element, (left, room, 0.0), &lines, "stamps");
        strip.height = strip.height.max(STAMP);
        sheet.push(strip);
        sheet.skip(4.0);
    }
    for (index, note) in stamps.notes.iter().enumerate() {
        sheet.within("notes", index, |sheet| sheet.paragraph(note, NOTE, "note"))?;
    }
    Ok(())
}

/// Place, day, and a line for each who signs; all on one page when one page holds them.
pub(super) fn signature(sheet: &mut Sheet<'_>, form: &FormPrint) -> Result<(), DocumentFault> {
    let Some(signature) = &form.signature else { return Ok(()) };
    sheet.section(2, "Firma", "signature")?;
    let from = sheet.strips();
    if form.blank {
        let labels = [SignatureLine { label: "luogo e data", share: 1.0 }];
        sheet.sign(&labels)?;
    } else {
        let day = signature.day.map(|day| day.format("%d/%m/%Y").to_string());
        let parts: Vec<&str> = signature.place.as_deref().into_iter().chain(day.as_deref()).collect();
        sheet.paragraph(&parts.join(", "), VALUE, "signature")?;
    }
    if signature.presence {
        presence(sheet, signature)?;
    }
    for (index, signer) in signature.signers.iter().enumerate() {
        let name = signer.name.as_ref().map(|name| format!(": {name}")).unwrap_or_default();
        let label = format!("{}{name}", signer.role);
        let mut lines = vec![SignatureLine { label: &label, share: 1.0 }];
        if index == 0 && signature.before_clerk != Some(false) && signature.presence {
            lines.push(SignatureLine {
                label: "il dipendente addetto, se la firma è fatta davanti a lui",
                share: 1.0,
            });
        }
        sheet.within("signers", index, |sheet| sheet.sign(&lines))?;
        sheet.skip(4.0);
    }
    let made = sheet.strips() - from;
    sheet.keep_all_but_last(made);
    Ok(())
}

/// How the signature is made good (art. 38, c. 3, DPR 445/2000).
fn presence(sheet: &mut Sheet<'_>, signature: &FormSignature) -> Result<(), DocumentFault> {
    sheet.skip(4.0);
    let ways = [
        ("firmata davanti al dipendente addetto", signature.before_clerk == Some(true)),
        (
            "firmata altrove: si allega la copia di un documento d’identità",
            signature.before_clerk == Some(false),
        ),
    ];
    for (label, ticked) in ways {
        sheet.check(&Check { label, ticked, asks: false, field: "signature" })?;
    }
    Ok(())
}

/// What comes with the form, for the desk to tick as it is handed in.
pub(super) fn papers(sheet: &mut Sheet<'_>, papers: &[FormPaper]) -> Result<(), DocumentFault> {
    if papers.is_empty() {
        return Ok(());
    }
    sheet.section(2, "Allegati", "papers")?;
    for (index, paper) in papers.iter().enumerate() {
        sheet.within("papers", index, |sheet| {
            let needed = if paper.required { "" } else { " (facoltativo)" };
            let label = format!("{}{needed}", paper.text);
            sheet.check(&Check { label: &label, ticked: false, asks: false, field: "text" })?;
            match paper.instead.map(FormInstead::words) {
                Some(words) => {
                    sheet.paragraph_at(sheet.left + mm(6.1), sheet.measure - mm(6.1), words, NOTE, "instead")
                }
                None => Ok(()),
            }
        })?;
    }
    Ok(())
}

/// The privacy notice.
pub(super) fn privacy(sheet: &mut Sheet<'_>, privacy: Option<&FormPrivacy>) -> Result<(), DocumentFault> {
    let Some(privacy) = privacy else { return Ok(()) };
    sheet.section(3, "Informativa sul trattamento dei dati", "privacy")?;
    sheet.prose(&privacy.text, NOTE, "privacy.text")?;
    let special = privacy.special.as_ref().map(|special| format!("; dati particolari: {special}"));
    let words = format!(
        "Finalità: {}. Base giuridica: {}{}.",
        privacy.purpose.trim_end_matches('.'),
        privacy.basis.trim_end_matches('.'),
        special.unwrap_or_default().trim_end_matches('.')
    );
    sheet.prose(&words, NOTE, "privacy.purpose")
}

/// The same questions in another language. They help; the form is the Italian one.
pub(super) fn guide(sheet: &mut Sheet<'_>, guide: Option<&FormGuide>) -> Result<(), DocumentFault> {
    let Some(guide) = guide else { return Ok(()) };
    sheet.turn();
    sheet.section(2, &format!("Guida alla compilazione – {}", guide.language), "language")?;
    sheet.follows_script = true;
    sheet.prose(&guide.title, crate::parts::STRONG, "title")?;
    for (index, words) in guide.words.iter().enumerate() {
        sheet.skip(4.0);
        sheet.within("words", index, |sheet| sheet.prose(words, BODY, "words"))?;
    }
    sheet.follows_script = false;
    sheet.skip(8.0);
    let columns = vec![
        GridColumn::new("Sul modulo", "italian"),
        GridColumn::new(&guide.language, "text"),
        GridColumn::new("", "help"),
    ];
    let rows =
        guide.rows.iter().map(|row| vec![row.italian.clone(), row.text.clone(), row.help.clone()]).collect();
    sheet.table(&Grid { list: "rows", columns, rows, row_height: 0.0 })?;
    sheet.skip(6.0);
    sheet.paragraph(
        "Il modulo da firmare è quello in italiano: questo foglio aiuta a capirlo.",
        UNDER_LINE,
        "guide",
    )
}
