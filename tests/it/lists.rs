//! Lists of one's own, on both databases: tags, filters, kept lists, many tickets at once, tables.

use crate::cli::cli;
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::{Value, json};
use sportello_app::generate::{Corpus, run};
use sportello_app::{
    App, Bulk, Close, Code, Empty, FilterQuery, RecordTicket, TagSave, TagTicket, TicketDetail, TicketRef,
    TicketView, TicketsQuery, TicketsTable, Verify, ViewDrop, ViewSave, ViewsArrange,
};
use sportello_domain::id::{JobId, TagId, TicketId, ViewId};
use sportello_domain::tag::TagColour;
use sportello_domain::ticket::filter::{FilterBase, FilterDue, FilterOrder, TicketFilter};
use sportello_domain::ticket::{Channel, TicketKind, TicketState};
use sportello_tests::{Folder, day, draft, on_postgresql};

const NOW: &str = "2026-11-24T09:00:00Z";

#[tokio::test]
async fn on_sqlite() {
    let folder = Folder::new();
    let app = folder.app_at(NOW).await;
    sportello_tests::first_run(&app).await;
    story(&app).await;
    app.close().await;
}

#[tokio::test]
async fn on_the_shared_server() {
    let Some((_server, app)) = on_postgresql(NOW).await else { return };
    story(&app).await;
    app.close().await;
}

/// A corpus large enough to have some of everything, and every filter somebody could put together.
#[tokio::test]
async fn filters_agree_with_reading_every_ticket() {
    let folder = Folder::new();
    let app = folder.app_at(NOW).await;
    sportello_tests::first_run(&app).await;
    run(&app, Corpus { tickets: 400, seed: 11, until: day("2026-11-23") }).await.expect("a corpus");
    agree(&app).await;
    the_first_screen_agrees(&app).await;
    app.close().await;
}

/// The sections of the agenda are the beginnings of the lists they lead to.
async fn the_first_screen_agrees(app: &App) {
    let agenda = app.agenda(Empty {}).await.expect("the agenda");
    for section in agenda.sections {
        let query = TicketsQuery { view: section.view, limit: Some(500), ..TicketsQuery::default() };
        let list = app.tickets(query).await.expect("a list").rows;
        assert_eq!(section.count, list.len() as i64, "{:?}", section.view);
        assert_eq!(json!(section.rows), json!(list[..section.rows.len()]), "{:?}", section.view);
    }
}

async fn story(app: &App) {
    let ids = some_tickets(app).await;
    tags(app, &ids).await;
    kept_lists(app).await;
    many_at_once(app, &ids).await;
    a_table_is_harmless(app, &ids).await;
    agree(app).await;
    the_first_screen_agrees(app).await;
    let report = app.verify(Verify { job: JobId(app.new_op().0) }).await.expect("verify");
    assert!(report.sound, "{report:?}");
}

async fn some_tickets(app: &App) -> Vec<TicketId> {
    let mut ids = Vec::new();
    for (kind, channel, text, place, on) in [
        ("report", "phone", "=Buca 1", "via Roma 1", "2026-11-24"),
        ("complaint", "pec", "Rumori", "VIA ROMA 2", "2026-11-20"),
        ("report", "letter", "Lampione", "piazza 100% libera", "2026-10-01"),
        ("proposal", "web", "Una panchina", "", "2026-11-01"),
    ] {
        let ticket = draft(json!({
            "kind": kind, "channel": channel, "text": text, "place": place, "presented_on": on,
            "citizen": { "surname": "Prova", "phone": "039 0000000" },
        }));
        let record = RecordTicket { op: app.new_op(), draft_id: None, ticket };
        ids.push(app.ticket_record(record).await.expect("a ticket").ticket.ticket.id);
    }
    ids
}

async fn tags(app: &App, ids: &[TicketId]) {
    let tag = |id, add: &[&str], remove: Vec<TagId>| TagTicket {
        op: app.new_op(),
        id,
        add: add.iter().map(|name| (*name).to_owned()).collect(),
        remove,
    };
    let request = tag(ids[0], &["#Perdita d'acqua", "Urgente"], Vec::new());
    let tagged = app.ticket_tag(request.clone()).await.expect("tagged").papers.tags;
    assert_eq!(
        tagged.iter().map(|tag| tag.name.as_str()).collect::<Vec<_>>(),
        ["Perdita d'acqua", "Urgente"]
    );
    assert_eq!(app.ticket_tag(request).await.expect("asked twice").entries.len(), 2, "done once");
    app.ticket_tag(tag(ids[1], &["PERDITA D’ACQUA"], Vec::new())).await.expect("the same tag");
    app.ticket_tag(tag(ids[2], &["acqua"], Vec::new())).await.expect("another");
    let counted = async || {
        let tags = app.tags(Empty {}).await.expect("the tags");
        tags.iter().map(|line| format!("{} {}", line.tag.name, line.tickets)).collect::<Vec<_>>()
    };
    assert_eq!(counted().await, ["acqua 1", "Perdita d'acqua 2", "Urgente 1"]);
    let acqua = app.tags(Empty {}).await.expect("the tags")[0].tag.clone();
    let save = |name: &str| TagSave {
        op: app.new_op(),
        id: acqua.id,
        version: 1,
        name: name.into(),
        colour: TagColour::Blue,
    };
    app.tag_save(save("Acqua")).await.expect("renamed");
    assert_eq!(app.tag_save(save("boh")).await.expect_err("an old version").code, Code::Conflict);
    let merge = TagSave { version: 2, ..save("perdita d'acqua") };
    app.tag_save(merge).await.expect("merged");
    assert_eq!(counted().await, ["Perdita d'acqua 3", "Urgente 1"]);
    let urgent = tagged[1].id;
    let left = app.ticket_tag(tag(ids[0], &[], vec![urgent])).await.expect("taken off");
    assert_eq!(left.papers.tags.len(), 1);
    let empty = app.ticket_tag(tag(ids[0], &["  #  "], Vec::new())).await.expect_err("no word");
    assert_eq!(empty.fields[0].field, "add");
}

async fn kept_lists(app: &App) {
    let filter = TicketFilter { kinds: vec![TicketKind::Report], ..TicketFilter::default() };
    let save = |id, version, name: &str, shared| ViewSave {
        op: app.new_op(),
        id,
        version,
        name: name.into(),
        shared,
        filter: filter.clone(),
        place: None,
    };
    let request = save(None, 0, "Segnalazioni", false);
    let kept = app.view_save(request.clone()).await.expect("kept");
    assert_eq!(app.view_save(request).await.as_ref(), Ok(&kept), "asked twice, kept once");
    let both = app.view_save(save(None, 0, "Di tutti", true)).await.expect("kept");
    assert_eq!(
        both.iter().map(|view| (view.name.as_str(), view.shared, view.place)).collect::<Vec<_>>(),
        [("Segnalazioni", false, 1), ("Di tutti", true, 2)]
    );
    let id = Some(kept[0].id);
    app.view_save(save(id, 1, "Solo segnalazioni", false)).await.expect("changed");
    assert_eq!(
        app.view_save(save(id, 1, "Boh", false)).await.expect_err("an old version").code,
        Code::Conflict
    );
    let arrange = ViewsArrange { op: app.new_op(), ids: vec![both[1].id] };
    let arranged = app.views_arrange(arrange.clone()).await.expect("arranged");
    assert_eq!(
        arranged.iter().map(|view| (view.name.as_str(), view.place)).collect::<Vec<_>>(),
        [("Di tutti", 1), ("Solo segnalazioni", 2)]
    );
    assert_eq!(app.views_arrange(arrange).await.as_ref(), Ok(&arranged), "asked twice, done once");
    let nobody = ViewsArrange { op: app.new_op(), ids: vec![ViewId(app.new_op().0)] };
    assert_eq!(app.views_arrange(nobody).await.expect_err("no such list").code, Code::NotFound);
    let left = app.view_drop(ViewDrop { op: app.new_op(), id: kept[0].id }).await.expect("dropped");
    assert_eq!(left.iter().map(|view| view.name.as_str()).collect::<Vec<_>>(), ["Di tutti"]);
    assert_eq!(app.view_save(save(None, 0, "  ", false)).await.expect_err("no name").fields[0].field, "name");
}

async fn many_at_once(app: &App, ids: &[TicketId]) {
    let nobody = TicketId(app.new_op().0);
    let bulk = |ids: &[TicketId], act: Value| -> Bulk {
        let mut request = act;
        request["op"] = json!(app.new_op());
        request["ids"] = json!(ids);
        serde_json::from_value(request).expect("a request")
    };
    let note = bulk(&[ids[0], ids[1], nobody, ids[0]], json!({ "act": "note", "text": "Vista insieme." }));
    let lines = app.tickets_bulk(note.clone()).await.expect("a list of results");
    let told: Vec<_> = lines.iter().map(|line| line.failure.as_ref().map(|failure| failure.code)).collect();
    assert_eq!(told, [None, None, Some(Code::NotFound)], "each once, each with its own answer");
    app.tickets_bulk(note).await.expect("asked twice");
    let notes = |detail: &TicketDetail| {
        detail.entries.iter().filter(|line| line.entry.code.code() == "ticket.note_added").count()
    };
    assert_eq!(notes(&app.ticket(TicketRef { id: ids[0] }).await.expect("a ticket")), 1, "done once");

    let answered = app
        .ticket_reply(
            serde_json::from_value(
                json!({ "op": app.new_op(), "id": ids[3], "text": "Sì.", "channel": "phone" }),
            )
            .expect("a reply"),
        )
        .await
        .expect("answered");
    assert_eq!(answered.ticket.state, TicketState::Answered);
    let lines = app.tickets_bulk(bulk(&[ids[2], ids[3]], json!({ "act": "close" }))).await.expect("results");
    assert_eq!(lines[0].failure.as_ref().map(|failure| failure.code), Some(Code::NotPossible));
    assert!(lines[1].failure.is_none() && lines[1].number.is_some());
    let empty =
        app.tickets_bulk(bulk(ids, json!({ "act": "note", "text": " " }))).await.expect_err("no words");
    assert_eq!(empty.fields[0].field, "text");
    assert_eq!(
        app.tickets_bulk(bulk(&[], json!({ "act": "close" }))).await.expect_err("nobody").fields[0].field,
        "ids"
    );
    let early = app.ticket_close(Close { op: app.new_op(), id: ids[2], version: None, draft_id: None }).await;
    assert!(early.is_err(), "what was refused together is refused alone");
    let tagged = bulk(ids, json!({ "act": "tag", "add": ["insieme"] }));
    assert!(app.tickets_bulk(tagged).await.expect("tagged").iter().all(|line| line.failure.is_none()));
}

async fn a_table_is_harmless(app: &App, ids: &[TicketId]) {
    let table = async |request: TicketsTable| {
        let file = app.tickets_table(request).await.expect("a table");
        String::from_utf8(BASE64.decode(file.base64).expect("bytes")).expect("UTF-8")
    };
    let words = [("report".to_owned(), "segnalazione".to_owned())].into();
    let chosen = table(TicketsTable { ids: vec![ids[0]], words, ..TicketsTable::default() }).await;
    assert!(chosen.starts_with("\u{feff}number;kind;"), "{chosen}");
    assert!(
        chosen.contains("2026/0001;segnalazione;phone;received;\"'=Buca 1\";Prova;;24/11/2026;24/12/2026;"),
        "{chosen}"
    );
    let whole = table(TicketsTable { view: TicketView::Open, ..TicketsTable::default() }).await;
    assert_eq!(whole.lines().count(), 1 + 3);
    let waiting = app
        .tickets(TicketsQuery { view: TicketView::Unregistered, ..TicketsQuery::default() })
        .await
        .expect("a list");
    let numbers: Vec<String> = waiting.rows.iter().map(|line| line.row.number.to_string()).collect();
    assert_eq!(numbers, ["2026/0002", "2026/0003"], "written, without a number");
}

/// Every filter finds what reading each ticket one by one would find, in the same order.
async fn agree(app: &App) {
    let all = ids_of(app, TicketFilter { base: FilterBase::All, ..TicketFilter::default() }).await;
    let mut details = Vec::new();
    for id in &all {
        details.push(app.ticket(TicketRef { id: *id }).await.expect("a ticket"));
    }
    assert!(details.len() > 3);
    let offices: Vec<_> = details.iter().filter_map(|detail| detail.ticket.office_id).collect();
    let tags: Vec<_> = details.iter().flat_map(|detail| &detail.papers.tags).map(|tag| tag.id).collect();
    // Categories, and the areas they are in.
    let abouts: Vec<_> = details
        .iter()
        .filter_map(|detail| detail.category.as_ref())
        .flat_map(|category| [Some(category.id), category.data.parent_id])
        .flatten()
        .collect();
    let places = ["via", "ROMA", "0%", "_", "Matteotti", "\\"];
    let mut seed = 7_u64;
    let mut next = move |among: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((seed >> 33) as usize) % among.max(1)
    };
    for _ in 0..120 {
        let mut filter = TicketFilter {
            base: [FilterBase::Open, FilterBase::Finished, FilterBase::All][next(3)],
            order: [FilterOrder::Due, FilterOrder::Newest][next(2)],
            ..TicketFilter::default()
        };
        for _ in 0..=next(3) {
            match next(10) {
                0 => filter.kinds = vec![TicketKind::ALL[next(4)], TicketKind::ALL[next(4)]],
                1 => filter.channels = vec![Channel::ALL[next(6)]],
                2 => {
                    filter.states =
                        vec![[TicketState::Received, TicketState::WithOffice, TicketState::Closed][next(3)]]
                }
                3 => filter.office_id = offices.get(next(offices.len())).copied(),
                4 => filter.tag_id = tags.get(next(tags.len())).copied(),
                5 => filter.place = Some(places[next(places.len())].to_owned()),
                6 => filter.due = Some([FilterDue::Late, FilterDue::Soon][next(2)]),
                7 => filter.category_id = abouts.get(next(abouts.len())).copied(),
                8 => filter.operator = Some(["prova", "nessuno"][next(2)].to_owned()),
                _ => {
                    filter.presented_from = Some(day("2026-10-15"));
                    filter.due_to = Some(day("2026-12-20"));
                }
            }
        }
        let mut expected: Vec<&TicketDetail> =
            details.iter().filter(|detail| matches(detail, &filter)).collect();
        let seq =
            |detail: &TicketDetail| all.iter().position(|id| *id == detail.ticket.id).expect("one of all");
        if filter.base == FilterBase::Open && filter.order == FilterOrder::Due {
            let last = day("9999-12-31");
            expected
                .sort_by_key(|detail| (detail.ticket.due_on.unwrap_or(last), std::cmp::Reverse(seq(detail))));
        }
        let expected: Vec<TicketId> = expected.into_iter().map(|detail| detail.ticket.id).collect();
        assert_eq!(ids_of(app, filter.clone()).await, expected, "{filter:?}");
        let count = app.tickets_count(FilterQuery { filter: filter.clone() }).await.expect("a count");
        assert_eq!((count.count, count.more), (expected.len() as i64, false), "{filter:?}");
    }
}

/// The list of a filter, read in small pages.
async fn ids_of(app: &App, filter: TicketFilter) -> Vec<TicketId> {
    let (mut ids, mut after) = (Vec::new(), None);
    loop {
        let query =
            TicketsQuery { filter: Some(filter.clone()), limit: Some(37), after, ..TicketsQuery::default() };
        let page = app.tickets(query).await.expect("a page");
        ids.extend(page.rows.iter().map(|line| line.row.id));
        after = page.next;
        if after.is_none() {
            return ids;
        }
    }
}

fn matches(detail: &TicketDetail, filter: &TicketFilter) -> bool {
    let ticket = &detail.ticket;
    let (today, soon, end) = (day("2026-11-24"), day("2026-11-29"), day("9999-12-31"));
    let due = ticket.due_on.unwrap_or(end);
    let any = |empty: bool, found: bool| empty || found;
    (match filter.base {
        FilterBase::Open => ticket.state.is_open(),
        FilterBase::Finished => !ticket.state.is_open(),
        FilterBase::All => true,
    }) && any(filter.kinds.is_empty(), filter.kinds.contains(&ticket.kind))
        && any(filter.channels.is_empty(), filter.channels.contains(&ticket.channel))
        && any(filter.states.is_empty(), filter.states.contains(&ticket.state))
        && any(filter.office_id.is_none(), filter.office_id == ticket.office_id)
        && filter.category_id.is_none_or(|id| {
            detail.category.as_ref().is_some_and(|about| about.id == id || about.data.parent_id == Some(id))
        })
        && filter.tag_id.is_none_or(|id| detail.papers.tags.iter().any(|tag| tag.id == id))
        && filter.place.as_ref().is_none_or(|letters| {
            ticket.place.as_ref().is_some_and(|place| place.to_lowercase().contains(&letters.to_lowercase()))
        })
        && filter.operator.as_ref().is_none_or(|name| *name == ticket.recorded_by)
        && filter.presented_from.is_none_or(|from| ticket.presented_on >= from)
        && filter.due_to.is_none_or(|to| due <= to)
        && (match filter.due {
            None => true,
            Some(FilterDue::Late) => due < today,
            Some(FilterDue::Soon) => (today..=soon).contains(&due),
        })
}

#[test]
fn from_the_command_line() {
    let cli = cli();
    cli.run(&["init", "--municipality", "Lissone", "--demo"]).json();
    let rows = |arguments: &[&str]| {
        let page = cli.run(&[&["ticket", "list"], arguments].concat()).json();
        page["rows"].as_array().expect("rows").len()
    };
    let all = rows(&["--among", "all"]);
    assert!(all > 5);
    assert!((1..all).contains(&rows(&["--among", "all", "--kind", "report"])));
    assert_eq!(rows(&["--among", "all", "--kind", "report,complaint,suggestion,proposal"]), all);
    let tagged = cli.run(&["ticket", "tag", "1", "--add", "Urgente", "--add", "via Roma"]).json();
    assert_eq!(tagged["papers"]["tags"][0]["name"], "Urgente");
    assert_eq!(rows(&["--among", "all", "--tag", "urgente"]), 1);
    cli.run(&["ticket", "tag-rename", "urgente", "Subito", "--colour", "red"]).json();
    assert_eq!(cli.run(&["ticket", "tags"]).json()[0]["name"], "Subito");
    assert_eq!(cli.run(&["ticket", "list", "--among", "all", "--count"]).json()["count"], json!(all));
    let csv = cli.run(&["ticket", "list", "--among", "all", "--csv"]);
    assert!(csv.out.starts_with("\u{feff}Numero;Tipo;") && csv.out.lines().count() == all + 1, "{csv:?}");
    let wrong = cli.run(&["ticket", "list", "--from", "2026-11-02", "--to", "2026-11-01"]);
    assert!(wrong.code == 1 && wrong.err.contains("presented_to"), "{wrong:?}");
    assert_eq!(cli.run(&["ticket", "list", "--tag", "boh"]).code, 1);
    let about = |name: &str| rows(&["--among", "all", "--category", name]);
    let (lamps, streets) = (about("Illuminazione pubblica"), about("Strade e illuminazione"));
    assert!(lamps <= streets && streets <= all, "{lamps} in {streets} of {all}");
    assert_eq!(cli.run(&["ticket", "list", "--category", "boh"]).code, 1);
}
