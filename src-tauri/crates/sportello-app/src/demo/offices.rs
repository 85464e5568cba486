//! The offices any municipality has, found by what people need.

use crate::app::App;
use crate::error::Outcome;
use crate::offices::{OfficeSave, save};
use sportello_domain::id::{OfficeId, OpId};
use sportello_domain::office::OfficeData;

/// Name, floor, needs in the citizens' words, offices below it.
struct Demo(&'static str, &'static str, &'static [&'static str], &'static [Demo]);

#[rustfmt::skip]
const OFFICES: &[Demo] = &[
    Demo("Sportello per il Cittadino", "piano terreno",
        &["informazioni", "segnalazioni e reclami", "suggerimenti e proposte", "aiuto per compilare i moduli", "accesso agli atti", "bacheche del Comune"], &[]),
    Demo("Servizi demografici", "piano terreno",
        &["carta d'identità", "cambio di residenza", "certificati anagrafici", "stato civile, nascite e matrimoni", "tessera elettorale"], &[
        Demo("Anagrafe", "piano terreno", &["residenza e cambio di casa", "carta d'identità elettronica", "certificato di residenza e stato di famiglia"], &[]),
        Demo("Stato civile", "piano terreno", &["nascita", "matrimonio e unione civile", "morte e cremazione", "cittadinanza", "testamento biologico (DAT)"], &[]),
        Demo("Elettorale", "piano terreno", &["tessera elettorale", "scrutatori e presidenti di seggio", "voto a domicilio"], &[]),
    ]),
    Demo("Lavori pubblici", "primo piano",
        &["buca nella strada o nel marciapiede", "lampione spento, illuminazione pubblica", "marciapiede rotto", "tombino, caditoia intasata", "edifici comunali e scuole", "cantiere"], &[
        Demo("Strade e illuminazione", "primo piano", &["lampione spento", "buca", "marciapiede dissestato", "segnaletica stradale", "semaforo guasto"], &[]),
        Demo("Verde e parchi", "primo piano", &["albero pericoloso, rami", "erba alta", "giochi rotti nel parco", "panchina rotta", "fontanella"], &[]),
    ]),
    Demo("Ambiente ed ecologia", "primo piano",
        &["rifiuti abbandonati", "cestini pieni", "raccolta differenziata, sacchi e bidoni", "ingombranti", "zanzare, topi, disinfestazione", "odori e fumi", "amianto"], &[]),
    Demo("Polizia locale", "piano terreno",
        &["auto abbandonata, sosta vietata", "rumori di notte, schiamazzi", "passo carrabile", "contrassegno disabili, parcheggio", "multa, verbale", "animali smarriti", "incidente"], &[]),
    Demo("Tributi", "secondo piano",
        &["tassa rifiuti, TARI", "IMU", "rimborso e rate dei tributi", "avviso di accertamento"], &[]),
    Demo("Urbanistica ed edilizia privata", "secondo piano",
        &["pratica edilizia, CILA, SCIA", "accesso agli atti edilizi", "agibilità", "abuso edilizio"], &[]),
    Demo("Attività produttive (SUAP)", "secondo piano",
        &["apertura di un negozio", "mercato, ambulanti", "dehors, occupazione di suolo pubblico", "insegne e pubblicità"], &[]),
    Demo("Servizi sociali", "primo piano",
        &["aiuto alle famiglie", "anziani e assistenza a domicilio", "disabilità", "contributi e bonus", "casa popolare, emergenza abitativa"], &[]),
    Demo("Istruzione", "primo piano",
        &["mensa scolastica", "trasporto scolastico, scuolabus", "asilo nido", "pre e post scuola", "dote scuola"], &[]),
    Demo("Cultura e biblioteca", "biblioteca civica",
        &["biblioteca", "eventi e manifestazioni", "sale comunali", "patrocinio", "associazioni"], &[]),
    Demo("Sport e giovani", "primo piano",
        &["palestre e impianti sportivi", "informagiovani", "volontariato"], &[]),
    Demo("Protocollo e archivio", "piano terreno",
        &["consegna di documenti", "protocollo", "PEC del Comune", "albo pretorio"], &[]),
    Demo("Segreteria generale", "secondo piano",
        &["accesso civico, trasparenza", "delibere e ordinanze", "consiglio comunale", "appuntamento con il sindaco"], &[]),
];

/// Adds them all.
pub(super) async fn seed(app: &App, new_op: &mut (dyn FnMut() -> OpId + Send)) -> Outcome<()> {
    for Demo(name, floor, needs, below) in OFFICES {
        let parent = add(app, new_op(), None, name, floor, needs).await?;
        for Demo(name, floor, needs, _) in *below {
            add(app, new_op(), Some(parent), name, floor, needs).await?;
        }
    }
    Ok(())
}

async fn add(
    app: &App,
    op: OpId,
    parent: Option<OfficeId>,
    name: &str,
    floor: &str,
    needs: &[&str],
) -> Outcome<OfficeId> {
    let office = OfficeData {
        parent_id: parent,
        address: Some("Palazzo Comunale, via Gramsci 21".to_owned()),
        floor: Some(floor.to_owned()),
        phone: (name == "Sportello per il Cittadino").then(|| "039 7397275 - 039 7397352".to_owned()),
        competences: needs.iter().map(|need| (*need).to_owned()).collect(),
        ..OfficeData::named(name)
    };
    Ok(save(app, OfficeSave { op, id: None, version: 0, office, draft_id: None }).await?.id)
}
